#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window opens; its pages come by the keyboard; everything in it has a name."""
from driver import App, run, wait_for

PAGES = ['Overview', 'Records', 'Evidence', 'Rules']


def pages_by_keyboard():
    with App('qinghai') as app:
        app.start()
        for number, name in enumerate(PAGES, start=1):
            app.page(number)
            row = app.find('list item', name)
            wait_for(lambda: row.is_('selected'), f'{name} selected')
            app.check_names(name)
        app.stop()


def sidebar_by_mouse():
    with App('qinghai') as app:
        app.start()
        for name in reversed(PAGES):
            row = app.press('list item', name)
            wait_for(lambda: row.is_('selected'), f'{name} selected')
        app.stop()


run([pages_by_keyboard, sidebar_by_mouse])
