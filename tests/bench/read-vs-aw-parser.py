#!/usr/bin/python3
"""Whole processes: reading a screenplay here against the npm package aw-parser on the same file in the same run.

    read-vs-aw-parser.py LIMIT READER [FILE]

READER takes a file and prints JSON: "plateau-cli read --format json" as one word, or read-script of this folder. FILE
is any Fountain file; without one PLT_BENCH_SCRIPT, or else the example film made as long as a feature. Needs node and the package, which is
no part of this tree: `npm install aw-parser` in a folder of its own, then NODE_PATH=FOLDER/node_modules. Skips (exit
status 77) without them. Fails when the fastest of ours takes more than 1/LIMIT of the fastest
of theirs: on a machine that does other work the fastest runs are those that say what the programs cost.
"""
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

RUNS = 21
THEIRS = """
const fs = require('fs'), aw = require('aw-parser');
const script = aw.parser.parse(fs.readFileSync(process.argv[1], 'utf8'), {
  print_headers: true, print_actions: true, print_dialogues: true, print_notes: true, print_sections: true,
  print_synopsis: true, use_dual_dialogue: true});
console.log(script.tokens.filter(t => t.type === 'scene_heading').length);
"""


def skip(why):
    print("skipped:", why)
    sys.exit(77)


def run(command):
    start = time.perf_counter()
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return time.perf_counter() - start, out


def feature(folder):
    root = pathlib.Path(__file__).resolve().parents[2]
    example = (root / "data/examples/la-passe.fountain").read_text(encoding="utf-8")
    path = pathlib.Path(folder) / "feature.fountain"
    path.write_text("\n\n".join([example] * (150000 // len(example.encode()) + 1)), encoding="utf-8")
    return path


def main():
    limit, reader = float(sys.argv[1]), shlex.split(sys.argv[2])
    if shutil.which("node") is None:
        skip("node is not installed")
    if subprocess.run(["node", "-e", "require('aw-parser')"], capture_output=True).returncode:
        skip("aw-parser is not found: npm install aw-parser, NODE_PATH=…/node_modules")
    with tempfile.TemporaryDirectory() as folder:
        path = sys.argv[3] if len(sys.argv) > 3 else os.environ.get("PLT_BENCH_SCRIPT") or str(feature(folder))
        ours, theirs = [], []
        for _ in range(RUNS):
            seconds, out = run([*reader, path])
            ours.append(seconds)
            scenes = len(json.loads(out)["sequences"])
            seconds, out = run(["node", "-e", THEIRS, path])
            theirs.append(seconds)
    ratio = min(theirs) / min(ours)
    print(f"read: {scenes} sequences (aw-parser {out.strip()}), 1/{ratio:.1f} of aw-parser's time (limit 1/{limit:g})")
    sys.exit(0 if ratio >= limit else 1)


main()
