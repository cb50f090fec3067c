#!/usr/bin/env python3
"""Counts instructions: ten times the text may be at most 10.5 times the work.

    linear.py [--bytes N] [--chosen] [--jobs N] [CASE...]

The texts are those of tests/support/grow, written by `examples/grown.rs`; the program is the release build, run by
valgrind, whose count depends neither on the machine nor on its load. Where there is no valgrind, apt-get is asked for it;
where it cannot be had, the step says so and passes.

What a run costs once (patterns, tables) is not counted: each text is read behind a little of every kind in the same run,
and a run over that alone is taken off. Costs are for the bytes that the texts really have.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
BOUND = 10.5

# How many times as long the texts are, other ones, that decide where the first say no, and what makes each of them another.
MORE = 3
SEEDS = (3, 4, 5)

# Bytes of each text that is read before.
LITTLE = 200

# What --chosen takes: each layout, and what searches or joins without asking for memory, which tests/linear.rs would not
# see. A run under valgrind takes a second at least, whatever the text.
CHOSEN = """
press-review newsletter proceedings contents-table-differs articles-twice files-that-share one-wrapped-paragraph
""".split()


def valgrind():
    """Whether there is a valgrind, after it was asked for."""
    if shutil.which("valgrind"):
        return True
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "valgrind"]):
            subprocess.run(["apt-get", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
                           env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    return bool(shutil.which("valgrind"))


def instructions(binary, command, paths):
    """What a run over these paths costs, on one thread."""
    with tempfile.TemporaryDirectory() as pages:
        out = ["--out", pages] if command == "review" else []
        run = subprocess.run(
            ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
             binary, command, "--quiet", "--jobs", "1", *out, *paths],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    counted = re.search(r"I\s+refs:\s+([\d,]+)", run.stderr)
    if run.returncode not in (0, 1) or not counted:
        sys.exit(f"linear: {command} {paths} ended with {run.returncode}: {run.stderr[-2000:]}")
    return int(counted[1].replace(",", ""))


def size(folder):
    return sum(path.stat().st_size for path in folder.iterdir())


def grow(folder, seed, length, *only):
    """Writes the texts of all kinds, or of one; the command for each."""
    run = subprocess.run([TARGET / "debug" / "examples" / "grown", "--out", folder, "--seed", str(seed), "--bytes", str(length),
                          *(word for case in only for word in ("--only", case))],
                         check=True, stdout=subprocess.PIPE, text=True)
    return dict(line.split("\t") for line in run.stdout.splitlines())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="CASE", help="default: all")
    parser.add_argument("--chosen", action="store_true", help="those that tell the most, in a small part of the time")
    parser.add_argument("--bytes", type=int, default=30_000, help="of the shorter texts; default: %(default)s")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="runs at the same time")
    parser.add_argument("--binary", type=pathlib.Path, default=TARGET / "release" / "bantin", help="default: the release build")
    arguments = parser.parse_args()
    if not valgrind():
        print("there is no valgrind, and apt-get does not bring it: the count of instructions is skipped")
        return 0
    subprocess.run(["cargo", "build", "--locked", "--quiet", "--example", "grown"], cwd=ROOT, check=True)
    failed = []
    with tempfile.TemporaryDirectory() as root, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        little, short, long = (pathlib.Path(root) / name for name in ("little", "short", "long"))
        commands = grow(little, 2, LITTLE)
        grow(short, 1, arguments.bytes)
        grow(long, 1, arguments.bytes * 10)
        cases = arguments.cases or (CHOSEN if arguments.chosen else list(commands))
        unknown = set(cases) - set(commands)
        if unknown:
            parser.error(f"no case is called {', '.join(sorted(unknown))}; there are {', '.join(commands)}")
        count = lambda command, *paths: pool.submit(instructions, arguments.binary, command, [little, *paths])
        farther = [pathlib.Path(root) / name for name in ("short-of-more", "long-of-more")]
        before = {command: count(command) for command in sorted(set(commands.values()))}
        runs = [(case, [count(commands[case], folder / case) for folder in (short, long)]) for case in cases]
        print(f"{'text':<32} {'command':<8} {'ratio':>6}  instructions a byte")
        def ratio(case, folders, counts):
            once = before[commands[case]].result()
            less, more = ((counted.result() - once) / size(folder / case) for counted, folder in zip(counts, folders))
            return 10 * more / less, less, more

        for case, counts in runs:
            command = commands[case]
            times, less, more = ratio(case, (short, long), counts)
            for seed in SEEDS:
                if times <= BOUND:
                    break
                # A short text may by chance hold little of what costs much; what grows faster does so in other ones as well.
                for folder, factor in zip(farther, (MORE, 10 * MORE)):
                    shutil.rmtree(folder, ignore_errors=True)
                    grow(folder, seed, arguments.bytes * factor, case)
                counts = [count(command, folder / case) for folder in farther]
                times, less, more = min((times, less, more), ratio(case, farther, counts))
            over = times > BOUND
            failed += [f"{case} ({command})"] * over
            print(f"{case:<32} {command:<8} {times:>6.2f}  {less:>8.1f} {more:>8.1f}{'  over ' + str(BOUND) if over else ''}",
                  flush=True)
    if failed:
        print(f"{len(failed)} of {len(runs)} grow faster than the text: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
