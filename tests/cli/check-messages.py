#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message of the command line, the workspace and packages is printed in some transcript, or, where only the window or somebody who wants to
do harm brings it about, expected by a test of the workspace or of submission.

    check-messages.py SOURCES… -- TRANSCRIPT…

SOURCES is a folder, or a pattern of files.
"""

import pathlib
import re
import sys

# What no transcript can bring about everywhere, and why.
BEYOND = {
    "%1$s: It cannot be read (%2$s). Try again, or copy it to another place.": "a disk that fails",
    "not asked for": "no sample reading leads there",
    "at an application only": "the samples show it in their own words",
    "No clause of it is unclear.": "every pack has an unclear clause",
    "Document": "the document type of a file is changed in the window",
    "what is known of %u file was changed": "the document type of a file is changed in the window",
    "%u record was added": "several at once are added in the window",
    "%u file went to the trash": "several at once are removed in the window",
    "protected by a password": "test-papers has such a file",
    "says where it was taken": "test-pictures has such a file",
    "not looked into": "test-hostile has such files",
    "%1$s: This part of Hourbook, which looks into files, cannot be started (%2$s). Install Hourbook again.":
        "an installation that lacks a part",
    "Attach the file yourself.": "a file that goes away while it is imported",
    "%s: The disk does not give back what was written. The package was not made; use another disk.": "a disk that fails",
    "%s: The file changed while it was being packed, so the package was not made. Try again.": "a file that changes in that very moment",
    "the head of the report": "every character in it is in the font",
    "This Hourbook cannot read the rules by which a closed year was computed. Take the rules of today for it.":
        "rules of a Hourbook to come",
}

MARK = re.compile(r'\b(_|N_|C_|ngettext) ?\(\s*((?:"(?:[^"\\]|\\.)*"\s*,?\s*)+)')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
PLACE = re.compile(r"%(?:\d\$)?[0-9.]*[a-z]+")


def messages(sources):
    """The texts marked for translation in sources, each in its forms."""
    pattern_of_files = pathlib.Path(sources, "*.c") if pathlib.Path(sources).is_dir() else pathlib.Path(sources)
    for path in sorted(pattern_of_files.parent.glob(pattern_of_files.name)):
        for mark in MARK.finditer(path.read_text(encoding="utf-8")):
            texts = STRING.findall(mark[2])
            # Of a singular and a plural one is enough: which of them stands there is not ours to try.
            forms = [text.replace("\\n", " ").strip() for text in (texts[1:] if mark[1] == "C_" else texts)]
            yield path.name, forms if mark[1] == "ngettext" else forms[:1]


def printed(paths):
    """All that the transcripts print, in one line: messages may be broken over several."""
    lines = []
    for path in paths:
        text = pathlib.Path(path).read_text(encoding="utf-8")
        lines += [line[3:] for line in text.splitlines() if line.startswith(("1> ", "2> "))]
    return re.sub(r"\s+", " ", " ".join(lines))


def expected():
    """All texts that the tests of the workspace and of submission name."""
    tests = pathlib.Path(__file__).resolve().parent.parent
    return " ".join(text for folder in ("workspace", "submission") for path in sorted((tests / folder).glob("test-*.c"))
                    for text in STRING.findall(path.read_text(encoding="utf-8")))


def pattern(text):
    parts = [re.escape(part) for part in PLACE.split(text.replace("%%", "%"))]
    # What is put in at the ends may be anything.
    while len(parts) > 1 and parts[0].strip("\\ ") == "":
        parts.pop(0)
    while len(parts) > 1 and parts[-1].strip("\\ ") == "":
        parts.pop()
    return re.compile(re.sub(r"(\\ )+", r"\\s+", ".{0,400}?".join(parts)))


def main(*arguments):
    at = arguments.index("--")
    everything = printed(arguments[at + 1:]) + " " + expected()
    missing = []
    for sources in arguments[:at]:
        for name, forms in messages(sources):
            text = forms[0]
            if not text:
                continue
            found = any(pattern(form).search(everything) is not None for form in forms)
            if not found and text not in BEYOND:
                missing.append(f"{name}: “{text}” is in no transcript and no test")
            if found and text in BEYOND:
                missing.append(f"{name}: “{text}” is in a transcript or test; take it off the list")
    print("\n".join(missing) or "every message is in a transcript or test")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
