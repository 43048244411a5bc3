#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Summaries, tables and descriptions of packages, as other programs read them.

    check-sheets.py SHEET-WORKER SCHEMA

The worker writes them in several locales, time zones and temporary folders, and the bytes have to be the same. Then the workbooks are read
with openpyxl, the tables with csv, and the descriptions with the published schema, which has to agree with our reader on what is wrong.
"""
import copy
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import jsonschema
import openpyxl

SHEETS = ['年度汇总', '学时明细', '超限与未计', '汇总表行', '说明']
# What the samples come to; the transcripts of the command line say the same.
FIGURES = {
    ('yuxi', 2024): {'要求学时': ('未规定', 60, 90), '认定学时': (20, 166.5, 186.5), '其中：材料齐全': (20, 156.5, 176.5),
                     '其中：已审验': (0, 0, 0), '待补（未计入）': (0, 0, 0), '超限（未计入）': (0, 0, 0), '结论': '达标'},
    ('qinghai', 2024): {'要求学时': (45, 90, 135), '认定学时': (27, 84, 111), '其中：材料齐全': (27, 56, 83), '其中：已审验': (18, 33, 51),
                        '待补（未计入）': (0, 10, 10), '超限（未计入）': (0, 5, 5), '结论': '未达标，缺公需科目18、专业科目6学时'},
}
YEARS = {'yuxi': [2024], 'qinghai': [2020, 2021, 2022, 2023, 2024], 'changzhou': [2024], 'naughty': [2024]}
OUTCOMES = {'credited': '计入', 'deemed': '视同完成', 'pending': '待补', 'excluded': '不计', 'no_rate': '无折算标准', 'duplicate': '重复不计'}
# As the records have them, but for what no cell can hold: a bell, a tab, and U+FFFE.
NAUGHTY = ['=1+1', '+A1', '-2+3', '@SUM(A1)', '\u3000＝1+1', "'=1", ' =1', '_x0041_', '2024-05-01', '007', 'x\ufffdy', 'a b',
           '=HYPERLINK("http://x.invalid","y")', '两\n行, "引"；', 'http://x.invalid/']
FORMULA = re.compile(r"['\s\u3000]*[=+\-@＝＋－＠]")
wrong = []


def expect(where, found, expected):
    if found != expected:
        wrong.append(f'{where}: {found!r}, and not {expected!r}')


# ---- The same bytes everywhere ----

def make_comma_locale(folder):
    """A locale that writes 7,5 for 7.5."""
    subprocess.run(['localedef', '-i', 'de_DE', '-f', 'UTF-8', folder / 'de_DE.UTF-8'], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def run_everywhere(worker, scratch):
    make_comma_locale(scratch)
    (scratch / 'tmp').mkdir()
    settings = [
        ({'LC_ALL': 'C.UTF-8', 'TZ': 'UTC'}, '.'),
        ({'LC_ALL': 'zh_CN.UTF-8', 'TZ': 'Asia/Shanghai'}, '.'),
        ({'LC_ALL': 'C', 'TZ': 'America/St_Johns'}, '.'),
        ({'LC_ALL': 'de_DE.UTF-8', 'LOCPATH': str(scratch), 'TZ': 'Pacific/Kiritimati', 'TMPDIR': str(scratch / 'tmp')}, ','),
        ({'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'TMPDIR': '/nonexistent'}, '.'),
    ]
    first = None
    for number, (setting, point) in enumerate(settings):
        folder = scratch / str(number)
        folder.mkdir()
        done = subprocess.run([worker, folder], env={**os.environ, **setting}, check=False, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f'{setting}: {done.stderr}')
        expect(f'{setting}: the point', done.stdout.strip(), point)
        made = {path.name: path.read_bytes() for path in folder.iterdir()}
        first = first or made
        for name in first:
            if made.get(name) != first[name]:
                wrong.append(f'{name} is another file in {setting}')
    expect('what is left in the temporary folder', list((scratch / 'tmp').iterdir()), [])
    return first


# ---- Workbooks ----

def check_archive(name, data, day):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        expect(f'{name}: damaged', archive.testzip(), None)
        core = archive.read('docProps/core.xml').decode('utf-8')
        expect(f'{name}: created', re.findall(r'>(\d{4}-\d\d-\d\d)T12:00:00Z<', core), [day, day])
        for entry in archive.infolist():
            expect(f'{name}: {entry.filename}: moment', entry.date_time[0], 1980)
            if b'<f>' in archive.read(entry) or 'hyperlink' in entry.filename or 'external' in entry.filename:
                wrong.append(f'{name}: {entry.filename}: a formula or a link')


def check_print(where, sheet, n_heads):
    expect(f'{where}: paper', str(sheet.page_setup.paperSize), str(sheet.PAPERSIZE_A4))
    expect(f'{where}: fits the width', (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight),
           (True, 1, 0))
    expect(f'{where}: repeated', sheet.print_title_rows, f'$1:${n_heads + 1}')
    expect(f'{where}: in sight', sheet.freeze_panes, f'A{n_heads + 2}')
    expect(f'{where}: pages', sheet.oddFooter.right.text, '第 &P 页，共 &N 页')
    heading = sheet[n_heads + 1]
    for cell in heading:
        if cell.value is None or not cell.font.bold:
            wrong.append(f'{where}: {cell.coordinate}: no heading')
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in heading]
    if min(widths) < 5 or len(set(widths)) < 2:
        wrong.append(f'{where}: widths are not set: {widths}')
    wide = sum(widths) > 110
    expect(f'{where}: orientation', sheet.page_setup.orientation == 'landscape', wide)


def check_cells(where, sheet):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type not in ('s', 'n'):
                wrong.append(f'{where}: {cell.coordinate}: of the type {cell.data_type}')
            if cell.hyperlink is not None:
                wrong.append(f'{where}: {cell.coordinate}: a link')
            if isinstance(cell.value, (int, float)):
                expect(f'{where}: {cell.coordinate}: format', cell.number_format, '0' if cell.value == int(cell.value) else '0.00')


def rows_of(sheet, n_heads):
    """Of the table: a mapping by the headings for each row."""
    rows = list(sheet.iter_rows(min_row=n_heads + 1, values_only=True))
    table = []
    for row in rows[1:]:
        if all(value is None for value in row):
            break
        table.append(dict(zip(rows[0], row)))
    return table


def check_years(name, rows, description):
    items = {}
    for row in rows:
        items.setdefault(row['年度'], {})[row['项目']] = (row['公需科目'], row['专业科目'], row['合计'])
        if row['项目'] == '认定学时':
            items[row['年度']]['结论'] = row['结论']
    expect(f'{name}: years', list(items), YEARS[name])
    for year in description['years']:
        found = items[year['year']]
        for word, member in ('认定学时', 'credited'), ('其中：材料齐全', 'evidenced'), ('其中：已审验', 'verified'), ('待补（未计入）', 'pending'), ('超限（未计入）', 'lost'):
            hours = year[member]
            expect(f'{name}: {year["year"]}: {word}', found[word], (hours['public'], hours['professional'], hours['total']))
    for (sample, year), figures in FIGURES.items():
        if sample == name:
            expect(f'{name}: {year}', items[year], figures)


def check_entries(name, rows, description):
    entries = [(year, entry) for year in description['years'] for entry in year['entries']]
    expect(f'{name}: entries', len(rows), len(entries))
    for row, (year, entry) in zip(rows, entries):
        where = f'{name}: entry {entry["number"]}'
        expect(where, (row['编号'], row['年度']), (entry['number'], year['year']))
        expect(f'{where}: hours', (row['公需学时'], row['专业学时'], row['学时合计']), tuple(entry['credited'].values()))
        expect(f'{where}: lost', row['折算学时'] - row['超限学时'], row['学时合计'])
        expect(f'{where}: outcome', row['结果'], OUTCOMES[entry['outcome']])
        numbers = [part.split(' ')[0] for part in row['证明材料编号'].split('；')] if row['证明材料编号'] else []
        expect(f'{where}: files', numbers, [file['number'] for file in entry['files']])
        if not row['依据条款']:
            wrong.append(f'{where}: no clause')


def check_losses(name, rows, entries):
    expected = sum(row['结果'] not in ('计入', '视同完成') for row in entries) + sum(row['超限学时'] > 0 for row in entries)
    if expected == 0:
        expect(f'{name}: nothing lost', rows[0]['编号'], '无')
        return
    expect(f'{name}: losses', len(rows), expected)
    for row in rows:
        for column in '依据条款', '条款内容', '原因':
            if not row[column]:
                wrong.append(f'{name}: loss of {row["编号"]}: no {column}')


def check_about(name, rows, description):
    texts = {row['项目']: row for row in rows}
    rules = description['years'][-1]['pack']
    expect(f'{name}: version', texts['规则包版本']['内容'], rules['version'])
    expect(f'{name}: checksum', texts['规则包 SHA-256']['内容'], rules['sha256'])
    expect(f'{name}: checksum of the parent', texts.get('上级规则包 SHA-256', {}).get('内容'), rules.get('parent_sha256'))
    expect(f'{name}: checksum of the vocabulary', texts['词汇表 SHA-256']['内容'], rules['vocabulary_sha256'])
    expect(f'{name}: day', texts['计算日期']['内容'], description['as_of'])
    for reading in description['years'][-1]['readings']:
        expect(f'{name}: reading {reading}', f'口径 {reading}' in texts, True)


def check_csv(name, data, sheet):
    text = data.decode('utf-8')
    expect(f'{name}.csv: mark', text[:1], '\ufeff')
    if re.search(r'(?<!\r)\n', re.sub(r'"(?:[^"]|"")*"', '', text)):
        wrong.append(f'{name}.csv: a line does not end in CR LF')
    rows = list(csv.reader(io.StringIO(text[1:], newline='')))
    expected = [['' if value is None else str(value) for value in row] for row in sheet.iter_rows(min_row=3, values_only=True)]
    expect(f'{name}.csv: rows', len(rows), len(expected))
    for number, (row, other) in enumerate(zip(rows, expected)):
        for found, value in zip(row, other):
            guarded = bool(FORMULA.match(value)) and not re.fullmatch(r'[+-]?\d+(\.\d+)?', value)
            expect(f'{name}.csv: row {number}', found, "'" + value if guarded else value)


def check_workbook(name, files):
    description = json.loads(files[f'{name}.json'])
    check_archive(name, files[f'{name}.xlsx'], description['as_of'])
    book = openpyxl.load_workbook(io.BytesIO(files[f'{name}.xlsx']))
    expect(f'{name}: sheets', book.sheetnames, SHEETS)
    heads = {sheet: 1 if sheet == '说明' else 2 for sheet in SHEETS}
    tables = {}
    for sheet in book:
        check_print(f'{name}: {sheet.title}', sheet, heads[sheet.title])
        check_cells(f'{name}: {sheet.title}', sheet)
        tables[sheet.title] = rows_of(sheet, heads[sheet.title])
    check_years(name, tables['年度汇总'], description)
    check_entries(name, tables['学时明细'], description)
    check_losses(name, tables['超限与未计'], tables['学时明细'])
    check_about(name, tables['说明'], description)
    expect(f'{name}: lines for the unit', [(row['姓名'], row['年度'], row['合计学时']) for row in tables['汇总表行']],
           [(description['person']['name'], year['year'], year['credited']['total']) for year in description['years']])
    check_csv(name, files[f'{name}.csv'], book['学时明细'])
    if name == 'naughty':
        expect('naughty: titles', sorted(row['名称'] for row in tables['学时明细']), sorted(NAUGHTY))
        expect('naughty: name', tables['汇总表行'][0]['姓名'], '=cmd|x')
        # Excel would read _x0041_ as A; openpyxl leaves it alone.
        with zipfile.ZipFile(io.BytesIO(files['naughty.xlsx'])) as archive:
            expect('naughty: escaped', b'>_x005F_x0041_<' in archive.read('xl/sharedStrings.xml'), True)
    if name == 'qinghai':
        expect('qinghai: a cap', next(row for row in tables['超限与未计'] if row['情形'] == '超限')['原因'], '上限 30 学时，由 7 减为 2')
        expect('qinghai: a missing fact', next(row for row in tables['超限与未计'] if row['情形'] == '待补')['原因'], '待补：作者人数')
    if name == 'yuxi':
        expect('yuxi: form', book['汇总表行']['A1'].value, '玉溪市专业技术人员继续教育学时登记备案汇总表（附件2）')
        expect('yuxi: copies', any('一式 2 份' in str(row[0]) for row in book['汇总表行'].values), True)


def check_clerk(data):
    check_archive('clerk', data, '2025-02-01')
    book = openpyxl.load_workbook(io.BytesIO(data))
    expect('clerk: sheets', book.sheetnames, ['汇总表', '问题'])
    for sheet in book:
        check_print(f'clerk: {sheet.title}', sheet, 1)
        check_cells(f'clerk: {sheet.title}', sheet)
    rows = rows_of(book['汇总表'], 1)
    expect('clerk: lines', [(row['序号'], row['年度'], row['合计学时'], row['结论'], row['材料包']) for row in rows], [
        (1, 2024, 186.5, '达标', '完好'),
        (2, 2020, 141, '达标', '完好'), (2, 2021, 138, '达标', '完好'), (2, 2022, 127, '未达标', '完好'), (2, 2023, 163, '达标', '完好'),
        (2, 2024, 111, '未达标', '完好'),
        (3, None, None, None, '无法读取'),
        (4, 2024, 480, '达标', '有 2 个问题'),
        (5, 2024, 186.5, '达标', '完好'),
    ])
    expect('clerk: who', (rows[0]['姓名'], rows[0]['单位'], rows[0]['职称'], rows[0]['要求学时']), ('学时簿示例·玉小溪', '示例勘测设计院（虚构）', '工程师', 90))
    # The change of direction in the name of the file is seen.
    expect('clerk: problems', [(row['序号'], row['文件'], row['问题']) for row in rows_of(book['问题'], 1)], [
        (3, '坏\\u202e包.zip', '不是 ZIP 文件。'),
        (4, 'naughty.zip', '=文件被改动'), (4, 'naughty.zip', '缺少一个文件'),
        (5, 'yuxi (2).zip', '同一姓名、单位的 2024 年度已在序号 1 的材料包中。'),
    ])
    feet = [row[0] for row in book['汇总表'].iter_rows(min_row=len(rows) + 3, values_only=True) if row[0]]
    expect('clerk: people', feet[0], '共 3 人：达标 2 人，未达标 1 人，待认定 0 人，不作要求 0 人。有多个年度的，以最差的年度计。')
    expect('clerk: packages', feet[1], '共 5 个材料包：可读取 4 个，有问题 2 个。')


def check_nobody(data):
    """Of no package at all."""
    check_archive('nobody', data, '2000-01-01')
    book = openpyxl.load_workbook(io.BytesIO(data))
    expect('nobody: problems', book['问题']['A3'].value, '无')
    expect('nobody: people', '共 0 人' in str(book['汇总表']['A4'].value), True)


# ---- Descriptions ----

def places(value, path=()):
    yield path, value
    if isinstance(value, dict):
        for key, member in value.items():
            yield from places(member, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from places(item, (*path, number))


def changed(document, path, change):
    other = copy.deepcopy(document)
    parent = other
    for key in path[:-1]:
        parent = parent[key]
    change(parent, path[-1])
    return other


def spoilt(document):
    """Documents that are wrong by their form, each with what was done."""
    def put(value):
        return lambda parent, key: parent.__setitem__(key, value)
    for path, value in places(document):
        if not path:
            continue
        where = '/'.join(map(str, path))
        for bad in None, [], {}, -1, '', 'x' * 1001, True, 1e300:
            yield f'{where} = {str(bad)[:8]}', changed(document, path, put(bad))
        if isinstance(path[-1], str):
            yield f'no {where}', changed(document, path, lambda parent, key: parent.pop(key))
        if isinstance(value, dict):
            yield f'more in {where}', changed(document, path, lambda parent, key: parent[key].__setitem__('more', 1))
    yield 'more', {**document, 'more': 1}


def smaller(document):
    """One year, two entries, the first of them with a file: what is wrong with one is wrong with all."""
    document = copy.deepcopy(document)
    year = document['years'][-1]
    entries = sorted(year['entries'], key=lambda entry: not entry['files'])[:2]
    for number, entry in enumerate(entries, start=1):
        entry['number'] = number
        for position, file in enumerate(entry['files'], start=1):
            file['number'] = f'{number:02}-{position}'
    year['entries'] = entries
    year['readings'] = dict(list(year['readings'].items())[:2])
    document['years'] = [year]
    return document


def check_agreement(worker, validator, document, scratch):
    cases = [('as it is', document), *spoilt(document)]
    paths = []
    for number, (_, case) in enumerate(cases):
        path = scratch / f'{number}.json'
        path.write_text(json.dumps(case, ensure_ascii=False), encoding='utf-8')
        paths.append(path)
    answers = []
    for start in range(0, len(paths), 500):
        answers += subprocess.run([worker, 'read', *paths[start:start + 500]], check=True, capture_output=True, text=True).stdout.splitlines()
    n = 0
    for (what, case), answer in zip(cases, answers, strict=True):
        valid = validator.is_valid(case)
        n += valid
        if valid != (answer == 'good'):
            wrong.append(f'{what}: the schema says {"good" if valid else "bad"}, and the reader {answer}')
    if n == 0 or n > len(cases) / 4:
        wrong.append(f'{n} of {len(cases)} spoilt descriptions are good')
    return len(cases)


def check_descriptions(worker, schema_path, files, scratch):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding='utf-8'))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    n = 0
    for name in YEARS:
        document = json.loads(files[f'{name}.json'])
        for error in validator.iter_errors(document):
            wrong.append(f'{name}.json: {error.json_path}: {error.message[:200]}')
        if name in ('qinghai', 'changzhou'):
            folder = scratch / name
            folder.mkdir()
            n += check_agreement(worker, validator, smaller(document), folder)
    return n


def main(worker, schema):
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        files = run_everywhere(worker, scratch)
        for name in YEARS:
            check_workbook(name, files)
        check_clerk(files['clerk.xlsx'])
        check_nobody(files['nobody.xlsx'])
        n = check_descriptions(worker, schema, files, scratch)
    print('\n'.join(wrong[:60]) or f'{len(files)} files read as meant; schema and reader agree on {n} descriptions')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
