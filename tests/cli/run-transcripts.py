#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run what the transcripts say, and compare what comes out.

usage: run-transcripts.py HOURBOOK_CLI TRANSCRIPT…

A transcript is a text file of commands and what they print:

    # A remark; it names the test.
    $ hourbook-cli check empty.json
    1> a line on standard output
    2> a line on standard error
    => 3

Commands are bash. They run one after another in a new folder that holds a copy of tests/cli/files, in C.UTF-8 unless they
set LC_ALL. $data is the data of this checkout, $tools is tests/cli. "in-terminal COLUMNS COMMAND…" runs a command in a terminal.

What differs from run to run is written as $work (the folder), TODAY, TIME (a moment), CHECKSUM (of a package) and N (the number of a process).

A changed program changes what is expected; to write all of it anew, and then read the difference:

    ./dev shell -c 'HBK_UPDATE_EXPECTED=1 ./dev test cli'
"""

import datetime
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DATA = str(HERE.parent.parent / "data")
SECONDS = 60
SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
MOMENTS = [
    (re.compile(r"\b\d{4}-\d\d-\d\d \d\d:\d\d\b"), "TIME"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "TIME"),
    (re.compile(r"\b\d{8}T\d{6}Z(-\d\d)?"), "TIME"),
    (re.compile(r"\b(process|进程) \d+"), r"\1 N"),
    # Of a whole package, which holds what other programs draw.
    (re.compile(r"(SHA-256[:：] ?)[0-9a-f]{64}"), r"\1CHECKSUM"),
]


class Step:
    """A command of a transcript, with the remarks before it and what it is expected to print."""

    def __init__(self, remarks, command):
        self.remarks = remarks
        self.command = command
        self.expected = []

    @property
    def name(self):
        words = [line.lstrip("# ") for line in self.remarks if line.startswith("#")]
        return (" ".join(words) or self.command).replace("#", "no. ")


def parse(text):
    """The steps of a transcript, and the lines after the last."""
    steps, remarks = [], []
    for line in text.splitlines():
        if line.startswith("$ "):
            steps.append(Step(remarks, line[2:]))
            remarks = []
        elif line[:2] in ("1>", "2>", "=>") and steps and not remarks:
            steps[-1].expected.append(line)
        else:
            remarks.append(line)
    return steps, remarks


def today():
    return datetime.datetime.now(tz=SHANGHAI).date().isoformat()


def steady(text, folder, days):
    """The text, with what differs from run to run replaced."""
    text = text.replace(DATA, "$data").replace(str(folder), "$work")
    for pattern, name in MOMENTS:
        text = pattern.sub(name, text)
    for day in days:
        text = text.replace(day, "TODAY")
    return text


def mark(prefix, output, folder, days):
    text = steady(output.decode("utf-8", errors="backslashreplace"), folder, days)
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        lines[-1] += "\\c"  # no line end at the end
    return [(f"{prefix} {line}").rstrip(" ") if line == "" else f"{prefix} {line}" for line in lines]


def run(step, folder, environment):
    """What a command prints, in the form of a transcript."""
    days = {today()}
    done = subprocess.run(["bash", "-c", step.command], cwd=folder, env=environment, capture_output=True,
                          stdin=subprocess.DEVNULL, check=False, timeout=SECONDS)
    days.add(today())
    return mark("1>", done.stdout, folder, days) + mark("2>", done.stderr, folder, days) + [f"=> {done.returncode}"]


def make_environment(cli, folder):
    programs = folder / ".programs"
    programs.mkdir()
    (programs / "hourbook-cli").symlink_to(cli)
    (programs / "in-terminal").symlink_to(HERE / "in-terminal")
    kept = {name: value for name, value in os.environ.items()
            if name.startswith(("HOURBOOK_", "ASAN_", "LSAN_", "UBSAN_", "G_", "MALLOC_")) or name == "TZ"}
    return {**kept, "LC_ALL": "C.UTF-8", "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(folder), "data": DATA, "tools": str(HERE),
            "HOURBOOK_DATA_DIR": DATA}


def rewrite(path, steps, rest):
    lines = []
    for step in steps:
        lines += [*step.remarks, f"$ {step.command}", *step.expected]
    path.write_text("\n".join(lines + rest) + "\n", encoding="utf-8")


def run_file(cli, path, number):
    """Runs a transcript; gives the number of its last test, and how many failed."""
    steps, rest = parse(path.read_text(encoding="utf-8"))
    update = "HBK_UPDATE_EXPECTED" in os.environ
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch, "work")
        shutil.copytree(HERE / "files", folder)
        environment = make_environment(cli, folder)
        for step in steps:
            number += 1
            found = run(step, folder, environment)
            if found == step.expected or update:
                print(f"ok {number} {step.name}")
            else:
                failed += 1
                print(f"not ok {number} {step.name}")
                print(f"# {path.name}: $ {step.command}")
                for line in difference(step.expected, found):
                    print(f"#   {line}")
            step.expected = found
    if update:
        rewrite(path, steps, rest)
    return number, failed


def difference(expected, found):
    return list(difflib.unified_diff(expected, found, "expected", "found", lineterm="", n=2))


def main(cli, *paths):
    number = failed = 0
    for path in paths:
        number, more = run_file(os.path.abspath(cli), pathlib.Path(path), number)
        failed += more
    print(f"1..{number}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
