#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog as who cannot see it, or has no mouse, meets it: names, values, words, and the way of the focus."""
import os
import re
import subprocess

from audit import judge, walk_with_keys
from driver import SAMPLES, App, path_of, run, wait_for

LANGUAGE = 'zh_CN'
RECORD = '乐都区监测站技术指导'
REMOVED = 'XS-0043'
DIALOGS = ('dialog', 'alert')


class Audit:
    """Gathers what is wrong, so that one run tells of all of it."""

    def __init__(self, app, own=()):
        self.app = app
        self.own = own
        self.wrong = []

    def check(self, where, node=None, keys=True):
        node = node or next(self.app.windows())
        defects = settled(node, self.own)
        if keys:
            defects += walk_with_keys(self.app, node)
        self.wrong += [f'{where}: {defect}' for defect in defects]

    def dialog(self, where, open_it, keys=True, inside=None):
        """Opens a dialog, checks it, and closes it with Escape; the focus is then where it was."""
        before = self.app.focused()
        open_it()
        dialog = find_dialog(self.app)
        if inside is not None:
            inside(dialog)
        wait_for(lambda: self.app.has_focus(dialog), f'the focus in {where}')
        self.check(where, dialog, keys)
        self.app.keys('Escape')
        wait_for(lambda: dialog not in list(self.app.root.walk()), f'the end of {where}')
        try:
            wait_for(lambda: self.app.focused() == before, 'the focus', seconds=3)
        except Exception:
            now = self.app.focused()
            self.wrong.append(f'{where}: the focus was on {path_of(before)} and is then on {path_of(now) if now else "nothing"}')

    def end(self):
        assert not self.wrong, f'{len(self.wrong)} defects:\n#   ' + '\n#   '.join(self.wrong)


def settled(node, own):
    """What is being made has its words in a moment: only what stays wrong is."""
    try:
        wait_for(lambda: not judge(node, own), 'all to be right', seconds=1)
    except Exception:
        return judge(node, own)
    return []


def find_dialog(app):
    return wait_for(lambda: next((node for node in app.root.walk() if node.role in DIALOGS and node.name and next(node.children, None)), None), 'a dialog')


def from_menu(app, item):
    """Opens what the main menu offers."""
    def go():
        app.keys('F10')
        app.press('menu item', item)
    return go


def page(app, number, name):
    app.page(number)
    row = app.find('list item', name)
    wait_for(lambda: row.is_('selected'), f'{name} selected')


def again(app, *args):
    """A second start of the program passes on what it was asked."""
    def go():
        subprocess.run([os.environ['HOURBOOK_PROGRAM'], *map(str, args)], env=app.env, check=True, timeout=30)
    return go


def open_library():
    app = App('qinghai', language=LANGUAGE)
    for number in (1, 2):
        app.cli('inbox', str(app.put_file(f'通知{number}.txt', f'第{number}期培训班')))
    app.cli('attach', 'XS-0036', str(app.put_file('结业证书.txt', '三天培训')))
    app.cli('remove', REMOVED)
    return app


def pages():
    with open_library() as app:
        app.start()
        audit = Audit(app)
        page(app, 1, '概览')
        audit.check('overview')
        page(app, 2, '学习记录')
        audit.check('records')
        app.press('list item', re.compile(RECORD))
        app.find('heading', RECORD)
        audit.check('a record')
        page(app, 3, '证明材料')
        audit.check('evidence')
        page(app, 4, '规则')
        audit.check('rules')
        app.press('list item', re.compile('同一年度'))
        audit.check('a clause')
        audit.end()
        app.stop()


def dialogs():
    with open_library() as app:
        backup = app.place / 'whole.hourbook-backup'
        app.cli('backup', str(backup))
        app.cli('hand-in', '2023')
        app.start()
        audit = Audit(app)
        page(app, 1, '概览')
        person = app.find('button', re.compile('祁文静'))
        app.focus(person)
        audit.dialog('profile', lambda: app.keys('Return'))
        audit.dialog('preferences', lambda: app.keys('ctrl+comma'))
        audit.dialog('shortcuts', lambda: app.keys('ctrl+question'))
        audit.dialog('help', lambda: app.keys('F1'))
        audit.dialog('about', from_menu(app, re.compile('关于学时簿')))
        audit.dialog('export', from_menu(app, re.compile('导出')))
        audit.dialog('trash', from_menu(app, re.compile('回收站')))
        audit.dialog('history', from_menu(app, re.compile('历史')))
        audit.dialog('restore', again(app, backup))
        audit.dialog('import', again(app, SAMPLES / 'weihai.json'))
        audit.end()
        app.stop()


run([pages, dialogs])
