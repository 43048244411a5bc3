#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man page and hourbook-cli --help say the same, and mandoc has nothing to say about the page.

    check-man.py HOURBOOK_CLI PAGE

Commands with their arguments, the options of each, their short names and placeholders, and exit statuses are compared
both ways; the examples have to be commands and options that there are.
"""
import os
import re
import subprocess
import sys

# "  -p, --pack=ID  Use …" and "      --profile=ID=VALUE  Try …"
HELP_OPTION = re.compile(r'^  (?:-(\w), |    )--([\w-]+)(?:=(\S+))?(?: |$)', re.MULTILINE)
PAGE_OPTION = re.compile(r'\.It (?:Fl (\w) , )?Fl -([\w-]+)(?: Ns = Ns Ar (\S+))?$', re.MULTILINE)
# Of every command, so the synopsis has them once.
ALWAYS = {'help'}


def ask(cli, *arguments):
    environment = {key: value for key, value in os.environ.items() if key != 'LANGUAGE'}
    return subprocess.run([cli, *arguments, '--help'], capture_output=True, text=True, encoding='utf-8', check=True,
                          env={**environment, 'LC_ALL': 'C.UTF-8'}).stdout


def part(text, start, end):
    """What stands between two lines."""
    match = re.search(rf'^{start}\n(.*?)(?=^{end}|\Z)', text, re.MULTILINE | re.DOTALL)
    return match[1] if match else ''


def commands_of_help(text):
    """Command → arguments."""
    return {match[1]: match[2] for match in
            re.finditer(r'^  ([a-z][\w-]*)((?: [A-Z\[\]…]+)*) ', text.partition('Exit status:')[0], re.MULTILINE)}


def section(page, name):
    return part(page, re.escape(f'.Sh {name}'), r'\.Sh ')


def synopsis(page):
    """Command → (arguments, options with their placeholders)."""
    result = {}
    for block in section(page, 'SYNOPSIS').split('.Nm\n'):
        name = re.match(r'\.Cm (\S+)\n', block)
        if not name:
            continue
        options = {(match[1], match[2]) for match in re.finditer(r'Fl -([\w-]+)(?: Ns = Ns Ar (\S+))?', block)}
        arguments = ''.join(f' [{match[2]}]' if match[1] else f' {match[2]}'
                            for match in re.finditer(r'^\.(Op )?Ar (.+)$', block, re.MULTILINE)).replace(' ...', '…')
        result[name[1]] = arguments, options
    return result


def arguments_of_item(words):
    """" Op Ar LOGBOOK Ar RECORD ..." as help writes it."""
    return re.sub(r' (Op )?Ar (\w+)( \.\.\.)?', lambda match: ' ' + ('[%s]' if match[1] else '%s') % (match[2] + ('…' if match[3] else '')), words)


def compare(what, in_help, in_page, wrong):
    for item in sorted(in_help - in_page, key=str):
        wrong.append(f'{what}: {item} is in --help and not in the page')
    for item in sorted(in_page - in_help, key=str):
        wrong.append(f'{what}: {item} is in the page and not in --help')


def check_examples(page, options, wrong):
    lines = re.findall(r'^\.Dl \$ hourbook-cli (\S+)(.*)$', page, re.MULTILINE)
    if not lines:
        wrong.append('EXAMPLES: there is none')
    for command, rest in lines:
        for name in re.findall(r'--([\w-]+)', rest):
            if name not in {option[1] for option in options.get(command, ())}:
                wrong.append(f'EXAMPLES: "{command}" has no option --{name}')


def main(cli, path):
    with open(path, encoding='utf-8') as source:
        page = source.read()
    wrong = []
    general = ask(cli)
    commands = commands_of_help(general)
    shown = synopsis(page)
    options = {name: set(HELP_OPTION.findall(ask(cli, name))) for name in commands if name != 'help'}

    compare('SYNOPSIS', {name + arguments for name, arguments in commands.items()},
            {name + arguments for name, (arguments, _) in shown.items()}, wrong)
    compare('COMMANDS', {name + arguments for name, arguments in commands.items()},
            {name + arguments_of_item(arguments) for name, arguments in
             re.findall(r'^\.It Cm (\S+)(.*)$', section(page, 'COMMANDS'), re.MULTILINE)}, wrong)
    for name in options:
        compare(f'SYNOPSIS of {name}',
                {f'--{option}={value}' for _, option, value in options[name] if option not in ALWAYS},
                {f'--{option}={value or ""}' for option, value in shown.get(name, ('', ()))[1]}, wrong)
    compare('OPTIONS', set().union(*options.values()), set(PAGE_OPTION.findall(section(page, 'OPTIONS'))), wrong)
    compare('EXIT STATUS', set(re.findall(r'^  (\d) ', general, re.MULTILINE)),
            set(re.findall(r'^\.It (\d)$', section(page, 'EXIT STATUS'), re.MULTILINE)), wrong)
    check_examples(section(page, 'EXAMPLES'), options, wrong)

    lint = subprocess.run(['mandoc', '-Tlint', '-Wwarning', path], capture_output=True, text=True, check=False)
    wrong += lint.stdout.splitlines() + lint.stderr.splitlines()
    print('\n'.join(wrong) or f'{len(commands)} commands: the page and --help agree')
    return 1 if wrong or len(commands) < 41 else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
