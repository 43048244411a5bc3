#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hourbook-cli prints with --json keeps to the published schemas.

    check-schemas.py HOURBOOK_CLI DATA BAD-LOGBOOKS BAD-PACKS

Every command runs on every sample, with several options and in two languages; check and check-pack also on files that are
broken. A schema that says nothing must not pass either: of every output members are taken out and added, and the schema
has to notice.
"""
import copy
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema
import referencing
import referencing.jsonschema

KINDS = ['application', 'assessment', 'comparison', 'description', 'explanation', 'package-result', 'packs', 'problems', 'summary', 'verification']
# Of the commands of the library; all of these stand in one schema.
OUTPUTS = ['change', 'records', 'record', 'trash', 'history', 'files', 'profile', 'readings', 'years', 'assessment', 'explanation',
           'import', 'backups', 'restore', 'words']
# What the library keeps is printed as it is, and may hold anything that a logbook may.
RAW = ('record', 'before', 'after', 'answers')
LANGUAGES = ['en_US.UTF-8', 'zh_CN.UTF-8']
LEVELS = ['junior', 'intermediate', 'senior']
AS_OF = ['--as-of', '2025-06-30']


class Checker:
    def __init__(self, cli, data):
        self.cli = cli
        self.data = data
        self.wrong = []
        self.seen = {}
        self.n = 0
        self.validators = self.load()

    def load(self):
        """A validator for each kind; one schema may refer to another beside it."""
        schemas = {kind: json.loads((self.data / f'{kind}.schema.json').read_text(encoding='utf-8')) for kind in [*KINDS, 'library']}
        registry = referencing.Registry().with_resources(
            (f'{kind}.schema.json', referencing.jsonschema.DRAFT7.create_resource(schema))
            for kind, schema in schemas.items())
        for kind, schema in schemas.items():
            jsonschema.Draft7Validator.check_schema(schema)
            self.check_words(f'{kind}.schema.json', schema)
        roots = {kind: {**schema, '$id': f'{kind}.schema.json'} for kind, schema in schemas.items()}
        roots.update((f'library {output}', {'$ref': f'library.schema.json#/definitions/output-{output}'}) for output in OUTPUTS)
        return {kind: jsonschema.Draft7Validator(root, registry=registry, format_checker=jsonschema.FormatChecker())
                for kind, root in roots.items()}

    def check_words(self, where, schema):
        """Every member has a title, and every object says what may be in it."""
        if isinstance(schema, list):
            for item in schema:
                self.check_words(where, item)
        if not isinstance(schema, dict):
            return
        if schema.get('type') == 'object' and schema.get('additionalProperties') is not False and 'logbook.schema' not in schema.get('description', ''):
            self.wrong.append(f'{where}: an object that may hold anything')
        for name, member in schema.get('properties', {}).items():
            if 'title' not in member:
                self.wrong.append(f'{where}: "{name}" has no title')
        for key, value in schema.items():
            if key == 'properties':
                for member in value.values():
                    self.check_words(where, member)
            else:
                self.check_words(where, value)

    def run(self, *arguments, language='C.UTF-8'):
        environment = {**os.environ, 'HOURBOOK_DATA_DIR': str(self.data), 'LC_ALL': language}
        environment.pop('LANGUAGE', None)
        return subprocess.run([self.cli, *map(str, arguments), '--json'], capture_output=True, env=environment, check=False)

    def check(self, kind, *arguments, status=(0,), language='C.UTF-8'):
        """Runs a command; returns the document."""
        self.n += 1
        name = ' '.join(map(str, arguments))
        done = self.run(*arguments, language=language)
        if done.returncode not in status:
            self.wrong.append(f'{name}: exit status {done.returncode}, not {status}: {done.stderr.decode().strip()[:300]}')
            return None
        try:
            document = json.loads(done.stdout.decode('utf-8'), object_pairs_hook=self.unique)
        except ValueError as error:
            self.wrong.append(f'{name}: not JSON: {error}')
            return None
        for error in list(self.validators[kind].iter_errors(document))[:5]:
            self.wrong.append(f'{name}: {error.json_path}: {error.message[:200]}')
        self.seen.setdefault(kind, []).append(document)
        return document

    @staticmethod
    def unique(pairs):
        if len(dict(pairs)) != len(pairs):
            raise ValueError('a key twice: ' + ', '.join(key for key, _ in pairs))
        return dict(pairs)

    def check_strictness(self):
        """Of a document of each kind, every member is needed, none may be added, and none may be of another type."""
        for kind in [*KINDS, *(f'library {output}' for output in OUTPUTS)]:
            document = max(self.seen.get(kind, [{}]), key=lambda item: len(json.dumps(item)))
            self.n += 1
            done = set()
            for path, member in objects(document):
                shape = tuple(key for key in path if isinstance(key, str))
                if shape in done or (kind.startswith('library') and any(key in RAW for key in shape)):
                    continue
                done.add(shape)
                for key in member:
                    self.expect_refusal(kind, document, path, lambda item, key=key: item.pop(key), f'without "{key}"')
                    if not (kind.startswith('library') and key in RAW):
                        self.expect_refusal(kind, document, path, lambda item, key=key: item.update({key: {'x': 1}}),
                                            f'with another type of "{key}"')
                self.expect_refusal(kind, document, path, lambda item: item.update(x=1), 'with "x" added')

    def expect_refusal(self, kind, document, path, change, what):
        changed = copy.deepcopy(document)
        item = changed
        for key in path:
            item = item[key]
        change(item)
        if self.validators[kind].is_valid(changed):
            self.wrong.append(f'schema of {kind}: accepts {"/".join(map(str, path)) or "the document"} {what}')


def objects(value, path=()):
    if isinstance(value, dict):
        yield path, value
        for key, member in value.items():
            yield from objects(member, (*path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value[:1]):
            yield from objects(item, (*path, position))


def smaller(document):
    """The document with one item of each list, which is enough to try a schema."""
    if isinstance(document, dict):
        return {key: smaller(value) for key, value in document.items()}
    if isinstance(document, list):
        return [smaller(max(document, key=lambda item: len(json.dumps(item))))] if document else []
    return document


def check_packs(checker):
    packs = {}
    for language in LANGUAGES:
        listing = checker.check('packs', 'packs', language=language)
        for pack in listing['packs'] if listing else []:
            packs[pack['id']] = checker.check('description', 'describe', pack['id'], language=language)
    for pack in packs:
        checker.check('problems', 'check-pack', checker.data / 'packs' / f'{pack}.json')
    return packs


def check_readings(checker, sample, packs):
    """Each option of each reading of the sample's pack, all the first options together, all the second ones, and so on."""
    readings = packs[sample.stem]['readings']
    for position in range(max((len(reading['options']) for reading in readings), default=0)):
        options = AS_OF.copy()
        for reading in readings:
            option = reading['options'][min(position, len(reading['options']) - 1)]
            options += ['--reading', f'{reading["id"]}={option["id"]}']
        checker.check('assessment', 'assess', sample, *options)
        checker.check('application', 'apply', sample, '--level', 'senior', '--year', '2025', *options)


