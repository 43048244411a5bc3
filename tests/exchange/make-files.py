#!/usr/bin/env python3
"""Makes the files beside the tests: workbooks and tables as spreadsheets and platforms write them, and hostile ones.

The files are kept; run it again, in ./dev shell, only to change them: tests/exchange/make-files.py
"""
import datetime
import io
import pathlib
import struct
import zipfile

import openpyxl
from openpyxl.styles import Font

FILES = pathlib.Path(__file__).parent / 'files'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def save(name, data):
    (FILES / name).write_bytes(data.encode() if isinstance(data, str) else data)


# ---- Archives ----

def archive(parts, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as target:
        for name, data in parts.items() if isinstance(parts, dict) else parts:
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = method
            info.external_attr = 0o644 << 16
            target.writestr(info, data)
    return buffer.getvalue()


def relations(*entries):
    return (HEAD + f'<Relationships xmlns="{RELATIONS}">'
            + ''.join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in entries)
            + '</Relationships>')


def workbook(sheets, strings=None, styles=None, properties='', **more):
    """The parts of a workbook: sheets is a list of (name, XML of the sheet)."""
    links = [(f'rId{i}', 'worksheet', f'worksheets/sheet{i}.xml') for i in range(1, len(sheets) + 1)]
    parts = {
        '[Content_Types].xml': HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        '_rels/.rels': relations(('rId1', 'officeDocument', 'xl/workbook.xml')),
        'xl/workbook.xml': HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>'
        + ''.join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, (name, _) in enumerate(sheets, 1))
        + '</sheets></workbook>',
    }
    for i, (_, xml) in enumerate(sheets, 1):
        parts[f'xl/worksheets/sheet{i}.xml'] = xml
    if strings is not None:
        links.append(('rIdS', 'sharedStrings', 'sharedStrings.xml'))
        parts['xl/sharedStrings.xml'] = strings
    if styles is not None:
        links.append(('rIdT', 'styles', 'styles.xml'))
        parts['xl/styles.xml'] = styles
    parts['xl/_rels/workbook.xml.rels'] = relations(*links)
    parts.update(more)
    return parts


def sheet(rows, after=''):
    return HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


# ---- As spreadsheets write them ----

def make_platform():
    """A certificate list as platforms give it out: a title over the table, dates as dates, a total below."""
    book = openpyxl.Workbook()
    book.active.title = '说明'
    table = book.create_sheet('学习记录')
    table['A1'] = '2024年度专业技术人员继续教育学习记录'
    table['A1'].font = Font(bold=True)
    table.merge_cells('A1:H1')
    table.append(['导出时间：2024-12-20'])
    table.append(['序号', '课程名称', '科目类型', '开始时间', '结束时间', '获得学时', '考试成绩', '备注'])
    table.append([1, '人工智能与科技创新', '公需科目', datetime.date(2024, 3, 1), datetime.date(2024, 3, 15), 30, 96, None])
    table.append([2, '机械设计新方法', '专业科目', datetime.datetime(2024, 5, 6, 9, 30), datetime.datetime(2024, 5, 8, 17, 0), 0.1 + 0.2, 88.5, '重修'])
    table.append([3, '网络安全', '公需科目', datetime.date(2024, 6, 1), datetime.date(2024, 6, 1), 7.5, '#N/A', '=1+1'])
    table['H6'].data_type = 's'
    table['G6'].data_type = 'e'
    table.append(['合计', None, None, None, None, '=SUM(F4:F6)'])
    table.row_dimensions[5].hidden = True
    for row in range(4, 7):
        table.cell(row, 4).number_format = 'yyyy"年"m"月"d"日"'
        table.cell(row, 5).number_format = 'yyyy-mm-dd'
    buffer = io.BytesIO()
    book.save(buffer)
    # Written anew without the times, so that the bytes are the same each time.
    with zipfile.ZipFile(buffer) as source:
        save('platform.xlsx', archive({name: source.read(name) for name in source.namelist() if name != 'docProps/core.xml'}))


