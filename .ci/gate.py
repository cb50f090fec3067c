#!/usr/bin/env python3
"""The accuracy gate: no field may score below its floor on the shared corpus.

    gate.py                                 compare the release binary with .ci/floors.json
    gate.py --raise                         write higher floors where scores rose, and floors for new fields
    gate.py --lower FIELD --because "..."   write a lower floor; FIELD is `dev:cite.date`, or `cite.date` for all
    gate.py diff OLD NEW                    gains and losses by article, against the gold

OLD and NEW are JSON Lines files, or binaries to run. The shared corpus is looked for in ../shared/corpus (BANTIN_CORPUS
says where else) and its tools beside it; where there is none, the gate says so and passes.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ROOT / ".ci" / "floors.json"
CORPUS = pathlib.Path(os.environ.get("BANTIN_CORPUS") or ROOT.parent / "shared" / "corpus")
TOOLS = CORPUS.parent / "tools"
# Texts and gold of each part of the corpus.
PARTS = {"seeds": ("seeds", "seeds-gold"), "dev": ("dev/text", "dev/gold")}


def release_binary():
    return pathlib.Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target") / "release" / "bantin"


def tool(name, *arguments):
    """Runs one of the corpus's tools; a checker that finds something ends with 1, which is not a failure to run."""
    run = subprocess.run([sys.executable, TOOLS / name, *arguments], capture_output=True, text=True)
    if run.returncode not in (0, 1) or not run.stdout:
        sys.exit(f"gate: {name} failed: {run.stderr.strip()}")
    return run.stdout


def convert(binary, part, folder):
    """Converts the texts of a part into a JSON Lines file in `folder`."""
    out = pathlib.Path(folder) / f"{part}.jsonl"
    with out.open("wb") as stream:
        run = subprocess.run([binary, "convert", "--quiet", CORPUS / PARTS[part][0]], stdout=stream)
    if run.returncode != 0:
        sys.exit(f"gate: {binary} ended with {run.returncode} on {part}")
    return out


def measure(binary):
    """Every score of every part: {part: {field: score}}."""
    scores = {}
    with tempfile.TemporaryDirectory() as folder:
        for part, (texts, gold) in PARTS.items():
            out = convert(binary, part, folder)
            fields = json.loads(tool("score.py", CORPUS / gold, out, "--json").splitlines()[0])
            summary = tool("conserve.py", CORPUS / texts, out, "--show", "0").splitlines()[-1]
            files, total, lost, extra, bad = map(int, re.findall(r"\d+", summary))
            fields["conserve.whole_files"] = round(1 - bad / max(1, files), 4)
            fields["conserve.characters"] = round(1 - (lost + extra) / max(1, total), 6)
            scores[part] = dict(sorted(fields.items()))
    return scores


def load():
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}, "lowered": []}


