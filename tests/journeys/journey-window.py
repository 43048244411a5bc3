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


def hours(figure):
    return str(int(figure)) if figure == int(figure) else str(figure)


def meters(year):
    """What the three meters say of a year by the figures of the command line."""
    for part, name in (('total', 'Whole Year'), ('public', 'Public'), ('professional', 'Professional')):
        required = year['required'][part]
        credited = hours(year['credited'][part])
        yield f'{name} {credited} of {hours(required)} hours' if required is not None else f'{name} {credited} hours, no minimum'


def figures_of_the_command_line():
    for sample in ('changde', 'changzhou', 'jiangsu', 'qinghai', 'weihai', 'yuxi'):
        with App(sample) as app:
            answer = app.library_json('assess', f'--as-of={app.today}')
            years = {year['year']: year for one in answer['assessments'] for year in one['assessment']['years']}
            app.start()
            for year in (2024, 2023):
                app.find('button', f'Year {year}')
                for words in meters(years[year]):
                    wait_for(lambda: any(node.value_text == words or (node.value_text or '').startswith(f'{words}, ') for node in app.all('level bar')), f'{sample} {year}: “{words}”')
                app.keys('alt+Left')
            app.stop()


run([pages_by_keyboard, sidebar_by_mouse, figures_of_the_command_line])