def check_sample(checker, sample, packs):
    checker.check('problems', 'check', sample)
    checker.check('problems', 'check', sample, '--strict', status=(0, 1))
    checker.check('assessment', 'assess', sample)
    checker.check('assessment', 'assess', sample, '--year', '2024', '--year', '2030')
    checker.check('assessment', 'assess', sample, '--strict', *AS_OF, status=(0, 1))
    checker.check('assessment', 'assess', sample, *AS_OF, '--profile', 'title_level=', '--profile', 'sector=')
    for language in LANGUAGES:
        checker.check('assessment', 'assess', sample, *AS_OF, language=language)
        checker.check('comparison', 'compare', sample, *[f'--pack={pack}' for pack in packs], *AS_OF, language=language)
    for pack in packs:
        checker.check('assessment', 'assess', sample, '--pack', pack, *AS_OF)
        for level in LEVELS:
            checker.check('application', 'apply', sample, '--pack', pack, '--level', level, '--year', '2025', *AS_OF)
    for record in json.loads(sample.read_text(encoding='utf-8'))['records']:
        checker.check('explanation', 'explain', sample, record['id'], *AS_OF)
    check_readings(checker, sample, packs)


def check_library(checker, folder):
    """A library from its first day on; whatever its commands print with --json."""
    library, other = folder / 'library', folder / 'other'
    proof, table, backup = folder / 'proof.txt', folder / 'table.csv', folder / 'backup.zip'
    proof.write_text('proof', encoding='utf-8')
    table.write_text('活动名称,类别,开始日期\nClass,training,2024-05-01\nOther,xxx,2024-05-02\n', encoding='utf-8')
    sample = checker.data / 'samples' / 'yuxi.json'

    def check(output, *arguments, place=library, status=(0,)):
        return checker.check(f'library {output}', *arguments, '--library', place, status=status)

    checker.check('library words', 'vocabulary')
    check('change', 'init', '--profile', 'region=yuxi', '--profile', 'title_level=intermediate')
    check('change', 'profile', '--profile', 'region=qinghai', '--from', '2023-07-01')
    check('profile', 'profile')
    check('change', 'add', '--id', 'a1', '--activity', 'training', '--title', 'Class', '--start', '2024-05-13', '--file', proof)
    check('change', 'add', '--id', 'a2', '--activity', 'paper', '--title', 'Paper', '--start', '2023-05-13')
    check('change', 'attach', 'a2', proof)
    check('change', 'inbox', table, proof)
    check('change', 'inbox', proof, folder / 'mixed', status=(3,))
    check('change', 'edit', 'a1', '--note', '')
    check('change', 'edit', 'a1', '--note', 'x')
    for output, *arguments in (('import', sample), ('import', sample, '--confirm'), ('import', table)):
        check(output, 'import', *arguments)
    check('change', 'edit', 'yx-2024-05', '--title', 'Mine')
    check('change', 'export', folder / 'out.json')
    theirs = folder / 'theirs.json'
    theirs.write_text((folder / 'out.json').read_text(encoding='utf-8').replace('"Mine"', '"Theirs"').replace('县级知识讲座', 'x'),
                      encoding='utf-8')
    check('import', 'import', theirs)
    check('change', 'backup', backup)
    check('backups', 'backup', '--list')
    check('change', 'remove', 'a2')
    check('change', 'edit', 'a1', '--title', 'Changed')
    check('change', 'add', '--id', 'a3', '--activity', 'other', '--title', 'New', '--start', '2024-01-01')
    check('trash', 'trash')
    check('restore', 'restore-backup', backup)
    check('restore', 'restore-backup', backup, '--confirm', place=other)
    for output, *arguments in (('records', 'list'), ('record', 'show', 'a1'), ('files', 'files'), ('files', 'inbox'), ('years', 'years'),
                               ('readings', 'readings'), ('assessment', 'assess', *AS_OF), ('explanation', 'explain', 'yx-2024-15')):
        check(output, *arguments)
    check('change', 'hand-in', '2024', '--note', 'x')
    check('change', 'edit', 'a1', '--title', 'Corrected', '--correction', 'a misprint')
    check('assessment', 'assess', '--year', '2024', '--profile', 'title_level=senior')
    check('years', 'years')
    check('change', 'reopen', '2024', '--correction', 'y')
    check('change', 'undo', '--correction', 'z')
    check('history', 'history')
    check('history', 'history', 'a1')
    checker.check('problems', 'check-library', '--library', library)
    checker.check('application', 'apply', '--level', 'senior', '--year', '2025', *AS_OF, '--library', library)
    check_newer(checker, folder, check)


