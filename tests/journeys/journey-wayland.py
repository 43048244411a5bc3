#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window under a Wayland compositor."""
from driver import App, run, wait_for


def years():
    with App('qinghai', language='zh_CN') as app:
        app.start()
        app.check_names('概览')
        app.press('button', '上一年度')
        app.find('button', '2023 年度')
        app.press('button', '下一年度')
        app.find('button', '2024 年度')
        # In Chinese the button says so, too.
        app.press('button', '关闭')
        wait_for(lambda: app.process.poll() is not None, 'the end of the program')
        assert app.process.returncode == 0


run([years])
