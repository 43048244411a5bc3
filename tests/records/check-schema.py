#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schema of the logbook and the reader agree, on the logbooks of bad/ and on those that are good.

    check-schema.py SCHEMA BAD-FOLDER GOOD-FOLDER…

What no schema can see is listed here; everything else that the reader refuses the schema refuses too.
"""
import json
import pathlib
import sys

import jsonschema

BEYOND_A_SCHEMA = {
    'duplicate-key': 'a key twice',
    'half-surrogate': 'a character',
    'invisible-key': 'a key twice',
    'many-digits': 'how a number is written',
    'nul': 'a character',
    'record-end-before-start': 'two values compared',
    'record-id-twice': 'two records compared',
    'too-deep': 'how deep a file is nested',
    'verified-hours': 'how many decimals a number has',
}
# Good for the schema, as far as they go, and refused by the reader: named in the folder of good ones for the fuzzer.
NOT_GOOD = {'twice', 'wrong', 'newer', 'duplicate', 'seventeen'}


def parse(path):
    """The document, or None where it is not JSON."""
    def refuse(word):
        raise ValueError(word)
    try:
        return json.loads(path.read_bytes().decode('utf-8'), parse_constant=refuse)
    except ValueError:
        return None


def main(schema_path, bad, *good):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    wrong, n = [], 0

    for path in sorted(pathlib.Path(bad).glob('*.json')):
        document = parse(path)
        if document is None:
            continue
        n += 1
        if checker.is_valid(document) != (path.stem in BEYOND_A_SCHEMA):
            wrong.append(f'{path}: the reader refuses it, and the schema ' +
                         ('does too: take it off the list' if path.stem in BEYOND_A_SCHEMA else 'does not'))
    for folder in good:
        for path in sorted(pathlib.Path(folder).glob('*.json')):
            if path.stem in NOT_GOOD:
                continue
            n += 1
            for error in checker.iter_errors(parse(path)):
                wrong.append(f'{path}: {error.json_path}: {error.message[:200]}')

    print('\n'.join(wrong) or f'{n} logbooks: the schema and the reader agree')
    return 1 if wrong or n < 30 else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