def check_packages(checker, folder):
    """A package: the check before, the package, what its receiver sees, good and bad, and the summary of several."""
    library, proof = folder / 'packages', folder / 'notice.txt'
    proof.write_text('notice', encoding='utf-8')
    target = ['--library', library, '--year', '2024', '--as-of', '2025-01-15']
    for arguments in (['init', '--profile', 'region=yuxi', '--profile', 'name=玉小溪', '--profile', 'employer=示例单位'],
                      ['import', '--confirm', checker.data / 'samples' / 'yuxi.json'],
                      ['attach', 'yx-2024-01', proof]):
        checker.check(f'library {"import" if arguments[0] == "import" else "change"}', *arguments, '--library', library)
    for language in LANGUAGES:
        checker.check('package-result', 'package', *target, '--check', language=language)
    checker.check('package-result', 'package', *target, '--check', '--strict', status=(1,))
    checker.check('package-result', 'package', *target, '--check', '--types', 'pdf', status=(1,))
    checker.check('package-result', 'package', *target, '--types', 'pdf', folder / 'refused.zip', status=(3,))
    checker.check('package-result', 'package', *target, '--trial', '--folder', folder / 'package')
    checker.check('package-result', 'package', *target, folder / 'package.zip')
    checker.check('package-result', 'package', *target, '--trial', folder / 'again.zip')
    (folder / 'package' / 'data' / 'package.json').write_text('x', encoding='utf-8')
    (folder / 'bag' / 'data').mkdir(parents=True)
    (folder / 'bag' / 'bagit.txt').write_text('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', encoding='utf-8')
    (folder / 'bag' / 'manifest-sha256.txt').touch()
    for name, status in ('package.zip', 0), ('package', 1), ('bag', 0):
        for language in LANGUAGES:
            checker.check('verification', 'verify', folder / name, status=(status,), language=language)
    checker.check('summary', 'summarise', folder / 'package.zip', '--xlsx', folder / 'one.xlsx')
    checker.check('summary', 'summarise', folder / 'package.zip', folder / 'package', folder / 'none', '--strict',
                  '--xlsx', folder / 'all.xlsx', status=(1,))


