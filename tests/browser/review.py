#!/usr/bin/env python3
"""The review pages in a real browser: python3 tests/browser/review.py target/release/bantin

Lights up what belongs together both ways, jumps by keyboard, filters, runs nothing that a bulletin says, and asks the
network for nothing. All texts are invented. Needs Chromium and its driver; see .ci/browser.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from webdriver import Browser  # noqa: E402

BULLETIN = """\
ĐIỂM BÁO HUYỆN THỬ <script>document.title = 'ran'; window.ran = 1</script>
Số 7/2031 - Thứ Bảy, ngày 14/02/2031

MỤC LỤC
I. TIN TRONG HUYỆN
1. Xã Mẫu Nhất mở lớp buổi tối
2. Cầu Ví Dụ thông xe sau Tết
3. Chợ Thử mở lại <img src="http://vidu.test/x.png" onerror="window.ran = 2">

I. TIN TRONG HUYỆN

1. Xã Mẫu Nhất mở lớp buổi tối

Lớp học mở tối thứ ba hằng tuần tại nhà văn hóa xã.

Học viên lớn tuổi nhất năm nay đã 81 tuổi. (Vidu.vn 31/02, Lê Thử, Trần Mẫu)

2. Cầu Ví Dụ thông xe sau Tết

Cây cầu dài 120 mét nối “hai bờ sông Thử. <script>window.ran = 3</script>

Xe máy qua lại từ sáng nay. (Baothu.vn 12/02/2020, Phạm Ví)

3. Chợ Thử mở lại <img src="http://vidu.test/x.png" onerror="window.ran = 2">

Chợ mở từ 5 giờ, có ba dãy. <a href="javascript:window.ran = 4">Xem</a> (Baomau.vn 11/02)
"""
CLEAN = """\
BẢN TIN ĐẤT ĐAI

Số: 7

Ngày phát hành: 22/3/2031

Xã Một mở chợ mới

Sáng nay, xã Một mở chợ. (Baoxa.vn 21/3, Lê Tám)
"""
# Whether an element can be seen.
SEEN = """return (async (selector) => {
  // What was far away is drawn in the next frames.
  for (let frame = 0; frame < 8; frame++) await new Promise(requestAnimationFrame);
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.width > 0;
})(arguments[0]);
"""
LIT = "return [...document.querySelectorAll(arguments[0] + ' .lit')].map((e) => e.id || e.textContent.trim())"
# The smallest contrast of text that WCAG 2.2 allows at level AA.
CONTRAST = 4.5


def folder_of_pages(binary, folder):
    """Writes the bulletins and their pages."""
    texts = folder / "texts"
    (texts / "2031 #2").mkdir(parents=True)
    (texts / "2031 #2" / "số 7 <b>%41.txt").write_text(BULLETIN, encoding="utf-8")
    (texts / "clean.txt").write_text(CLEAN, encoding="utf-8")
    article = "{0}. Xã số {0} mở chợ\n\n" + "Chợ mở từ sáng, có ba dãy hàng và một bãi xe. " * 40 + "(Vidu.vn 13/02)\n\n"
    articles = "".join(article.format(number) for number in range(1, 181))
    (texts / "long.txt").write_text("ĐIỂM BÁO\nSố 7/2031, ngày 14/02/2031\n\n" + articles, encoding="utf-8")
    for lang in ["en", "vi"]:
        subprocess.run([binary, "review", texts, "--out", folder / lang, "--lang", lang], check=True)


class Pages(unittest.TestCase):
    """What the tests share: pages, and addresses of them."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name).resolve()
        folder_of_pages(BINARY, cls.root)
        cls.page = (cls.root / "en" / "2031 #2" / "số 7 <b>%41.txt.html").as_uri()
        cls.index = (cls.root / "en" / "index.html").as_uri()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()


