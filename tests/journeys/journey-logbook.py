#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first start to records with evidence; what a person does with them day by day."""
import json

from driver import App, run, wait_for


def first_run_to_first_record():
    with App() as app:
        app.start()
        app.press('button', 'Begin')
        app.press('list item', 'Qinghai province')
        app.check_names('first run')
        app.fill(app.find('text', 'Name'), 'Qi Wenjing')
        app.press('button', 'Done')
        app.find('list item', 'Records')

        app.keys('ctrl+n')
        app.press('list item', 'Training class', app.find('dialog', 'New Record'))
        dialog = app.find('dialog', 'New Record')
        app.fill(app.find('text', 'Title', dialog), 'Water sampling class')
        app.fill(app.find('text', 'First Day', dialog), '2024-03-11')
        app.fill(app.find('text', 'Last Day', dialog), '2024-03-13')
        app.fill(app.find('text', 'Days', dialog), '3')
        app.check_names('editor')
        certificate = app.put_file('completion certificate.txt', 'This certifies three days of training.')
        app.copy_files(certificate)
        app.focus(app.find('button', 'Choose Files…', dialog))
        app.keys('ctrl+v')
        wait_for(lambda: any('completion certificate' in node.text for node in dialog.walk()), 'the file in the editor')
        app.press('button', 'Save', dialog)
        app.wait_gone('dialog', 'New Record')
        app.page(2)
        app.find('list item', 'Water sampling class')
        app.stop()
        records = app.library_json('list')['records']
        assert [record['title'] for record in records] == ['Water sampling class'], records
        assert len(app.library_json('files')['files']) == 1


def cap_is_explained():
    with App('qinghai') as app:
        app.start()
        app.page(2)
        app.press('list item', '乐都区监测站技术指导')
        app.find('heading', '乐都区监测站技术指导')
        app.find('label', '5 hours over the cap')
        app.find('label', 'Capped at 30: 7 → 2')
        app.check_names('a record')
        # One click leads to the clause.
        cap = app.find('label', 'Capped at 30: 7 → 2')
        clause = app.find('button', '附件2，2020年·技术带教帮扶类', cap.parent.parent)
        app.focus(clause)
        app.keys('Return')
        wait_for(lambda: app.find('list item', 'Rules').is_('selected'), 'the rules')
        wait_for(lambda: any(node.is_('selected') for node in app.find('list', 'Clauses').walk()), 'the clause in the list')
        app.stop()


def drafts(app):
    return sorted(path.read_text(encoding='utf-8') for path in (app.library / 'drafts').glob('*'))


def begin_record(app, title):
    app.keys('ctrl+n')
    app.press('list item', 'Training class', app.find('dialog', 'New Record'))
    dialog = app.find('dialog', 'New Record')
    app.fill(app.find('text', 'Title', dialog), title)
    return dialog


def drafts_are_not_lost():
    with App('qinghai') as app:
        app.start()
        begin_record(app, 'First')
        app.keys('Escape')
        app.wait_gone('dialog')
        wait_for(lambda: len(drafts(app)) == 1, 'the first draft')

        # Another record is begun, and stored; what was begun before is offered again.
        dialog = begin_record(app, 'Second')
        app.fill(app.find('text', 'First Day', dialog), '2024-03-11')
        wait_for(lambda: len(drafts(app)) == 2, 'a draft beside the first')
        app.keys('ctrl+s')
        app.wait_gone('dialog')
        wait_for(lambda: len(drafts(app)) == 1 and 'First' in drafts(app)[0], 'the first draft alone')
        app.keys('ctrl+n')
        app.find('button', 'Restore', app.find('dialog', 'New Record'))
        app.keys('Escape')
        app.wait_gone('dialog')
        app.stop()


def leaving_keeps_the_draft():
    with App('qinghai') as app:
        app.start()
        begin_record(app, 'First')
        app.keys('ctrl+w')
        app.wait_gone('dialog')
        wait_for(lambda: len(drafts(app)) == 1, 'the draft')
        app.find('list item', 'Records')

        app.keys('ctrl+n')
        app.focus(app.find('button', 'Restore', app.find('dialog', 'New Record')))
        app.keys('Return')
        app.fill(app.find('text', 'Title', app.find('dialog', 'New Record')), 'Later')
        app.stop()
        assert len(drafts(app)) == 1 and 'Later' in drafts(app)[0], drafts(app)


def fill_large(app):
    subjects = ['水质监测', '港口机械', '护理管理', '课程思政', '结构抗震', '人工智能']
    records = [{'id': f'r{number:06}', 'activity': 'training', 'title': f'第{number}期{subjects[number % 6]}培训班',
                'start': f'{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}', 'facts': {'days': 1, 'organiser_level': 'provincial'}}
               for number in range(10000)]
    path = app.place / 'large.json'
    path.write_text(json.dumps({'format': 'hourbook-logbook', 'version': 1, 'profile': {'region': 'qinghai'}, 'records': records}), encoding='utf-8')
    app.cli('import', str(path), '--confirm')


def ten_thousand_records():
    with App(fill=fill_large) as app:
        app.start()
        app.page(2)
        listed = app.find('list', 'Records')
        wait_for(lambda: app.peek('list item', None, listed), 'records in the list')
        app.keys('Page_Down', 'Page_Down', 'Page_Down')
        app.keys('ctrl+f')
        wait_for(lambda: app.focused() is not None and app.focused().role in ('entry', 'text'), 'the focus in the search')
        app.type('4329')
        title = '第4329期课程思政培训班'
        wait_for(lambda: [node.name for node in app.find('list', 'Records').walk() if node.role == 'list item'] == [title], f'“{title}” alone')
        app.press('list item', title)
        app.find('heading', title)
        app.stop()


run([first_run_to_first_record, cap_is_explained, drafts_are_not_lost, leaving_keeps_the_draft, ten_thousand_records])
