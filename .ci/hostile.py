#!/usr/bin/env python3
"""What one job needs for texts that were made to break a parser, in full size: the table of docs/reliability.md.

    hostile.py [BINARY]      the release binary unless told otherwise

`tests/hostile.rs` asserts the bounds on a hundredth to a tenth of these texts. Memory is the most that the process held
resident (Linux, macOS), the program itself included; the bound is 64 MiB and eight times the file. Ends with 1 where a run
fails, or goes past the bound without being named in KNOWN.
"""

import multiprocessing
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = "ĐIỂM BÁO\nSố 7/2031 - Thứ Sáu, ngày 14/02/2031\n"
CITED = "Xã đã mở chợ mới. (Vidu.vn 13/02, Lê Thử)\n"
# An article in the contents and in the body takes 2 to 3 KiB in memory and in JSON, a line some hundred bytes: texts of
# nothing but the shortest of either need more than eight times their size.
KNOWN = {"letters", "numbers", "contents", "articles"}


def review(sections, articles, text):
    """A press review with contents; the titles differ."""
    contents, body = [HEAD, "MỤC LỤC\n"], ["\n"]
    for section in range(sections):
        title = f"TIN TRONG XÃ {chr(65 + section % 26)}{chr(65 + section // 26 % 26)}{chr(65 + section // 676)}"
        contents.append(f"{title} ..... {section % 900 + 1}\n")
        body.append(f"{title}\n\n")
        for article in range(articles):
            title = f"{article + 1}. Chợ xã {section} và {article} mở cửa"
            contents.append(f"{title} ..... {section % 900 + 1}\n")
            body.append(f"{title}\n{text}{CITED}\n")
    return "".join(contents + body)


def noise(size):
    random.seed(7)
    return random.randbytes(size)


LONG = "Chợ họp cả ngày ở ngã ba, có nước sạch và nhà để xe. " * 5
TEXTS = {
    "line": ("one line of 100 MB", lambda: "chợ mới mở, " * 6_250_000),
    "blank": ("a million blank lines", lambda: "\n" * 1_000_000),
    "brackets": ("ten million `(`", lambda: "(" * 10_000_000),
    "nested": ("a million links, one inside the other", lambda: "[" * 1_000_000 + "chợ" + "](b)" * 1_000_000),
    "bold": ("two million `**`, nested", lambda: "**" * 1_000_000 + "chợ" + "**" * 1_000_000),
    "tags": ("a million `<p>` and as many `</p>`", lambda: "<p>" * 1_000_000 + "chợ" + "</p>" * 1_000_000),
    "marks": ("three million marks on one letter", lambda: "a" + "\u0301\u0323" * 1_500_000),
    "directions": ("marks of direction around each letter", lambda: "\u202e\u2066a\u2069\u202c" * 300_000),
    "overlong": ("overlong UTF-8", lambda: b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf" * 300_000),
    "surrogates": ("a million unpaired surrogates in UTF-16", lambda: b"\xff\xfe" + b"\x00\xd8a\x00" * 1_000_000),
    "noise": ("20 MB without a pattern", lambda: noise(20_000_000)),
    "zeros": ("20 MB of zeros", lambda: b"\0" * 20_000_000),
    "sections": ("10,000 sections of one article", lambda: review(10_000, 1, LONG)),
    "entries": ("contents of 100,000 entries, articles of 450 bytes", lambda: review(200, 500, LONG)),
    "lost": ("contents of 100,000 entries, no article", lambda: review(200, 500, "").split("\n\n")[0]),
    "contents": ("contents of 100,000 entries, articles of 90 bytes", lambda: review(200, 500, "")),
    "articles": ("100,000 articles of 90 bytes, the same again and again", lambda: ("Chợ mới mở hôm nay\n" + CITED) * 100_000),
    "citations": ("200,000 lines with a citation each", lambda: CITED * 200_000),
    "links": ("200,000 lines with a link each", lambda: "[a](http://vidu.vn/c) x\n" * 200_000),
    "letters": ("a million lines of one letter", lambda: "a\n" * 1_000_000),
    "numbers": ("a million lines of one digit", lambda: "1\n" * 1_000_000),
}


def write(name, path):
    text = TEXTS[name][1]()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def measure(binary, path):
    """Most bytes resident, and the status."""
    process = subprocess.Popen([binary, "convert", "--quiet", "--jobs", "1", path], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024), os.waitstatus_to_exitcode(status)


def main():
    binary = sys.argv[1] if len(sys.argv) > 1 else ROOT / "target" / "release" / "bantin"
    wrong = []
    print("| text | MB | MiB needed | MiB allowed |\n| --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "text.txt"
        for name, (what, _) in TEXTS.items():
            # In a process of its own: what this one ever held would count for those that it starts.
            writer = multiprocessing.Process(target=write, args=(name, path))
            writer.start()
            writer.join()
            size = path.stat().st_size
            needed, status = measure(binary, path)
            allowed = (64 << 20) + 8 * size
            if status != 0 or needed > allowed and name not in KNOWN:
                wrong.append(f"{what}: status {status}, {needed} of {allowed} bytes")
            over = " (past it)" if needed > allowed else ""
            print(f"| {what} | {size / 1e6:.1f} | {needed / (1 << 20):.0f}{over} | {allowed / (1 << 20):.0f} |", flush=True)
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
