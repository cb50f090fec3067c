#!/usr/bin/env python3
"""Counts instructions: ten times the text may be at most 10.5 times the work.

    linear.py [--bytes N] [--command convert|check] [--jobs N] [CASE...]

The texts are those of tests/support/grow, written by `examples/grown.rs`; the program is the release build, run by
valgrind, whose count depends neither on the machine nor on its load. Where there is no valgrind, apt-get is asked for it;
where it cannot be had, the step says so and passes.

What a run costs once (patterns, tables) is not counted: each text is read behind another short one in the same run, and the
run over that one alone is taken off. Both counts are for the bytes that the texts really have.
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
    run = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
         binary, command, "--quiet", "--jobs", "1", *paths],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    counted = re.search(r"I\s+refs:\s+([\d,]+)", run.stderr)
    if run.returncode not in (0, 1) or not counted:
        sys.exit(f"linear: {command} {paths} ended with {run.returncode}: {run.stderr[-2000:]}")
    return int(counted[1].replace(",", ""))


def size(folder):
    return sum(path.stat().st_size for path in folder.iterdir())


def ratio(binary, command, case, folders):
    """How many times the work is; instructions a byte of the shorter and the longer text."""
    warm, short, long = (folder / case for folder in folders)
    before = instructions(binary, command, [warm])
    costs = [(instructions(binary, command, [warm, text]) - before) / size(text) for text in (short, long)]
    return 10 * costs[1] / costs[0], costs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="CASE", help="default: all")
    parser.add_argument("--bytes", type=int, default=50_000, help="of the shorter texts; default: %(default)s")
    parser.add_argument("--command", choices=["convert", "check"], action="append", help="default: both")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="runs at the same time")
    parser.add_argument("--binary", type=pathlib.Path, default=TARGET / "release" / "bantin", help="default: the release build")
    arguments = parser.parse_args()
    if not valgrind():
        print("there is no valgrind, and apt-get does not bring it: the count of instructions is skipped")
        return 0
    subprocess.run(["cargo", "build", "--locked", "--quiet", "--example", "grown"], cwd=ROOT, check=True)
    failed = []
    with tempfile.TemporaryDirectory() as root, concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        folders = [pathlib.Path(root) / name for name in ("warm", "short", "long")]
        for folder, seed, length in zip(folders, (2, 1, 1), (arguments.bytes, arguments.bytes, arguments.bytes * 10)):
            subprocess.run([TARGET / "debug" / "examples" / "grown", "--out", folder, "--seed", str(seed), "--bytes", str(length)],
                           check=True)
        every = sorted(path.name for path in folders[0].iterdir())
        unknown = set(arguments.cases) - set(every)
        if unknown:
            parser.error(f"no case is called {', '.join(sorted(unknown))}; there are {', '.join(every)}")
        commands = arguments.command or ["convert", "check"]
        runs = [(case, command, pool.submit(ratio, arguments.binary, command, case, folders))
                for case in arguments.cases or every for command in commands]
        print(f"{'text':<32} {'command':<8} {'ratio':>6}  instructions a byte")
        for case, command, run in runs:
            times, (short, long) = run.result()
            over = times > BOUND
            failed += [f"{case} ({command})"] * over
            print(f"{case:<32} {command:<8} {times:>6.2f}  {short:>8.1f} {long:>8.1f}{'  over ' + str(BOUND) if over else ''}",
                  flush=True)
    if failed:
        print(f"{len(failed)} of {len(runs)} grow faster than the text: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
