"""What the checks in this folder share.

A check is an executable file here, called with the top of a tree. It prints one line for each thing it finds, as
"where: what; what to do", and exits 1 if it found any. selftest seeds a violation for each.
"""
import os
import pathlib
import re
import subprocess
import sys


def matcher(pattern):
    """A pattern of paths as a regular expression: ** stands for any folders, also none, as the shell has it."""
    parts = re.split(r'(\*\*/|\*|\[[^]]+\])', pattern)
    meaning = {'**/': '(?:[^/]+/)*', '*': '[^/]*'}
    return re.compile(''.join(meaning.get(part, part if part.startswith('[') else re.escape(part)) for part in parts))


class Lint:
    def __init__(self):
        self.top = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else '.').resolve()
        self.found = 0

    def report(self, where, what, do):
        self.found += 1
        print(f'{where}: {what}; {do}')

    def finish(self):
        sys.exit(1 if self.found else 0)

    def files(self, *patterns):
        """The paths of the tree, relative to its top, that git has or would take, and that match a pattern."""
        matchers = [matcher(pattern) for pattern in patterns]
        return [path for path in self.all_files() if any(match.fullmatch(path.as_posix()) for match in matchers)]

    def all_files(self):
        listing = subprocess.run(
            ['git', '-C', str(self.top), '-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others',
             '--exclude-standard'], capture_output=True, check=False)
        if listing.returncode == 0:
            names = set(os.fsdecode(listing.stdout).split('\0')) - {''}
        else:  # an unpacked archive has no history
            names = {str(path.relative_to(self.top)) for path in self.top.rglob('*')}
            names = {name for name in names if not name.startswith(('.git/', '.build/'))}
        return sorted(pathlib.PurePath(name) for name in names if (self.top / name).is_file())

    def read(self, path):
        return (self.top / path).read_text(encoding='utf-8', errors='replace')

    def lines(self, path):
        return enumerate(self.read(path).splitlines(), start=1)


TOKEN = re.compile(
    r'//(?:[^\\\n]|\\.|\\\n)*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def blank(text):
    """Leave of the text its line ends only."""
    return re.sub(r'[^\n]', ' ', text)


def without_comments(text):
    """C or Blueprint text with comments blanked, strings and lines as they were."""
    return TOKEN.sub(lambda token: blank(token[0]) if token[0].startswith('/') else token[0], text)


def code_only(text):
    """C text with comments blanked and strings emptied, every line where it was."""
    def replace(token):
        if token[0].startswith('/'):
            return blank(token[0])
        return token[0][0] + blank(token[0][1:-1]) + token[0][-1]
    return TOKEN.sub(replace, text)


def without_directives(code):
    """Code without preprocessor lines; of alternatives (#if … #else …) only the first stays, so braces balance."""
    result, alternative, continued = [], [], False
    for line in code.split('\n'):
        directive = re.match(r'\s*#\s*(\w+)', line)
        if continued or directive:
            if not continued:
                if directive[1] in ('if', 'ifdef', 'ifndef'):
                    alternative.append(False)
                elif directive[1] in ('else', 'elif') and alternative:
                    alternative[-1] = True
                elif directive[1] == 'endif' and alternative:
                    alternative.pop()
            continued = line.endswith('\\')
            result.append('')
        else:
            result.append('' if any(alternative) else line)
    return '\n'.join(result)


def functions(text):
    """The functions of a C file as (name, line, number of lines), from the line of the name to the closing brace."""
    code = without_directives(code_only(text))
    depth, start = 0, 0
    function = None
    for match in re.finditer(r'[{};]', code):
        mark, at = match[0], match.start()
        if mark == '{':
            if depth == 0:
                function = function_head(code, start, at)
            depth += 1
        elif mark == '}':
            depth = max(depth - 1, 0)
            if depth == 0:
                if function:
                    name, line = function
                    yield name, line, code.count('\n', 0, at) + 1 - line + 1
                function, start = None, at + 1
        elif depth == 0:
            start = at + 1


def function_head(code, start, brace):
    """The name and line of the function whose body opens at the brace, or None for a struct, an enum, an array."""
    head = code[start:brace].rstrip()
    # Attributes such as G_GNUC_PURE may stand between the parameters and the body.
    head = re.sub(r'(\)\s*)((G_GNUC_\w+|__attribute__)(\s*\([^()]*(\([^()]*\))?[^()]*\))?\s*)+$', r')', head)
    if not head.endswith(')'):
        return None
    depth = 0
    for at in range(len(head) - 1, -1, -1):
        depth += {')': 1, '(': -1}.get(head[at], 0)
        if depth == 0:
            break
    name = re.search(r'(\w+)\s*$', head[:at])
    if not name or name[1] in ('if', 'for', 'while', 'switch'):
        return None
    return name[1], code.count('\n', 0, start + name.start()) + 1
