"""A headless Chromium, driven over the WebDriver protocol with what Python brings along."""

import base64
import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

# What a container asks for, and what keeps the browser from asking the network for anything of its own.
ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--hide-scrollbars", "--force-color-profile=srgb",
]
# The key under which the protocol names an element.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# How long the driver may take to come up, and the browser to tell what it calls the things on a page, in seconds.
PATIENCE = 30
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "ArrowDown": "\ue015", "ArrowUp": "\ue013"}


def find(name):
    """The path of a program."""
    path = shutil.which(name)
    if path is None:
        raise RuntimeError(f"{name} is not installed")
    return path


class Browser:
    """A browser with a profile of its own, gone with everything that it wrote when the block ends."""

    def __init__(self, width=1440, height=900, dark=False, reduced=False):
        self.size, self.dark, self.reduced = (width, height), dark, reduced

    def __enter__(self):
        self.profile = tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True)
        log = pathlib.Path(self.profile.name, "driver.log")
        with log.open("w") as said:
            self.driver = subprocess.Popen(
                [find("chromedriver"), "--port=0"], stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            self.address = f"http://127.0.0.1:{self._port(log)}"
            arguments = [*ARGUMENTS, f"--user-data-dir={self.profile.name}/profile",
                         f"--window-size={self.size[0]},{self.size[1]}"]
            options = {"args": arguments, "binary": find("chromium")}
            capabilities = {"browserName": "chrome", "goog:chromeOptions": options,
                            "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"}}
            answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
            self.session = f"/session/{answer['sessionId']}"
            width, height = self.size
            self.cdp("Emulation.setDeviceMetricsOverride",
                     width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
            features = [{"name": "prefers-color-scheme", "value": "dark" if self.dark else "light"},
                        {"name": "prefers-reduced-motion", "value": "reduce" if self.reduced else "no-preference"}]
            self.cdp("Emulation.setEmulatedMedia", features=features)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        try:
            if hasattr(self, "session"):
                self._call("DELETE", self.session)
        except (OSError, RuntimeError):
            pass
        self.driver.terminate()
        try:
            self.driver.wait(10)
        except subprocess.TimeoutExpired:
            self.driver.kill()
            self.driver.wait()
        self.profile.cleanup()

    def _port(self, log):
        """The port that the driver says it listens on."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.driver.poll() is None:
            said = log.read_text()
            if "started successfully on port " in said:
                return int(said.split("started successfully on port ")[1].split(".")[0])
            time.sleep(0.05)
        raise RuntimeError(f"the driver did not come up: {log.read_text()}")

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode(errors="replace")[:500]) from None

    def cdp(self, command, **parameters):
        """Sends a command of the browser's own protocol."""
        return self._call("POST", f"{self.session}/goog/cdp/execute", {"cmd": command, "params": parameters})

    def open(self, url):
        """Opens an address and waits until the page has loaded."""
        self._call("POST", f"{self.session}/url", {"url": url})

    def run(self, script, *arguments):
        """What a script in the page returns; `return` is its to write."""
        return self._call("POST", f"{self.session}/execute/sync", {"script": script, "args": list(arguments)})

    def named(self):
        """What a screen reader is told: the nodes of the accessibility tree. It is built in its own time after the page has
        loaded, and is the root alone until then."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            nodes = [node for node in self.cdp("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
            if len(nodes) > 1:
                return nodes
            time.sleep(0.05)
        raise RuntimeError(f"the browser tells no names of what is on {self.run('return location.href')}")

    def _act(self, kind, name, actions, **more):
        self._call("POST", f"{self.session}/actions", {"actions": [{"type": kind, "id": name, "actions": actions, **more}]})

    def press(self, key):
        """Presses a key."""
        value = KEYS.get(key, key)
        self._act("key", "keyboard", [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}])

    def _element(self, selector):
        return self._call("POST", f"{self.session}/element", {"using": "css selector", "value": selector})[ELEMENT]

    def hover(self, selector, click=False):
        """Moves the mouse over an element, and clicks there."""
        actions = [{"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": {ELEMENT: self._element(selector)}}]
        if click:
            actions += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act("pointer", "mouse", actions, parameters={"pointerType": "mouse"})

    def click(self, selector):
        """Clicks on an element."""
        self.hover(selector, click=True)

    def logs(self, kind):
        """What was logged since the last call."""
        return self._call("POST", f"{self.session}/se/log", {"type": kind})

    def requests(self):
        """The addresses that were asked for since the last call; not those that a page's own policy held back."""
        messages = [json.loads(entry["message"])["message"] for entry in self.logs("performance")]
        refused = {m["params"]["requestId"] for m in messages
                   if m["method"] == "Network.loadingFailed" and m["params"].get("blockedReason") == "csp"}
        return [m["params"]["request"]["url"] for m in messages
                if m["method"] == "Network.requestWillBeSent" and m["params"]["requestId"] not in refused]

    def screenshot(self, path):
        """Writes what can be seen as a PNG."""
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._call("GET", f"{self.session}/screenshot")))
