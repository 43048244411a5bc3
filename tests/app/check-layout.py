#!/usr/bin/env python3
"""check-layout.py SHOTS PO LANGUAGE WIDTH SCALE: shows every scene in a window so wide, in text so large, and fails where GTK or Adwaita complain.

The language "pseudo" is made from the English texts of PO: a third longer than these, as German is, with accents, and in brackets, so that a text that
was not translated, or put together from parts, can be seen.
"""
import ast
import os
import pathlib
import re
import subprocess
import sys
import tempfile

shots, po, language, width, scale = sys.argv[1:]
ACCENTS = str.maketrans('aeiouyAEIOUYcnsz', 'àéîöûýÀÉÎÖÛÝçñšž')
# Neither formats nor what stands in angle brackets may change.
KEPT = re.compile(r'%(?:\d+\$)?[-+ #0\']*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]|<[^>]*>|\{[^}]*\}|\\.|_(?=\w)')
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


def lengthen(text):
    out, last = [], 0
    for match in KEPT.finditer(text):
        out += [text[last:match.start()].translate(ACCENTS), match[0]]
        last = match.end()
    out.append(text[last:].translate(ACCENTS))
    start = text[:len(text) - len(text.lstrip('\n'))]
    core = text.rstrip('\n')
    words = ' lorem ipsum dolor sit amet consectetur' * 12
    more = max(2, len(core) * 2 // 5)
    return start + '[' + ''.join(out).strip('\n') + words[:more].rstrip() + ']' + '\n' * (len(text) - len(core))


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


def entries(text):
    """Of each entry the context, the text and its plural."""
    for block in re.split(r'\n\s*\n', text):
        found, key = {}, None
        for line in block.splitlines():
            match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+', line)
            if match:
                key = match[1]
            elif not line.startswith('"'):
                key = None
            if key:
                found[key] = found.get(key, '') + ''.join(ast.literal_eval(part) for part in QUOTED.findall(line))
        if found.get('msgid'):
            yield found.get('msgctxt'), found['msgid'], found.get('msgid_plural')


def make_pseudo(folder):
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"', '']
    for context, text, plural in entries(pathlib.Path(po).read_text(encoding='utf-8')):
        # What tells programs something, such as the language of the texts or the order of a date, stays.
        same = context == 'language of the texts' or re.fullmatch(r'[%\w\W]{0,2}', text)
        change = (lambda words: words) if same or re.fullmatch(r'[^a-zA-Z]*(%-?[a-zA-Z][^a-zA-Z]*)+', text) else lengthen
        lines += [f'msgctxt {quote(context)}'] if context is not None else []
        lines.append(f'msgid {quote(text)}')
        if plural is not None:
            lines += [f'msgid_plural {quote(plural)}', f'msgstr[0] {quote(change(text))}', f'msgstr[1] {quote(change(plural))}', '']
        else:
            lines += [f'msgstr {quote(change(text))}', '']
    target = folder / 'locale' / 'pseudo' / 'LC_MESSAGES'
    target.mkdir(parents=True)
    source = folder / 'pseudo.po'
    source.write_text('\n'.join(lines), encoding='utf-8')
    subprocess.run(['msgfmt', '-o', target / 'hourbook.mo', source], check=True)


with tempfile.TemporaryDirectory(prefix='hourbook-layout-') as name:
    folder = pathlib.Path(name)
    env = dict(os.environ, LANGUAGE=language, LC_ALL='en_US.UTF-8', SHOTS_TEXT_SCALE=scale, SHOTS_SETTLE_MS='120')
    if language == 'pseudo':
        make_pseudo(folder)
        env['HOURBOOK_LOCALE_DIR'] = str(folder / 'locale')
    pictures = pathlib.Path(os.environ.get('HOURBOOK_PICTURES') or folder)
    # Without a compositor the frame around a window takes 10 of its pixels.
    done = subprocess.run([shots, pictures, language, str(int(width) + 10), '760'], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)

# A combo row of Adwaita with a title far longer than the row makes GTK 4.18 count the row's height once without the room above the title;
# the title is shortened by an ellipsis and nothing is cut. Only where such a row is shown, and nothing else of that scene, is passed over.
LONG_TITLE = ('editor-files', re.compile(r'^Gtk-WARNING \*\*: GtkBox \(box\) reported min height \d+ and natural height \d+ in measure'))

complaints, waiting, n_scenes, seen = [], [], 0, set()
for line in done.stdout.splitlines():
    if line.endswith('.png'):
        n_scenes += 1
        scene = line.removesuffix(f'-{language}.png')
        complaints += [f'{scene}: {words}' for words in waiting if scene != LONG_TITLE[0] or not LONG_TITLE[1].search(words)]
        waiting = []
    elif re.search(r'(WARNING|CRITICAL|ERROR)', line):
        plain = re.sub(r' 0x[0-9a-f]+|^\(.*?\): |\d\d:\d\d:\d\d\.\d+: ', '', line)
        if plain not in seen:
            seen.add(plain)
            waiting.append(plain)
complaints += waiting

print('TAP version 14')
ok = done.returncode == 0 and n_scenes > 0 and not complaints
print(f'{"ok" if ok else "not ok"} 1 {language} at {width} px, text at {scale}: {n_scenes} scenes')
for complaint in complaints:
    print(f'# {complaint}', file=sys.stderr)
if done.returncode != 0:
    print('#', '\n# '.join(done.stdout.splitlines()[-5:]), file=sys.stderr)
print('1..1')
sys.exit(0 if ok else 1)
