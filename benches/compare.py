#!/usr/bin/env python3
"""Compares the whole process with the tools that an archive is read with anyway, in one run on the same files.

    compare.py [--corpus DIR | --make MAKER SOURCE] [--mb 200] [--rounds 5] [--baseline SCRIPT] [--binary BIN]

Measured are cat, wc -w (LC_ALL=C.UTF-8), sha256sum, a script as an archivist would write it, and `bantin convert` with one
and with two jobs. Each is a process of its own with its output in a file; the time is the wall's, the median of the rounds
counts. The rounds go through all programs in turn, so that load on the machine meets all alike, and the first reading of
the files, from the disk, is not counted.

The files are those of --corpus, or are made by MAKER SOURCE DIR MB into a folder that goes away afterwards. The script is
slow and of constant speed, so it reads a part of the files, twice, and its time is scaled. What is not there is skipped, and
said so.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
# How many megabytes the script reads.
PART = 20


def seconds(command, out, environment=None):
    """How long a command takes, with its output in a file."""
    with out.open("wb") as stream:
        begun = time.perf_counter()
        run = subprocess.run([str(word) for word in command], stdout=stream, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                             env={**os.environ, **(environment or {})})
        took = time.perf_counter() - begun
    if run.returncode != 0:
        sys.exit(f"compare: {command[0]} ended with {run.returncode}: {run.stderr.decode(errors='replace')[-2000:]}")
    return took


def size(paths):
    return sum(path.stat().st_size for path in paths)


def part(files, folder):
    """Links the first files of about PART megabytes, one from each stretch of the corpus, into a folder."""
    total = size(files)
    step = max(1, round(total / (PART << 20)))
    chosen = files[::step]
    for number, path in enumerate(chosen):
        (folder / f"{number:06}.txt").symlink_to(path.resolve())
    return chosen


def machine():
    """The processor, as the kernel names it, and how many of them."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        name = "unknown processor"
    return f"{os.cpu_count()} x {name}"


def commit():
    run = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    return run.stdout.strip() or "unknown"


def corpus(arguments, root):
    """The folder of the files, made where none was named; None where that cannot be."""
    if arguments.corpus:
        return arguments.corpus if arguments.corpus.is_dir() else None
    maker, source = arguments.make
    if not (maker.is_file() and source.is_dir()):
        return None
    made = root / "corpus"
    subprocess.run([sys.executable, maker, source, made, str(arguments.mb)], check=True, stdout=subprocess.DEVNULL)
    return made


def measure(arguments, folder, root):
    """The times of each program, in seconds; those of the script scaled to all of the files."""
    files = sorted(folder.rglob("*.txt"))
    if not files:
        sys.exit(f"compare: no .txt below {folder}")
    total, out = size(files), root / "out"
    names = root / "names"
    names.write_bytes(b"".join(os.fsencode(path) + b"\0" for path in files))
    each = lambda *command: ["xargs", "-0", "-a", names, "-n", "100000", *command]
    bantin = lambda jobs: [arguments.binary, "convert", "--quiet", "--jobs", jobs, folder]
    programs = {
        "cat": (each("cat"), None),
        "wc -w": (each("wc", "-w"), {"LC_ALL": "C.UTF-8"}),
        "sha256sum": (each("sha256sum"), None),
        "bantin, 1 job": (bantin(1), None),
        "bantin, 2 jobs": (bantin(2), None),
    }
    for tool in ("cat", "wc", "sha256sum", "xargs"):
        if not shutil.which(tool):
            sys.exit(f"compare: there is no {tool}")
    times = {name: [] for name in programs}
    seconds(programs["cat"][0], out)
    for round_ in range(arguments.rounds):
        # Every other round backwards, so that none always comes behind the same one.
        for name in list(programs)[:: -1 if round_ % 2 else 1]:
            times[name].append(seconds(*programs[name][:1], out, programs[name][1]))
            out.unlink()
        print(f"round {round_ + 1} of {arguments.rounds} is done", file=sys.stderr)
    note = None
    if arguments.baseline.is_file():
        some = root / "part"
        some.mkdir()
        scale = total / size(part(files, some))
        times["script"] = [scale * seconds([sys.executable, arguments.baseline, some], out) for _ in range(2)]
        note = f"The script read a part of the files, one of {scale:.0f}, twice; its time is scaled."
    else:
        print(f"there is no script at {arguments.baseline}: it is left out", file=sys.stderr)
    return files, total, times, note


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=pathlib.Path, help="a folder of files that is there already")
    parser.add_argument("--make", type=pathlib.Path, nargs=2, metavar=("MAKER", "SOURCE"),
                        default=(SHARED / "tools" / "big_corpus.py", SHARED / "corpus" / "dev" / "text"),
                        help="what makes the files, and of which texts; default: the shared corpus")
    parser.add_argument("--mb", type=int, default=200, help="how much is made, in MiB; default: %(default)s")
    parser.add_argument("--rounds", type=int, default=5, help="default: %(default)s")
    parser.add_argument("--baseline", type=pathlib.Path, default=SHARED / "tools" / "baseline.py", help="the script")
    parser.add_argument("--binary", type=pathlib.Path, default=TARGET / "release" / "bantin", help="default: the release build")
    arguments = parser.parse_args()
    if not arguments.binary.is_file():
        sys.exit(f"compare: {arguments.binary} is not there: cargo build --release")
    with tempfile.TemporaryDirectory() as root:
        root = pathlib.Path(root)
        folder = corpus(arguments, root)
        if folder is None:
            print("there are no files to measure with: the comparison is skipped (--corpus or --make names some)")
            return 0
        load = os.getloadavg()[0]
        files, total, times, note = measure(arguments, folder, root)
    medians = {name: statistics.median(of) for name, of in times.items()}
    one, two = medians["bantin, 1 job"], medians["bantin, 2 jobs"]
    print(f"{len(files)} files, {total / 1e6:.0f} MB, median of {arguments.rounds}; commit {commit()}; {machine()}; "
          f"load when it began {load:.1f}\n")
    print("| program | s | MB/s | fastest | slowest |\n| --- | ---: | ---: | ---: | ---: |")
    for name, of in times.items():
        print(f"| {name} | {medians[name]:.2f} | {total / 1e6 / medians[name]:.0f} | {min(of):.2f} | {max(of):.2f} |")
    print("\n| ratio | times |\n| --- | ---: |")
    print(f"| wc -w over one job | {medians['wc -w'] / one:.2f} |")
    if "script" in medians:
        print(f"| script over one job | {medians['script'] / one:.1f} |")
    print(f"| one job over two jobs | {one / two:.2f} |")
    print(f"| sha256sum over one job | {medians['sha256sum'] / one:.2f} |")
    if note:
        print(f"\n{note}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
