#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is changed in the window is so in the library, and one key takes it back."""
from driver import App, run, wait_for

RECORD = 'XS-0038'
TITLE = '三江源生态监测学术研讨会'
ADDED = ' in Xining'
READING = 'QH-AMB-11'
CLAUSE = 'A book or translation published by one author gives 30 hours; books together at most 40 a year.'


def search(app, name, text):
    """Types into the search of a page."""
    app.keys('ctrl+f')
    entry = app.find('entry', name)
    wait_for(lambda: app.has_focus(entry), f'the focus in “{name}”')
    app.type(text)
    wait_for(lambda: any(node.text == text for node in entry.walk()), f'“{text}” in “{name}”')


def rows(app, list_name):
    return [node.name for node in app.find('list', list_name).walk() if node.role == 'list item']


def wait_for_rows(app, list_name, wanted):
    wait_for(lambda: rows(app, list_name) == wanted, f'{wanted} alone in “{list_name}”')


def title_in_library(app):
    return app.library_json('show', RECORD)['record']['title']


def ids_in_library(app):
    return [record['id'] for record in app.library_json('list')['records']]


def find_toast(app, says, offers):
    """The button of the toast that says what was done."""
    def look():
        toast = next((alert for alert in app.all('alert') if any(says in node.name for node in alert.walk())), None)
        return toast and app.peek('button', offers, toast)
    return wait_for(look, f'a toast that says “{says}” and offers “{offers}”')


def find_edit_and_undo():
    with App('qinghai') as app:
        app.cli('edit', RECORD, '--note', 'On the headwaters')  # no key of the screen's keyboard has a Chinese letter
        app.start()
        app.page(2)
        search(app, 'Search Records', 'headwaters')
        wait_for_rows(app, 'Records', [TITLE])
        app.press('list item', TITLE)
        app.find('heading', TITLE)

        app.press('button', 'Edit')
        dialog = app.find('dialog')
        entry = app.find('text', 'Title', dialog)
        assert entry.text == TITLE, entry.text
        app.focus(entry)
        app.keys('End')
        app.type(ADDED)
        wait_for(lambda: entry.text == TITLE + ADDED, 'the new title in the editor')
        assert title_in_library(app) == TITLE
        app.keys('ctrl+s')
        find_toast(app, TITLE + ADDED, 'Undo')
        app.wait_gone('dialog')
        app.find('heading', TITLE + ADDED)
        assert title_in_library(app) == TITLE + ADDED
        wait_for_rows(app, 'Records', [TITLE + ADDED])

        app.keys('ctrl+z')
        find_toast(app, TITLE, 'Redo')
        app.find('heading', TITLE)
        wait_for_rows(app, 'Records', [TITLE])
        assert title_in_library(app) == TITLE
        app.stop()
        assert title_in_library(app) == TITLE


def clause_is_read_while_editing():
    with App('qinghai') as app:
        app.start()
        app.page(2)
        app.press('list item', TITLE)
        app.press('button', 'Edit')
        dialog = app.find('dialog')
        app.fill(app.find('text', 'Days', dialog), '4')
        app.find('label', '14 hours', dialog)
        app.focus(app.find('button', '附件2，2019年·各类活动', dialog))
        app.keys('Return')
        app.wait_gone('dialog')
        wait_for(lambda: app.find('list item', 'Rules').is_('selected'), 'the rules')

        # What was entered is there when the person comes back.
        app.page(2)
        app.press('button', 'Edit')
        app.focus(app.find('button', 'Restore', app.find('dialog')))  # by key, for it slides into its place
        app.keys('Return')
        wait_for(lambda: app.find('text', 'Days', app.find('dialog')).text == '4', 'the draft')
        app.keys('Escape')
        app.wait_gone('dialog')
        app.stop()
        assert app.library_json('show', RECORD)['record']['facts']['days'] == 5


def remove_and_undo():
    with App('qinghai') as app:
        app.start()
        before = app.library_json('list')
        app.page(2)
        app.press('list item', TITLE)
        app.find('heading', TITLE)
        app.keys('Delete')
        find_toast(app, TITLE, 'Undo')
        app.wait_gone('list item', TITLE)
        assert sorted(ids_in_library(app) + [RECORD]) == sorted(record['id'] for record in before['records'])
        assert any(entry['id'] == RECORD for entry in app.library_json('trash')['entries'])

        app.keys('ctrl+z')
        find_toast(app, TITLE, 'Redo')
        app.find('list item', TITLE)
        assert app.library_json('list') == before
        app.stop()
        assert app.library_json('list') == before


def used(app, reading):
    return next(entry['used'] for entry in app.library_json('readings')['readings'] if entry['id'] == reading)


def reading_is_changed():
    with App('qinghai') as app:
        app.start()
        assert used(app, READING) == 'all'
        app.page(4)
        search(app, 'Search the rules', 'books together')
        wait_for_rows(app, 'Clauses', [CLAUSE])
        app.press('list item', CLAUSE)
        cautious = app.find('radio button', 'Both kinds together.')
        other = app.find('radio button', 'Joint works only.')
        assert cautious.is_('checked') and not other.is_('checked')
        app.focus(app.find('list item', 'Joint works only.'))  # into view
        app.click(other)
        wait_for(lambda: used(app, READING) == 'joint_only', 'the reading in the library')
        wait_for(lambda: app.peek('radio button', 'Joint works only.').is_('checked'), 'the reading on the page')

        app.click(find_toast(app, 'The readings of “Qinghai province” were chosen', 'Undo'))
        wait_for(lambda: used(app, READING) == 'all', 'the reading as it was in the library')
        wait_for(lambda: app.peek('radio button', 'Both kinds together.').is_('checked'), 'the reading as it was on the page')
        app.stop()
        assert used(app, READING) == 'all'


def three_files_are_assigned():
    with App('qinghai') as app:
        app.start()
        app.page(3)
        paths = [app.put_file(f'notice {number}.txt', f'Notice {number} of the class.') for number in (1, 2, 3)]
        app.copy_files(*paths)
        app.press('list item', 'Evidence')  # the focus is in the sidebar
        app.keys('ctrl+v')
        find_toast(app, '3 files were taken in', 'Undo')
        names = [path.name for path in paths]
        assert sorted(file['name'] for file in app.library_json('inbox')['files']) == names

        app.press('button', 'Select Files')
        app.press('button', 'Select All')
        app.press('button', 'Assign to Record…')
        app.press('list item', TITLE, app.find('dialog', 'Assign 3 Files to Record'))
        find_toast(app, TITLE, 'Undo')
        app.wait_gone('dialog')
        wait_for(lambda: not app.library_json('inbox')['files'], 'an empty inbox')
        files = app.library_json('files')['files']
        assert sorted(file['name'] for file in files) == names, files
        assert all(file['records'] == [RECORD] for file in files), files
        evidence = app.library_json('show', RECORD)['evidence']
        assert {file['sha256'] for file in files} <= {proof['sha256'] for proof in evidence}, evidence
        app.stop()


run([find_edit_and_undo, clause_is_read_while_editing, remove_and_undo, reading_is_changed, three_files_are_assigned])