class Desktop(Pages):
    """A wide window and a mouse."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.entered = Browser(1440, 900)
        cls.browser = cls.entered.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.entered.__exit__()
        super().tearDownClass()

    def setUp(self):
        self.browser.open("about:blank")
        self.browser.logs("browser")
        self.browser.requests()
        self.browser.open(self.page)

    def tearDown(self):
        """Whatever was done: no request has left the page, and the policy had nothing to refuse."""
        asked = [url for url in self.browser.requests() if not url.startswith(("file:///", "about:", "data:"))]
        self.assertEqual(asked, [])
        self.assertEqual(self.browser.logs("browser"), [])
        self.assertIsNone(self.browser.run("return window.ran ?? null"))

    def lit(self, pane):
        return self.browser.run(LIT, pane)

    def active(self):
        return self.browser.run("return document.activeElement.id || document.activeElement.dataset.l")

    def test_a_line_lights_up_its_piece(self):
        self.browser.hover("#L14")
        self.assertEqual(self.lit("#text"), ["L14"])
        self.assertEqual(self.lit("#articles"), ["Lớp học mở tối thứ ba hằng tuần tại nhà văn hóa xã."])
        self.browser.hover("#L12")
        self.assertEqual(self.lit("#articles"), ["1. Xã Mẫu Nhất mở lớp buổi tối"])
        self.browser.hover("#L6")
        self.assertEqual(self.lit("#articles"), ["1. Xã Mẫu Nhất mở lớp buổi tối"])
        self.browser.hover(".top h1")
        self.assertEqual((self.lit("#text"), self.lit("#articles")), ([], []))

    def test_a_piece_lights_up_its_lines(self):
        self.browser.run("document.querySelector('#articles p[data-l]').scrollIntoView()")
        self.browser.hover("#articles h4[data-l='12']")
        self.assertEqual(self.lit("#text"), ["L12"])
        self.browser.hover("#articles .citation[data-l='16']")
        self.assertEqual(self.lit("#text"), ["L16"])
        self.assertEqual(len(self.lit("#articles")), 1)

    def test_a_choice_stays_and_is_brought_into_view(self):
        self.browser.open((self.root / "en" / "long.txt.html").as_uri())
        self.assertFalse(self.browser.run(SEEN, "#L600"))
        self.browser.run("document.querySelector('#articles h4[data-l=\"600\"]').scrollIntoView()")
        self.browser.click("#articles h4[data-l='600']")
        self.assertTrue(self.browser.run(SEEN, "#L600"))
        self.browser.hover(".top h1")
        self.assertEqual(self.lit("#text"), ["L600"])

    def test_focus_lights_up_as_well(self):
        self.browser.run("document.getElementById('text').focus()")
        for _ in range(12):
            self.browser.press("ArrowDown")
        self.assertEqual(self.active(), "L12")
        self.assertEqual(self.lit("#articles"), ["1. Xã Mẫu Nhất mở lớp buổi tối"])
        self.assertEqual(self.browser.run("return document.querySelectorAll('.lines > [tabindex]').length"), 1)
        self.browser.press("Enter")
        self.assertEqual(self.browser.run("return document.activeElement.localName"), "h4")
        self.assertEqual(self.lit("#text"), ["L12"])
        self.browser.press("ArrowDown")
        self.assertNotEqual(self.lit("#text"), ["L12"])
        self.browser.press("ArrowUp")
        self.browser.press("Enter")
        self.assertEqual(self.active(), "L12")

    def test_keys_jump_from_finding_to_finding(self):
        ids = self.browser.run("return [...document.querySelectorAll('.note')].map((note) => note.id)")
        self.assertGreaterEqual(len(ids), 4)
        at = "return document.getElementById('at').textContent.trim()"
        for number, note in enumerate([*ids, ids[0]], 1):
            self.browser.press("n")
            self.assertEqual(self.active(), note)
            self.assertTrue(self.browser.run(SEEN, f"#{note}"))
            self.assertEqual(self.browser.run(at), f"{(number - 1) % len(ids) + 1} of {len(ids)}")
            self.assertEqual(self.browser.run(
                "return document.querySelector('#side [aria-current]').getAttribute('href')"), f"#{note}")
            self.assertEqual(len(self.lit("#text")) > 0, True)
        self.browser.press("p")
        self.assertEqual(self.active(), ids[-1])
        # A link of the list and the buttons do the same.
        self.browser.click(f"#side a[href='#{ids[1]}']")
        self.assertEqual(self.active(), ids[1])
        self.browser.click("#next")
        self.assertEqual(self.active(), ids[2])

    def test_severities_are_filtered(self):
        shown = """
          const shown = (selector) => [...document.querySelectorAll(selector)].filter((e) => !e.hidden).map((e) => e.dataset.s);
          return [shown('.note'), shown('#side .findings > li')];
        """
        notes, listed = self.browser.run(shown)
        self.assertEqual(notes, listed)
        self.assertEqual(set(notes), {"error", "warning", "note"})
        self.browser.click("input[value=warning]")
        self.browser.click("input[value=note]")
        only = [severity for severity in notes if severity == "error"]
        self.assertEqual(self.browser.run(shown), [only, only])
        for _ in range(len(only) + 1):
            self.browser.press("n")
            self.assertEqual(self.browser.run("return document.activeElement.dataset.s"), "error")
        self.browser.click("input[value=note]")
        self.assertEqual(len(self.browser.run(shown)[0]), len([s for s in notes if s != "warning"]))

    def test_roles_are_filtered(self):
        shown = "return [...document.querySelectorAll('.lines > li')].filter((e) => e.offsetHeight).map((e) => e.id)"
        everything = self.browser.run(shown)
        self.assertEqual(len(everything), BULLETIN.count("\n"))
        self.browser.click("input[value=blank]")
        blank = [number for number, line in enumerate(BULLETIN.splitlines(), 1) if not line]
        self.assertEqual(set(everything) - set(self.browser.run(shown)), {f"L{number}" for number in blank})
        self.browser.click("#show-none")
        self.assertEqual(self.browser.run(shown), [])
        self.browser.click("input[value=title]")
        self.assertEqual(self.browser.run(shown), ["L12", "L18", "L24"])
        self.assertEqual(self.browser.run(
            "return [...document.querySelectorAll('#articles [data-r]')].filter((e) => !e.hidden).length"), 3)
        # A line with two roles is shown by each of them.
        self.browser.click("input[value=citation]")
        self.assertEqual(self.browser.run(shown), ["L12", "L16", "L18", "L22", "L24", "L26"])
        self.browser.click("#show-all")
        self.assertEqual(self.browser.run(shown), everything)

    def test_no_script_of_the_text_runs(self):
        line = "return document.getElementById(arguments[0]).textContent"
        lines = BULLETIN.splitlines()
        self.assertTrue(self.browser.run(line, "L1").startswith(lines[0]))
        self.assertTrue(self.browser.run(line, "L20").startswith(lines[19]))
        self.assertIn("<script>", self.browser.run("return document.title"))
        self.assertEqual(self.browser.run("return document.scripts.length"), 1)
        self.assertEqual(self.browser.run("return document.images.length"), 0)
        self.assertEqual(self.browser.run("return document.querySelectorAll('a[href^=javascript]').length"), 0)

    def test_the_policy_would_stop_a_script(self):
        self.browser.run("""
          const script = document.createElement('script');
          script.textContent = 'window.ran = 5';
          document.body.append(script);
          const image = document.createElement('img');
          image.src = 'http://127.0.0.1:9/x.png';
          document.body.append(image);
        """)
        self.assertIsNone(self.browser.run("return window.ran ?? null"))
        refused = [entry for entry in self.browser.logs("browser") if "Content Security Policy" in entry["message"]]
        self.assertEqual(len(refused), 2)
        self.assertEqual([url for url in self.browser.requests() if url.startswith("http")], [])

    def test_the_index_leads_to_places(self):
        self.browser.open(self.index)
        shown = "return [...document.querySelectorAll('.bulletins > li')].filter((e) => !e.hidden).length"
        self.assertEqual(self.browser.run(shown), 3)
        search = """
          const field = document.getElementById('search');
          field.value = arguments[0];
          field.dispatchEvent(new Event('input', { bubbles: true }));
        """
        for text, count in [("dat dai", 1), ("Số 7", 1), ("nowhere", 0), ("", 3)]:
            self.browser.run(search, text)
            self.assertEqual(self.browser.run(shown), count, text)
        self.assertTrue(self.browser.run(
            "return document.querySelector('.bulletins > li h2 a').href") == self.page.replace("'", "%27"))
        self.browser.click(".bulletins > li:first-child .findings a")
        self.assertEqual(self.browser.run("return document.activeElement.className"), "note")
        self.assertEqual(self.browser.run("return document.activeElement.dataset.s"), "error")
        self.browser.click("nav a")
        self.assertEqual(self.browser.run("return location.href"), self.index)

    def test_everything_has_a_name(self):
        for page in [self.page, self.index, self.page.replace("/en/", "/vi/")]:
            self.browser.open(page)
            nodes = self.browser.named()
            roles = [node["role"]["value"] for node in nodes]
            for landmark in ["banner", "main"]:
                self.assertEqual(roles.count(landmark), 1, landmark)
            controls = {"link", "button", "checkbox", "radio", "searchbox", "region", "complementary"}
            for node in nodes:
                if node["role"]["value"] in controls:
                    self.assertTrue(node["name"]["value"].strip(), node)

    def test_a_long_bulletin_stays_small(self):
        self.browser.open((self.root / "en" / "long.txt.html").as_uri())
        lines, elements = self.browser.run(
            "return [document.querySelectorAll('.lines > li').length, document.querySelectorAll('.lines *').length]")
        self.assertEqual(lines, 3 + 180 * 4)
        self.assertLess(elements, lines * 1.1)
        interactive = self.browser.run("return performance.getEntriesByType('navigation')[0].domInteractive")
        print(f"a bulletin of {os.path.getsize(self.root / 'texts' / 'long.txt') // 1000} kB: {interactive:.0f} ms",
              file=sys.stderr)


class Small(Pages):
    """A phone, in light and dark."""

    # The pairs of colours that stand on each other.
    PAIRS = """
      const style = getComputedStyle(document.documentElement);
      const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const light = (name) => {
        const colour = style.getPropertyValue('--' + name).trim();
        paint.fillStyle = colour === 'transparent' ? style.getPropertyValue('--sheet') : colour;
        paint.fillRect(0, 0, 1, 1);
        const parts = [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255)
          .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return parts[0] * 0.2126 + parts[1] * 0.7152 + parts[2] * 0.0722;
      };
      const pairs = [['ink', 'paper'], ['ink', 'sheet'], ['ink', 'lit'], ['ink', 'chip'], ['muted', 'paper'],
        ['muted', 'sheet'], ['muted', 'rest-tint'], ['accent', 'sheet'], ['accent-ink', 'accent'], ['accent', 'lit']];
      for (const role of ['masthead', 'contents', 'heading', 'title', 'text', 'list', 'apart', 'cite', 'rest', 'lost'])
        pairs.push(['ink', role + '-tint']);
      for (const tag of ['masthead', 'contents', 'heading', 'title', 'list', 'apart', 'cite', 'lost'])
        pairs.push([tag, 'sheet']);
      for (const tone of ['error', 'warning', 'note'])
        pairs.push([tone, tone + '-tint'], ['ink', tone + '-tint'], ['muted', tone + '-tint'], [tone, 'paper']);
      return pairs.map(([front, back]) => {
        const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
        return [front, back, (a + 0.05) / (b + 0.05)];
      });
    """

    def test_a_phone_in_light_and_dark(self):
        papers = set()
        for dark in [False, True]:
            with Browser(390, 844, dark=dark, reduced=dark) as browser:
                browser.open(self.page)
                self.assertLessEqual(browser.run("return document.documentElement.scrollWidth"), 390)
                for pane in ["#text", "#articles"]:
                    self.assertTrue(browser.run(SEEN, pane), pane)
                self.assertFalse(browser.run(SEEN, "#side"))
                browser.run("document.querySelector('input[value=side]').click()")
                self.assertTrue(browser.run(SEEN, "#side"))
                browser.run("document.querySelector('#side .findings a').click()")
                self.assertEqual(browser.run("return document.activeElement.id"), "f1")
                self.assertTrue(browser.run(SEEN, "#f1"))
                for front, back, contrast in browser.run(self.PAIRS):
                    self.assertGreaterEqual(contrast, CONTRAST, f"{front} on {back}, dark: {dark}")
                papers.add(browser.run("return getComputedStyle(document.documentElement).backgroundColor"))
                moves = browser.run("return getComputedStyle(document.getElementById('L1')).transitionDuration")
                self.assertEqual(moves == "0s", dark, "motion is left out where it was asked for")
                browser.open(self.index)
                self.assertLessEqual(browser.run("return document.documentElement.scrollWidth"), 390)
                self.assertEqual(browser.logs("browser"), [])
        self.assertEqual(len(papers), 2)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    BINARY = os.path.abspath(sys.argv.pop(1))
    unittest.main()
