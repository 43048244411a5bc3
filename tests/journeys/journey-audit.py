#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog as who cannot see it, or has no mouse, meets it: names, values, words, and the way of the focus."""
import os
import re
import subprocess

from audit import Keyboard, judge, walk_with_keys
from driver import SAMPLES, App, path_of, run, wait_for

LANGUAGE = 'zh_CN'
RECORD = '乐都区监测站技术指导'
REMOVED = 'XS-0043'
CLAUSE = 'book-sole'
DIALOGS = ('dialog', 'alert')


class Audit:
    """Gathers what is wrong, so that one run tells of all of it."""

    def __init__(self, app):
        self.app = app
        self.wrong = []
        self.known = set()

    def from_menu(self, where, item, **how):
        self.dialog(where, from_menu(self.app, item), opener=self.app.find('toggle button', '主菜单'), **how)

    def check(self, where, node=None, keys=True):
        node = node or next(self.app.windows())
        defects = settled(node)
        if keys:
            defects += walk_with_keys(self.app, node, self.known)
        for defect in defects:
            self.say(f'{where}: {defect}')

    def say(self, defect):
        print(f'# {defect}', flush=True)
        self.wrong.append(defect)

    def dialog(self, where, open_it, keys=True, inside=None, opener=None):
        """Opens a dialog, checks it, and closes it with Escape; the focus is then where it was, or at what has opened it."""
        before = opener or self.app.focused()
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
            self.say(f'{where}: the focus was on {path_of(before)} and is then on {path_of(now) if now else "nothing"}')

    def end(self):
        assert not self.wrong, f'{len(self.wrong)} defects; they stand above'


def settled(node):
    """What is being made has its words in a moment: only what stays wrong is."""
    try:
        wait_for(lambda: not judge(node), 'all to be right', seconds=1)
    except Exception:
        return judge(node)
    return []


def find_dialog(app):
    return wait_for(lambda: next((node for node in app.root.walk() if node.role in DIALOGS and node.name and next(node.children, None)), None), 'a dialog')


def open_menu(app, item):
    """Down to an item of the menu that has been opened, by keys only."""
    keyboard = Keyboard(app)
    app.find('menu item')
    wait_for(lambda: app.focused() is not None and app.focused().role == 'menu item', 'the focus in the menu')
    wait_for(lambda: item in app.focused().name or (keyboard.press('Down') is not None and item in keyboard.came[-1].name), f'“{item}” in the menu')
    app.keys('Return')
    app.wait_gone('menu item')


def from_menu(app, item, button=None):
    """Opens what the main menu or that of a button offers."""
    def go():
        if button is None:
            app.keys('F10')
        else:
            app.focus(button)
            app.keys('Return')
        open_menu(app, item)
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
        app.keys('ctrl+f')
        wait_for(lambda: app.focused() is not None and app.focused().role in ('entry', 'text'), 'the focus in the search')
        app.type(CLAUSE)
        clauses = app.find('list', '条款')
        wait_for(lambda: len([node for node in clauses.walk() if node.role == 'list item']) == 1, 'one clause')
        app.press('list item', None, clauses)
        app.find('radio button')
        audit.check('a clause that is unclear')
        audit.end()
        app.stop()


def dialogs():
    with open_library() as app:
        backup = app.place / 'whole.hourbook-backup'
        app.cli('backup', str(backup))
        app.start()
        audit = Audit(app)
        page(app, 1, '概览')
        app.focus(app.find('button', re.compile('祁文静')))
        audit.dialog('profile', lambda: app.keys('Return'))
        audit.dialog('preferences', lambda: app.keys('ctrl+comma'))
        audit.dialog('shortcuts', lambda: app.keys('ctrl+question'))
        audit.dialog('help', lambda: app.keys('F1'))
        audit.from_menu('about', '关于学时簿')
        audit.from_menu('export', '导出')
        audit.from_menu('trash', '回收站')
        audit.from_menu('history', '历史')
        audit.dialog('restore', again(app, backup))
        audit.dialog('import', again(app, SAMPLES / 'weihai.json'))
        audit.end()
        app.stop()


def package():
    """What is handed in, from the choice to the form; and a package that comes from outside."""
    with open_library() as app:
        package = app.place / '材料包.zip'
        app.cli('package', str(package), '--year=2024', '--trial')
        app.start()
        audit = Audit(app)
        page(app, 1, '概览')
        audit.from_menu('what a package is for', '材料包')
        from_menu(app, '材料包')()
        dialog = find_dialog(app)
        app.find('button', re.compile('^检查'), dialog).act()
        app.find('heading', '可以生成材料包', dialog)
        audit.check('what would bring it back', dialog)
        app.find('button', re.compile('^下一步'), dialog).act()
        app.find('image', re.compile('首页'), dialog)
        audit.check('what is in it', dialog)
        # Escape goes back page by page.
        app.keys('Escape')
        app.find('heading', '可以生成材料包', dialog)
        app.keys('Escape')
        app.find('button', re.compile('^检查'), dialog)
        app.keys('Escape')
        wait_for(lambda: dialog not in list(app.root.walk()), 'the end of the assistant')
        audit.dialog('a package from outside', again(app, package), inside=lambda outside: app.find('heading', '没有损坏', outside))
        audit.end()
        app.stop()


def record_and_file():
    """What is opened from the pages: the editor, a file, the choice of a record."""
    with open_library() as app:
        app.start()
        audit = Audit(app)
        page(app, 2, '学习记录')
        app.press('list item', re.compile(RECORD))
        edit = app.find('button', '编辑')
        app.focus(edit)
        audit.dialog('editor of a record', lambda: app.keys('Return'), inside=lambda dialog: app.find('text', '标题', dialog))
        audit.dialog('choice of an activity', lambda: app.keys('ctrl+n'))
        app.keys('ctrl+n')
        dialog = find_dialog(app)
        app.press('list item', re.compile('^培训班'), dialog)
        audit.check('editor of a new record', find_dialog(app))
        app.keys('Escape')
        wait_for(lambda: dialog not in list(app.root.walk()), 'the end of the editor')
        page(app, 3, '证明材料')
        choose = app.find('button', re.compile('选择记录'))
        app.focus(choose)
        audit.dialog('choice of a record', lambda: app.keys('Return'))
        row = app.find('list item', '通知1.txt')
        app.focus(row)
        audit.dialog('a file', lambda: app.keys('Return'))
        audit.end()
        app.stop()


def years():
    with open_library() as app:
        app.cli('hand-in', '2023')
        app.start()
        audit = Audit(app)
        page(app, 1, '概览')
        more = app.find('toggle button', '本年度的其他操作')
        audit.dialog('handing in', from_menu(app, '提交', more), opener=more)
        app.keys('alt+Left')
        more = app.find('toggle button', '年度操作')
        audit.dialog('opening again', from_menu(app, '重新打开', more), opener=more)
        audit.end()
        app.stop()


def first_run():
    with App(language=LANGUAGE) as app:
        app.start()
        audit = Audit(app)
        app.find('button', '开始使用')
        audit.check('welcome')
        app.press('button', '开始使用')
        app.find('list item', re.compile('青海'))
        audit.check('a logbook of your own')
        audit.end()
        app.stop()


def rescue():
    with open_library() as app:
        next(app.library.glob('*.db')).write_bytes(b'no library at all' * 100)
        app.start()
        audit = Audit(app)
        app.find('button', '重试')
        audit.check('rescue')
        audit.end()
        app.stop()


run([pages, dialogs, package, record_and_file, years, first_run, rescue])