def save(pinned):
    FLOORS.write_text(json.dumps(pinned, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def table(rows):
    """Prints rows of strings in columns."""
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def check(pinned, scores):
    """Compares scores with floors; True where none fell."""
    fallen, risen, loose = [], 0, []
    for part, floors in pinned["floors"].items():
        for field, floor in floors.items():
            score = scores.get(part, {}).get(field)
            if score is None or score < floor:
                fallen.append((part, field, f"{floor}", "missing" if score is None else f"{score}"))
            elif score > floor:
                risen += 1
    for part, fields in scores.items():
        loose += [f"{part}:{field}" for field in fields if field not in pinned["floors"].get(part, {})]
    for part, fields in scores.items():
        print(f"{part}: CORE_MEAN {fields['CORE_MEAN']}, perfect {fields['perfect_bulletins']} of {fields['bulletins']}, "
              f"whole files {fields['conserve.whole_files']}")
    if risen or loose:
        print(f"{risen} scores stand above their floor, {len(loose)} have none: .ci/gate.py --raise pins them")
    if fallen:
        print(f"{len(fallen)} scores fell below their floor:")
        table([("part", "field", "floor", "score"), *fallen])
    return not fallen


def raise_floors(pinned, scores):
    changed = [("part", "field", "floor", "new floor")]
    for part, fields in scores.items():
        floors = pinned["floors"].setdefault(part, {})
        for field, score in fields.items():
            if field not in floors or score > floors[field]:
                changed.append((part, field, f"{floors.get(field, '-')}", f"{score}"))
                floors[field] = score
        pinned["floors"][part] = dict(sorted(floors.items()))
    save(pinned)
    print(f"{len(changed) - 1} floors raised")
    if len(changed) > 1:
        table(changed)


def lower_floor(pinned, scores, wanted, reason):
    part_wanted, _, field = wanted.rpartition(":")
    found = False
    for part, floors in pinned["floors"].items():
        if field not in floors or part_wanted not in ("", part):
            continue
        found = True
        score = scores[part].get(field)
        if score is None:
            del floors[field]
        elif score < floors[field]:
            pinned["lowered"].append(
                {"part": part, "field": field, "from": floors[field], "to": score, "because": reason})
            print(f"{part}:{field} lowered from {floors[field]} to {score}")
            floors[field] = score
        else:
            print(f"{part}:{field} is {score}, its floor {floors[field]} holds: nothing to lower")
    if not found:
        sys.exit(f"gate: no floor is called {wanted}")
    save(pinned)


def misses(predictions, part):
    """What the scorer finds wrong: {(article, field): what it says}."""
    gold = CORPUS / PARTS[part][1]
    fields = json.loads(tool("score.py", gold, predictions, "--json").splitlines()[0])
    pattern = re.compile(r"^MISS (.*?) (%s) (.*)$" % "|".join(map(re.escape, sorted(fields, key=len, reverse=True))))
    found = collections.defaultdict(list)
    for line in tool("score.py", gold, predictions, "--show", str(10**9)).splitlines():
        if match := pattern.match(line):
            found[match[1], match[2]].append(match[3])
    return {where: "; ".join(said) for where, said in found.items()}


def predictions(argument, part, folder):
    """The JSON Lines of a part: those of a file that holds some of its texts, or what a binary makes of them."""
    path = pathlib.Path(argument)
    if not path.is_file():
        sys.exit(f"gate: {argument} is no file")
    with path.open("rb") as stream:
        is_json = stream.read(1) == b"{"
    if not is_json:
        os.makedirs(folder, exist_ok=True)
        return convert(path.resolve(), part, folder)
    names = set(os.listdir(CORPUS / PARTS[part][0]))
    with path.open(encoding="utf-8") as lines:
        held = any(os.path.basename(json.loads(line)["file"]["path"]) in names for line in lines if line.strip())
    return path if held else None


def diff(old, new):
    gains = losses = changes = compared = 0
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            pair = [predictions(path, part, os.path.join(folder, side)) for side, path in (("old", old), ("new", new))]
            if None in pair:
                continue
            compared += 1
            before, after = (misses(path, part) for path in pair)
            last = None
            for article, field in sorted(before.keys() | after.keys()):
                was, now = before.get((article, field)), after.get((article, field))
                if was == now:
                    continue
                if article != last:
                    print(f"{part} {article}")
                    last = article
                if now is None:
                    gains += 1
                    print(f"  + {field}: was {was}")
                elif was is None:
                    losses += 1
                    print(f"  - {field}: {now}")
                else:
                    changes += 1
                    print(f"  ~ {field}: {now}\n      was {was}")
    if not compared:
        sys.exit("gate: the two hold no text of the shared corpus in common")
    print(f"{gains} fields gained, {losses} lost, {changes} wrong in another way")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="?", choices=["diff"], help="compare two outputs by article")
    parser.add_argument("outputs", nargs="*", metavar="OUTPUT", help="for diff: OLD and NEW")
    parser.add_argument("--raise", action="store_true", dest="rise", help="write higher floors")
    parser.add_argument("--lower", metavar="FIELD", help="write a lower floor for this field")
    parser.add_argument("--because", metavar="REASON", help="why the floor is lowered; kept with the floors")
    parser.add_argument("--binary", type=pathlib.Path, default=release_binary(), help="default: the release build")
    arguments = parser.parse_args()
    if bool(arguments.lower) != bool((arguments.because or "").strip()):
        parser.error("--lower and --because go together")
    if arguments.rise and arguments.lower:
        parser.error("--raise and --lower exclude each other")
    if arguments.command == "diff" and len(arguments.outputs) != 2:
        parser.error("diff takes OLD and NEW")
    if not (CORPUS.is_dir() and TOOLS.is_dir()):
        print(f"the shared corpus is not there ({CORPUS}): the accuracy gate is skipped")
        return 0
    if arguments.command == "diff":
        diff(*arguments.outputs)
        return 0
    if not arguments.binary.exists():
        sys.exit(f"gate: {arguments.binary} is not there: cargo build --release")
    pinned, scores = load(), measure(arguments.binary)
    if arguments.rise:
        raise_floors(pinned, scores)
    elif arguments.lower:
        lower_floor(pinned, scores, arguments.lower, arguments.because.strip())
    return 0 if check(pinned, scores) else 1


if __name__ == "__main__":
    sys.exit(main())
