#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window under a Wayland compositor."""
from driver import App, run, wait_for


def pages():
    with App('qinghai', language='zh_CN') as app:
        app.start()
        for name in ['记录', '证明材料', '规则', '概览']:
            row = app.press('list item', name)
            wait_for(lambda: row.is_('selected'), f'{name} selected')
            app.check_names(name)
        # In Chinese the button says so, too.
        app.press('button', '关闭')
        wait_for(lambda: app.process.poll() is not None, 'the end of the program')
        assert app.process.returncode == 0


run([pages])
