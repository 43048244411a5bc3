#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make packages that somebody tampered with, or that another program made.

    change-package.py change OLD.zip NEW.zip [--replace NAME OLD NEW] [--drop NAME] [--cover]
    change-package.py twice OLD.zip NEW.zip WHAT
    change-package.py damage OLD.zip NEW.zip NAME
    change-package.py bag NEW.zip

"change" packs a package anew with a text in a file replaced or a file left out; with --cover the manifests are written anew as well, as
somebody does who wants it not to be seen. NAME is part of the name of one file. "twice" lets the description say WHAT twice: the first of its years, entries or files; with "none", no year. "damage" changes one bit where a file lies, as a bad disk does.
"bag" makes a bag as RFC 8493 has it that has nothing to do with Hourbook.
"""

import argparse
import hashlib
import json
import pathlib
import zipfile

PAYLOAD, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
LONG_AGO = (2024, 1, 1, 0, 0, 0)


def read(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write(path, files):
    with zipfile.ZipFile(path, "w") as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, LONG_AGO), content)


def find(files, part):
    names = [name for name in files if part in name]
    if len(names) != 1:
        raise SystemExit(f"{part} is in {len(names)} names: {', '.join(files)}")
    return names[0]


def manifest(files):
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()).encode()


def cover(files):
    """The files with manifests, and a size, that fit them."""
    top = find(files, "/bagit.txt").partition("/")[0] + "/"
    inner = {name.removeprefix(top): content for name, content in files.items()}
    payload = {name: content for name, content in inner.items() if name.startswith("data/")}
    inner[PAYLOAD] = manifest(payload)
    size = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}"
    info = inner["bag-info.txt"].decode().splitlines()
    inner["bag-info.txt"] = "".join(f"{size if line.startswith('Payload-Oxum:') else line}\n" for line in info).encode()
    inner[TAGS] = manifest({name: content for name, content in inner.items() if name not in payload and name != TAGS})
    return {top + name: content for name, content in inner.items()}


def change(arguments):
    files = read(arguments.old)
    for part, old, new in arguments.replace:
        name = find(files, part)
        if old.encode() not in files[name]:
            raise SystemExit(f"{name} has no {old}")
        files[name] = files[name].replace(old.encode(), new.encode())
    for part in arguments.drop:
        del files[find(files, part)]
    write(arguments.new, cover(files) if arguments.cover else files)


def twice(arguments):
    files = read(arguments.old)
    name = find(files, "/package.json")
    description = json.loads(files[name])
    place = description
    for key in ("years", "entries", "files"):
        if arguments.what == key:
            place[key] *= 2
        elif arguments.what == "none":
            place["years"] = []
            break
        place = place[key][0]
    files[name] = json.dumps(description, ensure_ascii=False).encode()
    write(arguments.new, cover(files))


def damage(arguments):
    content = bytearray(pathlib.Path(arguments.old).read_bytes())
    with zipfile.ZipFile(arguments.old) as package:
        entry = package.getinfo(find(package.namelist(), arguments.name))
    header = 30 + int.from_bytes(content[entry.header_offset + 26:entry.header_offset + 28], "little") + int.from_bytes(
        content[entry.header_offset + 28:entry.header_offset + 30], "little")
    content[entry.header_offset + header + entry.compress_size // 2] ^= 1
    pathlib.Path(arguments.new).write_bytes(content)


def bag(arguments):
    write(arguments.new, cover({"theirs/bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                                "theirs/bag-info.txt": b"Source-Organization: Somebody Else\n", "theirs/data/letter.txt": b"A letter.\n"}))


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("change")
    command.add_argument("old")
    command.add_argument("new")
    command.add_argument("--replace", nargs=3, action="append", default=[])
    command.add_argument("--drop", action="append", default=[])
    command.add_argument("--cover", action="store_true")
    command.set_defaults(run=change)
    for task, last in (damage, "name"), (twice, "what"):
        command = commands.add_parser(task.__name__)
        for name in "old", "new", last:
            command.add_argument(name)
        command.set_defaults(run=task)
    command = commands.add_parser("bag")
    command.add_argument("new")
    command.set_defaults(run=bag)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