def check_newer(checker, folder, check):
    """A closed year, after its rules were updated."""
    data = checker.data
    checker.data = folder / 'data'
    shutil.copytree(data, checker.data)
    pack = checker.data / 'packs' / 'yuxi.json'
    pack.chmod(0o644)
    pack.write_text(pack.read_text(encoding='utf-8').replace('"revision": "', '"revision": "9'), encoding='utf-8')
    check('years', 'years')
    check('assessment', 'assess', *AS_OF)
    checker.data = data


def main(cli, data, bad_logbooks, bad_packs):
    checker = Checker(cli, pathlib.Path(data))
    packs = check_packs(checker)
    samples = sorted((checker.data / 'samples').glob('*.json'))
    for sample in samples:
        check_sample(checker, sample, packs)
    for command, folder in ('check', bad_logbooks), ('check-pack', bad_packs):
        for path in sorted(pathlib.Path(folder).glob('*.json')):
            document = checker.check('problems', command, path, status=(3,))
            if document is not None and not document['problems']:
                checker.wrong.append(f'{command} {path}: refused without a problem')
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / 'mixed').mkdir()
        os.mkfifo(folder / 'mixed' / 'pipe')
        check_library(checker, folder)
        check_packages(checker, folder)
    checker.seen = {kind: [smaller(merged(documents))] for kind, documents in checker.seen.items()}
    checker.check_strictness()

    print('\n'.join(checker.wrong[:60]) or f'{checker.n} outputs keep to the schemas')
    return 1 if checker.wrong or not samples else 0


def merged(documents):
    """Of documents of one kind, the one that shows most kinds of objects."""
    return max(documents, key=lambda item: (len({tuple(key for key in path if isinstance(key, str))
                                                 for path, _ in all_objects(item)}), len(json.dumps(item))))


def all_objects(value, path=()):
    if isinstance(value, dict):
        yield path, value
        for key, member in value.items():
            yield from all_objects(member, (*path, key))
    elif isinstance(value, list):
        for item in value:
            yield from all_objects(item, (*path, 0))


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