STYLES = (HEAD + f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
          '<numFmt numFmtId="177" formatCode="[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>'
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="9"/></cellXfs></styleSheet>')


def make_excel():
    """What Excel and WPS write: shared strings with runs and phonetics, styles, results of formulas, errors."""
    strings = (HEAD + f'<sst xmlns="{MAIN}" count="5" uniqueCount="5">'
               '<si><t>名称</t></si>'
               '<si><r><rPr><b/></rPr><t>新材料</t></r><r><t xml:space="preserve"> 培训班</t></r></si>'
               '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>'
               '<si><t>line_x000D__x000A_two _x005F_x0041_ &lt;&amp;&gt;&quot;&apos; &#20013;</t></si>'
               '<si/></sst>')
    rows = (
        '<row r="2" spans="1:9"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>45366</v></c><c r="C2" s="2"><v>45366.75</v></c>'
        '<c r="D2" s="3"><v>45352</v></c><c r="E2" s="4"><v>45366</v></c><c r="F2" s="5"><v>45366.5</v></c><c r="G2" s="6"><v>0.375</v></c>'
        '<c r="H2" s="7"><v>0.5</v></c><c r="I2" s="99"><v>45366</v></c></row>'
        '<row r="3" hidden="1"><c r="A3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="s"><v>3</v></c><c r="E3" t="s"><v>4</v></c></row>'
        '<row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="B4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="b"><v>0</v></c>'
        '<c r="E4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F4"><f>NOW()</f></c><c r="G4" t="str"><f>""</f><v></v></c><c r="H4"><v>0.30000000000000004</v></c></row>'
        '<row r="6"><c r="B6" t="d"><v>2024-03-15T09:30:00</v></c><c r="C6"><v>abc</v></c><c r="D6" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>'
        '<row r="7"><c r="A7" s="1"/></row>'
        '<row r="8"><c r="A8"><v>1</v></c><c r="B8"><v>2</v></c><c r="C8"><v>3</v></c></row>'
        '<row r="9"><c r="A9"><v>4</v></c><c r="B9"><v>5</v></c><c r="C9"><v>6</v></c></row>')
    after = '<mergeCells count="1"><mergeCell ref="A8:B9"/></mergeCells><hyperlinks><hyperlink ref="A2" r:id="rId9" xmlns:r="x"/></hyperlinks>'
    save('excel.xlsx', archive(workbook([('Sheet1', sheet(rows, after))], strings, STYLES)))


def make_others():
    """Writers that do it otherwise, and properly so."""
    prefixed = (HEAD + f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>'
                '<x:row><x:c><x:v>2</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[<乙>]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>')
    parts = workbook([('a', sheet('')), ('b', prefixed)])
    parts['xl/worksheets/sheet2.xml'] = '\ufeff' + prefixed
    parts['xl/_rels/workbook.xml.rels'] = relations(('rId1', 'worksheet', '/xl/worksheets/sheet1.xml'), ('rId2', 'worksheet', '../xl/./worksheets/SHEET2.xml'))
    save('prefixes.xlsx', archive(parts, zipfile.ZIP_STORED))

    rows = '<row r="1"><c r="A1" s="1"><v>43904</v></c><c r="B1" s="1"><v>0</v></c></row>'
    save('from-1904.xlsx', archive(workbook([('Sheet1', sheet(rows))], styles=STYLES, properties='<workbookPr date1904="1"/>')))

    rows = '<row r="1"><c r="A1" s="1"><v>60</v></c><c r="B1" s="1"><v>59</v></c><c r="C1" s="1"><v>61</v></c></row>'
    save('leap-1900.xlsx', archive(workbook([('Sheet1', sheet(rows))], styles=STYLES)))

    charts = workbook([('图表', ''), ('数据', sheet('<row r="1">' + cell('A1', 'x') + '</row>'))])
    charts['xl/_rels/workbook.xml.rels'] = relations(('rId1', 'chartsheet', 'chartsheets/sheet1.xml'), ('rId2', 'worksheet', 'worksheets/sheet2.xml'))
    save('chart.xlsx', archive(charts))

    hidden = workbook([('列表', sheet('<row r="1">' + cell('A1', 'choice') + '</row>')), ('数据', sheet('<row r="1">' + cell('A1', 'x') + '</row>'))])
    hidden['xl/workbook.xml'] = hidden['xl/workbook.xml'].replace('sheetId="1"', 'sheetId="1" state="hidden"').replace('sheetId="2"', 'sheetId="2" state="visible"')
    save('hidden-sheet.xlsx', archive(hidden))

    last = '<row r="1048576">' + cell('ALL1048576', 'x') + '</row>'
    save('far.xlsx', archive(workbook([('Sheet1', sheet('<row r="3"><c r="XFD3" s="1"/></row>' + last))])))


# ---- Hostile ----

ROW = '<row r="1">' + cell('A1', 'x') + '</row>'


def make_bad_sheets():
    bad = {
        'doctype': '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + sheet(ROW)[len(HEAD):],
        'external-entity': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>',
        'unknown-entity': sheet('<row r="1">' + cell('A1', '&nbsp;') + '</row>'),
        'not-xml': 'PK is not XML',
        'empty-part': '',
        'deep': sheet('<a>' * 70 + '</a>' * 70),
        'not-utf8': sheet(ROW).encode().replace(b'x</t>', b'\xff</t>'),
        'column-limit': sheet('<row r="2">' + cell('XFD2', 'x') + '</row>'),
        'no-such-column': sheet('<row r="2">' + cell('XFE2', 'x') + '</row>'),
        'no-such-row': sheet('<row r="1048577">' + cell('A1048577', 'x') + '</row>'),
        'row-after-last': sheet('<row r="1048576"/><row>' + cell('A1', 'x') + '</row>'),
        'rows-backwards': sheet('<row r="2">' + cell('A2', 'x') + '</row><row r="1">' + cell('A1', 'x') + '</row>'),
        'cells-backwards': sheet('<row r="1">' + cell('B1', 'x') + cell('A1', 'x') + '</row>'),
        'cell-outside': HEAD + f'<worksheet xmlns="{MAIN}">' + cell('A1', 'x') + '</worksheet>',
        'cell-in-cell': sheet('<row r="1"><c r="A1"><c r="B1"/></c></row>'),
        'row-in-cell': sheet('<row r="1"><c r="B1"><v>1</v><row r="2"/></c><c r="A2"><v>1</v></c></row>'),
        'string-missing': sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        'string-negative': sheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'),
        'string-huge': sheet('<row r="1"><c r="A1" t="s"><v>99999999999999999999</v></c></row>'),
        'merges-overlap': sheet(ROW, '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/></mergeCells>').replace('<row r="1">', '<row r="1"/><row r="2">').replace('"A1"', '"A2"', 1),
        'cell-too-long': sheet('<row r="1">' + cell('A1', 'x' * 32768) + '</row>'),
    }
    for name, xml in bad.items():
        save(f'bad-{name}.xlsx', archive(workbook([('Sheet1', xml)])))


def make_bad_archives():
    good = archive(workbook([('Sheet1', sheet(ROW))]))
    save('bad-truncated.xlsx', good[:len(good) // 2])
    save('bad-no-directory.xlsx', good[:good.rindex(b'PK\1\2') - 40])
    save('bad-only-magic.xlsx', b'PK\3\4')
    name = b'xl/worksheets/sheet1.xml'
    at = good.index(name)
    save('bad-damaged.xlsx', good[:at + len(name) + 20] + bytes(255 - byte for byte in good[at + len(name) + 20:at + len(name) + 30]) + good[at + len(name) + 30:])
    # The central directory says another size than there is.
    at = good.rindex(name) - 46
    for what, offset in (('size', 24), ('packed-size', 20)):
        lying = bytearray(good)
        struct.pack_into('<I', lying, at + offset, 7)
        save(f'wrong-{what}.xlsx', bytes(lying))
    # Each entry of the directory points to the same bytes.
    parts = workbook([(f's{i}', sheet('<row r="1"><c r="A1"/></row>')) for i in range(1, 31)])
    lying = bytearray(archive(parts))
    places = [at for at in range(len(lying)) if lying[at:at + 4] == b'PK\1\2']
    first = next(at for at in places if b'worksheets/sheet1.xml' in lying[at:at + 80])
    for at in places:
        if b'worksheets/' in lying[at:at + 80]:
            lying[at + 42:at + 46] = lying[first + 42:first + 46]
    save('bad-overlap.xlsx', bytes(lying))
    encrypted = bytearray(good)
    for magic, offset in ((b'PK\3\4', 6), (b'PK\1\2', 8)):
        at = -1
        while (at := encrypted.find(magic, at + 1)) >= 0:
            encrypted[at + offset] |= 1
    save('bad-encrypted-zip.xlsx', bytes(encrypted))
    save('bad-method.xlsx', archive(workbook([('Sheet1', sheet(ROW))]), zipfile.ZIP_BZIP2))
    save('bad-bomb.xlsx', archive(workbook([('Sheet1', sheet(ROW + ' ' * (4 << 20)))])))
    save('bad-strings-bomb.xlsx', archive(workbook([('Sheet1', sheet(ROW))], HEAD + '<sst>' + ' ' * (4 << 20) + '</sst>')))
    save('bad-many-entries.xlsx', archive([(f'x{i}', '') for i in range(2001)], zipfile.ZIP_STORED))
    twice = list(workbook([('Sheet1', sheet(ROW))]).items())
    save('bad-part-twice.xlsx', archive(twice + [('XL/WORKBOOK.XML', 'x')]))


def make_bad_workbooks():
    parts = workbook([('Sheet1', sheet(ROW))])
    for name in ('xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'):
        save(f'bad-without-{pathlib.PurePath(name).name}.xlsx', archive({key: data for key, data in parts.items() if key != name}))
    save('bad-many-sheets.xlsx', archive(workbook([(f's{i}', '') for i in range(1, 202)])))
    save('bad-no-sheets.xlsx', archive(workbook([])))
    external = dict(parts)
    external['xl/_rels/workbook.xml.rels'] = relations(('rId1', 'worksheet', 'http://example.com/sheet.xml')).replace('/>', ' TargetMode="External"/>')
    save('bad-external-sheet.xlsx', archive(external))
    save('bad-ods.xlsx', archive({'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>'}))
    save('bad-docx.xlsx', archive({'_rels/.rels': relations(('rId1', 'officeDocument', 'xl/workbook.bin'))}))
    ole = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(504)
    save('bad-xls.xlsx', ole)
    save('bad-password.xlsx', ole + 'EncryptedPackage'.encode('utf-16le') + bytes(96))
    save('bad-web-page.xlsx', '\n<HTML><body><table><tr><td>名称</td></tr></table></body></html>')
    save('bad-xml-2003.xlsx', '<?xml version="1.0"?><Workbook/>')


# ---- CSV ----

def make_csv():
    table = ('"序号","课程名称","类别","起止时间","学时","主办单位","证书编号"\r\n'
             '"1","人工智能应用","公需","2024年3月1日至3月15日","30学时","某某市人力资源和社会保障局","№ 2024-001"\r\n'
             '"2","焊接工艺，新标准","专业","2024.5.6-5.8","１８","某某学会","XS-2"\r\n'
             '"合计","","","","48","",""\r\n')
    save('platform-gb18030.csv', table.encode('gb18030'))
    save('excel-unicode.txt', b'\xff\xfe' + '名称\t日期\t学时\r\n龘䶮𠮷培训班\t2024/3/15\t6\r\n'.encode('utf-16le'))
    save('excel-utf8.csv', '\ufeff名称,日期,学时\r\n培训班,2024/3/15 9:00,6\r\n')
    save('semicolon.csv', 'sep=;\r\nTitle;Activity;Start;End;Hours\r\nWelding;training;2024-03-15;2024-03-17;7.5\r\n')


FILES.mkdir(exist_ok=True)
for old in FILES.iterdir():
    old.unlink()
make_platform()
make_excel()
make_others()
make_bad_sheets()
make_bad_archives()
make_bad_workbooks()
make_csv()
