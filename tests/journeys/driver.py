# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person does: keys and mouse on the screen, seen through the accessibility tree.

Nothing waits for a time: wait_for() looks again whenever the tree tells of a change, and at least ten times a second, until a deadline.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 30
TODAY = '2024-11-18'
SAMPLES = pathlib.Path(os.environ['HOURBOOK_DATA_DIR'], 'samples')

# They hand the focus on to what is in them, or scroll.
FOCUSABLE_WITHOUT_NAME = {'application', 'frame', 'filler', 'grouping', 'list', 'list box', 'panel', 'scroll pane', 'table', 'tab panel', 'viewport'}


class Lost(Exception):
    """What was waited for did not come."""


def wait_for(test, what, seconds=PATIENCE_S):
    """The first true answer of test(); looks again whenever something happens."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while True:
        try:
            answer = test()
        except GLib.Error:  # what was looked at is gone
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Lost(f'waited in vain for {what}')
        alarm = GLib.timeout_add(100, lambda: GLib.SOURCE_CONTINUE)
        context.iteration(True)
        GLib.source_remove(alarm)


class Node:
    """Something in the tree."""

    def __init__(self, accessible):
        self.it = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.it == other.it

    def __hash__(self):
        return hash(self.it)

    @property
    def role(self):
        return self.it.get_role_name()

    @property
    def name(self):
        return self.it.get_name() or ''

    @property
    def description(self):
        return self.it.get_description() or ''

    def is_(self, state):
        return self.it.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def is_showing(self):
        states = self.it.get_state_set()
        return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)

    @property
    def children(self):
        for index in range(self.it.get_child_count()):
            child = self.it.get_child_at_index(index)
            if child is not None:
                yield Node(child)

    @property
    def parent(self):
        parent = self.it.get_parent()
        return Node(parent) if parent is not None else None

    def walk(self, hidden=False):
        """This and all below that can be seen."""
        yield self
        for child in self.children:
            if hidden or child.is_showing:
                yield from child.walk(hidden)

    @property
    def text(self):
        """What it says: of an entry what was typed, else its name."""
        iface = self.it.get_text_iface()
        if iface is not None:
            return Atspi.Text.get_text(iface, 0, Atspi.Text.get_character_count(iface))
        return self.name

    @property
    def value(self):
        iface = self.it.get_value_iface()
        return iface.get_current_value() if iface is not None else None

    @property
    def value_text(self):
        iface = self.it.get_value_iface()
        return Atspi.Value.get_text(iface) if iface is not None else None  # that of the accessible is another

    @property
    def box(self):
        rect = self.it.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return rect.x, rect.y, rect.width, rect.height

    def act(self):
        """What it does when activated; for screens without a mouse."""
        iface = self.it.get_action_iface()
        assert iface is not None and iface.get_n_actions() > 0, f'{self} has no action'
        assert iface.do_action(0), f'{self} does not do it'

    def __str__(self):
        return f'[{self.role}] “{self.name}”'


def matches(wanted, text):
    return wanted.search(text) is not None if isinstance(wanted, re.Pattern) else wanted == text


class App:
    """The program with a home and a library of its own."""

    def __init__(self, sample=None, today=TODAY, language='en_US', fill=None):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix='hourbook-journey-'))
        self.library = self.place / 'library'
        self.today = today
        self.process = None
        self.root = None
        self.env = dict(os.environ, HOURBOOK_LIBRARY=str(self.library), HOURBOOK_TODAY=today, LC_ALL=f'{language}.UTF-8', LANGUAGE=language)
        self.holder = None
        self.pointer = None
        self.log = open(self.place / 'log', 'w+', encoding='utf-8')
        if sample is not None:
            self.cli('init')
            self.cli('import', str(SAMPLES / f'{sample}.json'), '--confirm')
        if fill is not None:
            self.cli('init')
            fill(self)

    def cli(self, *args):
        """What is in the library before the program starts, and after it."""
        done = subprocess.run([os.environ['HOURBOOK_CLI'], *args], env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f'hourbook-cli {args}: {done.stderr}'
        return done.stdout

    def library_json(self, *args):
        return json.loads(self.cli(*args, '--json'))

    # ---- Start and end ----

    def start(self, *args):
        self.process = subprocess.Popen([os.environ['HOURBOOK_PROGRAM'], *args], env=self.env, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        self.root = wait_for(self.find_root, 'the program in the accessibility tree')
        wait_for(lambda: next(self.windows(), None), 'the window')
        if 'DISPLAY' in os.environ:
            self.focus_window()
        return self

    def find_root(self):
        self.check_alive()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return Node(child)
        return None

    def windows(self):
        return (child for child in self.root.children if child.is_showing)

    def check_alive(self):
        if self.process.poll() is not None:
            raise Lost(f'the program ended with {self.process.returncode}')

    def focus_window(self):
        """There is no window manager that would."""
        output = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(self.process.pid)], capture_output=True, text=True, check=True).stdout
        self.window_id = output.split()[0]
        subprocess.run(['xdotool', 'windowmove', '--sync', self.window_id, '0', '0'], check=False, timeout=10)
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.window_id], check=True, timeout=10)

    def stop(self):
        """Closes the window as a person does; the program must end by itself, in good order."""
        if 'DISPLAY' in os.environ:
            self.keys('ctrl+q')
        else:
            self.press('button', 'Close')
        wait_for(lambda: self.process.poll() is not None, 'the end of the program')
        assert self.process.returncode == 0, f'the program ended with {self.process.returncode}'
        words = self.words()
        assert not re.search(r'(CRITICAL|WARNING|ERROR: AddressSanitizer|runtime error)', words), words
        self.process = None

    def words(self):
        """What the program said on its error output."""
        self.log.flush()
        return (self.place / 'log').read_text(encoding='utf-8')

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.let_go()
        if error is not None and self.root is not None:
            self.tell()
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
        if self.process is not None:
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.place, ignore_errors=True)
        return False

    def tell(self):
        """What can be seen when something has failed."""
        print('# The program said:', *self.words().splitlines()[-20:], sep='\n# ', file=sys.stderr)
        if self.process.poll() is None:
            print('# The window shows:', *self.dump(), sep='\n# ', file=sys.stderr)
            picture = os.environ.get('HOURBOOK_PICTURES')
            if picture and shutil.which('xwd'):
                subprocess.run(['xwd', '-root', '-out', f'{picture}/failed-{os.getpid()}.xwd'], check=False)

    def dump(self):
        def lines(node, depth):
            try:
                value = f' = {node.value_text or node.value}' if node.value is not None else ''
                if node.role in ('text', 'entry'):
                    value += f' says “{node.text}”'
                yield f'{"  " * depth}{node}{value}{" (focus)" if node.is_("focused") else ""}'
                for child in node.children:
                    if child.is_showing:
                        yield from lines(child, depth + 1)
            except GLib.Error:
                yield '  ' * depth + '(gone)'
        return list(lines(self.root, 0))

    # ---- Looking ----

    def all(self, role=None, name=None, below=None):
        for node in (below or self.root).walk():
            if (role is None or node.role == role) and (name is None or matches(name, node.name)):
                yield node

    def peek(self, role=None, name=None, below=None):
        return next(self.all(role, name, below), None)

    def find(self, role=None, name=None, below=None, seconds=PATIENCE_S):
        def look():
            self.check_alive()
            return self.peek(role, name, below)
        return wait_for(look, f'[{role or "anything"}] {name}', seconds)

    def wait_gone(self, role=None, name=None):
        wait_for(lambda: self.peek(role, name) is None, f'the end of [{role or "anything"}] {name}')

    def focused(self):
        return next((node for node in self.root.walk() if node.is_('focused') and node.role not in ('frame', 'application')), None)

    # ---- Files ----

    def put_file(self, name, content):
        folder = self.place / 'outside'
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text(content, encoding='utf-8')
        return path

    def copy_files(self, *paths):
        """As in a file manager; they can then be pasted."""
        self.let_go()
        self.holder = subprocess.Popen([os.environ['HOURBOOK_HOLD_FILES'], *map(str, paths)], stdout=subprocess.PIPE, stderr=self.log, text=True)
        assert self.holder.stdout.readline() == 'ready\n', 'the files were not copied'

    def let_go(self):
        if self.holder is not None:
            self.holder.kill()
            self.holder.wait()
            self.holder.stdout.close()
            self.holder = None

    # ---- Doing ----

    def has_focus(self, node):
        return node.is_('focused') or any(below.is_('focused') for below in node.walk())

    def focus(self, node, most=80):
        """By the Tab key, which also brings it into view."""
        for _ in range(most):
            if self.has_focus(node):
                return
            before = self.focused()
            self.keys('Tab')
            try:
                wait_for(lambda was=before: self.focused() not in (None, was), 'the focus to move', seconds=2)
            except Lost:
                break
        self.click(node)
        wait_for(lambda: self.has_focus(node), f'the focus on {node}')

    def keys(self, *names):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *names], check=True, timeout=20)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '8', text], check=True, timeout=60)

    def click(self, node, button=1):
        """In the middle of it, once it lies still."""
        seen = None

        def at_rest():
            nonlocal seen
            box, seen = seen, node.box
            return box == seen and seen[2] > 0 and seen[3] > 0
        wait_for(at_rest, f'{node} to lie still')
        x, y, width, height = seen
        place = (x + width // 2, y + height // 2)
        if place != self.pointer:  # a move to where it is would never be seen
            subprocess.run(['xdotool', 'mousemove', '--sync', *map(str, place)], check=False, timeout=10)
        self.pointer = place
        subprocess.run(['xdotool', 'click', str(button)], check=True, timeout=10)

    def press(self, role, name, below=None):
        node = self.find(role, name, below)
        if 'DISPLAY' in os.environ:
            self.click(node)
        else:
            node.act()
        return node

    def fill(self, node, text):
        """Types into an entry, in place of what is there."""
        if 'DISPLAY' in os.environ:
            self.focus(node)
            self.keys('ctrl+a')
            self.type(text)
        else:
            node.it.get_editable_text_iface().set_text_contents(text)
        wait_for(lambda: node.text == text, f'“{text}” in {node}')

    def page(self, number):
        self.keys(f'alt+{number}')

    # ---- Judging ----

    def nameless(self):
        """Everything that takes the focus and does not say what it is."""
        for node in self.root.walk():
            if node.role == 'list item' and not node.name and any(above.role == 'combo box' for above in above_of(node)):
                continue  # what a combo row shows of its choice
            if node.role == 'list item' and not node.name and any(below.role == 'list item' and below.name for below in node.walk()):
                continue  # around an expander row, which has the name itself
            if node.is_('focusable') and node.is_('sensitive') and not node.name and node.role not in FOCUSABLE_WITHOUT_NAME:
                yield node

    def check_names(self, where):
        """What is being made has its name in a moment."""
        try:
            wait_for(lambda: not any(self.nameless()), 'names', seconds=5)
        except Lost:
            bad = sorted({path_of(node) for node in self.nameless()})
            raise AssertionError(f'{where}: without a name:\n#   ' + '\n#   '.join(bad)) from None
        for node in self.root.walk():
            if node.role in ('level bar', 'progress bar', 'meter') and node.value is not None:
                assert node.name or node.description, f'{where}: {path_of(node)} does not say what it measures'


def above_of(node):
    while (node := node.parent) is not None and node.role != 'application':
        yield node


def path_of(node):
    parts = [' · '.join(below.name for below in node.walk() if below.name)[:60] + ':'] if node is not None else []
    while node is not None and node.role != 'application':
        parts.append(str(node))
        node = node.parent
    return ' < '.join(parts[:6])


def listen():
    """Changes of the tree wake wait_for() up."""
    listener = Atspi.EventListener.new(lambda event: None)
    for event in ('object:children-changed', 'object:state-changed', 'object:property-change', 'object:text-changed', 'window'):
        listener.register(event)
    return listener


def run(journeys):
    """The journeys as a test of their own each; with names as arguments only these."""
    Atspi.init()
    listener = listen()
    wanted = sys.argv[1:]
    chosen = [journey for journey in journeys if not wanted or journey.__name__ in wanted]
    failed = 0
    print(f'1..{len(chosen)}')
    for number, journey in enumerate(chosen, start=1):
        try:
            journey()
            print(f'ok {number} {journey.__name__}', flush=True)
        except Exception as error:  # every failure is one of the journey
            failed += 1
            print(f'not ok {number} {journey.__name__}', flush=True)
            if not isinstance(error, (Lost, AssertionError)):
                import traceback
                traceback.print_exc()
            print(f'# {error}', file=sys.stderr)
    del listener
    sys.exit(1 if failed else 0)
