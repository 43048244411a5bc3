#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schemas of packs and vocabulary and their readers agree, on the files of bad/ and on those that are good.

    check-schema.py SCHEMA-FOLDER BAD-FOLDER GOOD-FOLDER…

What no schema can see is listed here; everything else that a reader refuses its schema refuses too.
"""
import json
import pathlib
import sys

import jsonschema

BEYOND_A_SCHEMA = {
    'a key twice': 'head-duplicate-key',
    'an id twice': '''block-twice cap-twice clause-twice deadline-twice defect-twice evidence-twice extends-rule-twice
        extends-twice notice-twice reading-option-twice reading-twice rule-part-twice rule-twice vocabulary-choice-list-twice vocabulary-choices-twice
        vocabulary-document-twice vocabulary-fact-twice vocabulary-group-twice vocabulary-warning-twice''',
    'an id of nothing': '''block-bad-default block-unknown-activity condition-activity condition-choice
        condition-choice-far condition-far-fact condition-measure-unknown condition-unknown-attribute
        condition-unknown-fact condition-unknown-option condition-unknown-reading credit-clause credit-code
        credit-per-unknown defect-unknown-clause evidence-unknown-document extends-clause extends-rule
        gate-unknown-reading reading-ask reading-default reading-unknown-clause reduction-activity requirement-clauses
        rule-unknown-cap rule-unknown-clause rule-unknown-code rule-unknown-evidence rule-unknown-reading
        vocabulary-choices-unknown vocabulary-group-unknown''',
    'the type of a fact': '''application-since-type application-years-type condition-boolean-bounds
        condition-boolean-text condition-choice-boolean condition-choice-bounds condition-date-is
        condition-from-fact-type condition-integer-half condition-list-bounds condition-measure-type
        condition-number-dates condition-number-text condition-text-number credit-by-day-type credit-deemed-fact
        credit-stated-type credit-times window-fact year-fact-type year-latest-type year-number-type''',
    'two values compared': '''application-offsets-reversed condition-bounds-open condition-bounds-reversed
        condition-dates-reversed condition-month-days-reversed condition-year-reversed deadline-reversed
        head-covers-reversed requirement-total rule-since-until''',
    'what the block says': 'block-otherwise-nothing block-two-whens rule-no-clause rule-no-subject rule-nothing',
    'where a condition stands': 'application-fact deadline-when requirement-fact requirement-record-date',
    'which entry is the last': 'reduction-modes year-list-first-bare year-list-last-condition',
    'how deep things are nested': 'condition-too-deep credit-too-deep',
    'how a number is written': 'condition-bound-decimals credit-decimals',
    'another pack': 'extends-grandchild extends-itself extends-own-rule extends-replaced-reading extends-unknown',
}


def parse(path):
    """The document, or None where it is not JSON."""
    try:
        return json.loads(path.read_bytes().decode('utf-8'))
    except ValueError:
        return None


def checker(path):
    schema = json.loads(path.read_text(encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def main(schemas, bad, *good):
    packs = checker(pathlib.Path(schemas) / 'pack.schema.json')
    vocabularies = checker(pathlib.Path(schemas) / 'vocabulary.schema.json')
    beyond = {name for names in BEYOND_A_SCHEMA.values() for name in names.split()}
    seen, wrong = set(), []

    for path in sorted(pathlib.Path(bad).glob('*.json')):
        document = parse(path)
        if document is None:
            continue
        seen.add(path.stem)
        # What only the check for authors finds is no fault of shape.
        accepted = path.stem in beyond or path.stem.startswith('check-')
        if (vocabularies if path.stem.startswith('vocabulary-') else packs).is_valid(document) != accepted:
            wrong.append(f'{path}: the reader refuses it, and the schema ' +
                         ('does too: take it off the list' if accepted else 'does not'))
    wrong += [f'{name} is on the list of exceptions and not in {bad}' for name in sorted(beyond - seen)]

    n = len(seen)
    for path in sorted(path for folder in good for path in pathlib.Path(folder).glob('*.json')):
        if path.name.endswith('.schema.json'):
            continue
        n += 1
        for error in (vocabularies if path.stem == 'vocabulary' else packs).iter_errors(parse(path)):
            wrong.append(f'{path}: {error.json_path}: {error.message[:200]}')

    print('\n'.join(wrong) or f'{n} files: the schemas and the readers agree')
    return 1 if wrong or n < 60 else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
