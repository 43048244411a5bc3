#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as the desktop knows it: its search, one instance, a new record from outside, a file that is given to it."""
import json
import os
import re
import subprocess

from gi.repository import Gio, GLib

from driver import SAMPLES, App, run, wait_for

BUS_NAME = 'io.github.hourbook.Hourbook'
PATH = '/io/github/hourbook/Hourbook/SearchProvider'
INTERFACE = 'org.gnome.Shell.SearchProvider2'


def call(method, parameters):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync(BUS_NAME, PATH, INTERFACE, method, parameters, None, Gio.DBusCallFlags.NO_AUTO_START, 20000, None).unpack()


def has_service():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner', GLib.Variant('(s)', (BUS_NAME,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


def sample_titles(word):
    records = json.loads((SAMPLES / 'qinghai.json').read_text(encoding='utf-8'))['records']
    return {record['id']: record['title'] for record in records if word in record['title']}


def again(app, *args):
    """A second start of the program; it passes on what it was asked and ends."""
    return subprocess.run([os.environ['HOURBOOK_PROGRAM'], *args], env=app.env, capture_output=True, text=True, timeout=30, check=False)


def search_without_window():
    with App('qinghai') as app:
        app.process = subprocess.Popen([os.environ['HOURBOOK_PROGRAM'], '--gapplication-service'], env=app.env, stdout=app.log, stderr=app.log)
        wait_for(lambda: call('GetInitialResultSet', GLib.Variant('(as)', (['监测'],)))[0], 'an answer')
        wanted = sample_titles('监测')
        found, = call('GetInitialResultSet', GLib.Variant('(as)', (['监测'],)))
        assert wanted.keys() <= set(found), (wanted, found)
        metas, = call('GetResultMetas', GLib.Variant('(as)', (found,)))
        assert [meta['id'] for meta in metas] == found
        names = {meta['id']: meta['name'] for meta in metas}
        assert all(names[key] == title for key, title in wanted.items()), names
        assert all(meta['description'] and meta['gicon'] == BUS_NAME for meta in metas)
        assert call('GetSubsearchResultSet', GLib.Variant('(asas)', (found, ['监测', *next(iter(wanted.values()))[:2]])))[0]
        nothing, = call('GetSubsearchResultSet', GLib.Variant('(asas)', (found, ['监测', '没有这样的词'])))
        assert nothing == []
        assert call('GetResultMetas', GLib.Variant('(as)', (['no-such-record'],)))[0] == []
        app.process.terminate()
        app.process.wait(30)
        app.process = None


def result_is_shown():
    with App('qinghai') as app:
        app.start()
        key, title = next(iter(sample_titles('监测').items()))
        call('ActivateResult', GLib.Variant('(sasu)', (key, ['监测'], 0)))
        row = app.find('list item', 'Records')
        wait_for(lambda: row.is_('selected'), 'the page of records')
        app.find(name=title)
        app.stop()


def window_comes_when_asked_for():
    """The library is still being opened when the first question comes."""
    with App('qinghai') as app:
        app.process = subprocess.Popen([os.environ['HOURBOOK_PROGRAM'], '--gapplication-service'], env=app.env, stdout=app.log, stderr=app.log)
        wait_for(has_service, 'the program on the bus')
        key, title = next(iter(sample_titles('监测').items()))
        call('ActivateResult', GLib.Variant('(sasu)', (key, ['监测'], 0)))
        app.root = wait_for(app.find_root, 'the program in the accessibility tree')
        app.find(name=title)
        call('LaunchSearch', GLib.Variant('(asu)', (['监测'], 0)))
        entry = wait_for(lambda: next((node for node in app.root.walk() if node.role in ('entry', 'text') and node.text == '监测'), None), 'the words in the search')
        assert entry.is_showing
        assert len(list(app.windows())) == 1
        app.focus_window()
        app.stop()


def nothing_without_library():
    with App() as app:
        app.process = subprocess.Popen([os.environ['HOURBOOK_PROGRAM'], '--gapplication-service'], env=app.env, stdout=app.log, stderr=app.log)
        wait_for(has_service, 'the program on the bus')
        assert call('GetInitialResultSet', GLib.Variant('(as)', (['监测'],)))[0] == []
        app.process.terminate()
        app.process.wait(30)
        app.process = None


def one_instance():
    with App('qinghai') as app:
        app.start()
        second = again(app)
        assert second.returncode == 0, second.stderr
        assert len(list(app.windows())) == 1
        assert again(app, '--version').stdout.startswith('hourbook ')
        assert '--new-record' in again(app, '--help').stdout
        assert again(app, '--new-record').returncode == 0
        app.find('dialog')
        app.keys('Escape')
        app.wait_gone('dialog')
        app.stop()


def file_is_shown_first():
    with App('qinghai') as app:
        app.start()
        before = app.library_json('list')
        assert again(app, str(SAMPLES / 'weihai.json')).returncode == 0
        app.find('button', 'Import')
        assert app.library_json('list') == before
        app.press('button', 'Cancel')
        app.wait_gone('dialog')
        app.stop()


def table_says_what_it_lacks():
    with App('qinghai') as app:
        app.start()
        before = len(app.library_json('list')['records'])
        again(app, str(app.put_file('bare.csv', '日期,培训内容\n2024-03-11,<b>监测</b> & 应急\n')))
        app.find(name='First say below which activity these rows are.')
        assert not app.find('button', 'Import').is_('sensitive')
        app.keys('Escape')
        app.wait_gone('dialog')

        again(app, str(app.put_file('whole.csv', '日期,培训内容,活动类别\n2024-03-11,<b>监测</b> & 应急,培训班\n')))
        app.find(name=re.compile(re.escape('<b>监测</b> & 应急')))
        app.press('button', 'Import')
        app.wait_gone('dialog')
        wait_for(lambda: len(app.library_json('list')['records']) == before + 1, 'the record')
        app.stop()


run([search_without_window, window_comes_when_asked_for, nothing_without_library, result_is_shown, one_instance, file_is_shown_first, table_says_what_it_lacks])
