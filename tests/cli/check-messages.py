#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message of the command line and the workspace is printed in some transcript.

    check-messages.py SOURCE-FOLDER… -- TRANSCRIPT…
"""

import pathlib
import re
import sys

# What no transcript can bring about everywhere, and why.
BEYOND = {
    "%1$s: It cannot be read (%2$s). Try again, or copy it to another place.": "a disk that fails",
    "%1$s: This part of Hourbook, which looks into files, cannot be started (%2$s). Install Hourbook again.": "no command looks into files as yet",
    "Give a number with at most two decimals.": "no attribute of the vocabulary is one as yet",
    "Change it in the logbook.": "every text is taken",
    "not asked for": "no sample reading leads there",
    "at an application only": "the samples show it in their own words",
}

MARK = re.compile(r'\b(_|N_|C_|ngettext) ?\(\s*((?:"(?:[^"\\]|\\.)*"\s*,?\s*)+)')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
PLACE = re.compile(r"%(?:\d\$)?[a-z]+")


def messages(folder):
    """The texts marked for translation in the sources of a folder."""
    for path in sorted(pathlib.Path(folder).glob("*.c")):
        for mark in MARK.finditer(path.read_text(encoding="utf-8")):
            texts = STRING.findall(mark[2])
            for text in texts[1:] if mark[1] == "C_" else texts:
                yield path.name, text.replace("\\n", " ").strip()


def printed(paths):
    """All that the transcripts print, in one line: messages may be broken over several."""
    lines = []
    for path in paths:
        text = pathlib.Path(path).read_text(encoding="utf-8")
        lines += [line[3:] for line in text.splitlines() if line.startswith(("1> ", "2> "))]
    return re.sub(r"\s+", " ", " ".join(lines))


def pattern(text):
    parts = [re.escape(part) for part in PLACE.split(text)]
    return re.compile(re.sub(r"(\\ )+", r"\\s+", ".{0,400}?".join(parts)))


def main(*arguments):
    at = arguments.index("--")
    everything = printed(arguments[at + 1:])
    missing = []
    for folder in arguments[:at]:
        for name, text in messages(folder):
            if not text:
                continue
            found = pattern(text).search(everything) is not None
            if not found and text not in BEYOND:
                missing.append(f"{name}: “{text}” is in no transcript")
            if found and text in BEYOND:
                missing.append(f"{name}: “{text}” is in a transcript; take it off the list")
    print("\n".join(missing) or "every message is in a transcript")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
