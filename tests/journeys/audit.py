# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold of everything that can be seen, and of the keyboard in it, whichever page or dialog it is.

A window in Chinese is judged through the accessibility tree only: by what a screen reader or a switch has of it.
"""
import re
import subprocess

from driver import Atspi, GLib, Lost, Node, path_of, wait_for

# They are nothing that can be named or acted on.
MEANINGLESS = {'filler', 'invalid', 'panel', 'redundant object', 'unknown'}
# They take the focus to hand it on to what is in them, or to scroll.
HOLDERS = {'application', 'frame', 'grouping', 'list', 'list box', 'scroll pane', 'table', 'tab panel', 'viewport'}
# One of them has the Tab key, the arrow keys go to the others.
ARROWED = {'list', 'list box', 'menu', 'radio group', 'table', 'tool bar', 'tree'}
# GTK puts them on every window; the keys of the desktop do what they do.
OF_THE_WINDOW = {'最小化', '最大化', '还原', '关闭', 'Close'}
PRESSED = {'button', 'check box', 'link', 'list item', 'menu item', 'radio button', 'switch', 'toggle button'}
MEASURED = {'level bar', 'meter', 'progress bar', 'slider'}
WORD = re.compile(r'[A-Za-z]{4,}')
# Names of things that are the same in every language.
# Libadwaita says them, and has its translations elsewhere.
OF_ADWAITA = {'Apply', 'Close'}
FOREIGN = {'CSV', 'Ctrl', 'Delete', 'Escape', 'GNU', 'HEIC', 'Hourbook', 'JPEG', 'JSON', 'Linux', 'OFD', 'PDF', 'Shift', 'TIFF', 'WebP', 'XLSX'}
FILE_NAME = re.compile(r'[\w.-]*/[\w./-]+|[\w-]+\.(?:db|json|txt)', re.ASCII)
LETTER = re.compile(r'[^\W\d_]')


class Seen:
    """What a node is at one moment: each question is one to the program."""

    def __init__(self, node, above):
        self.node = node
        self.above = above
        self.role = node.role
        self.name = node.name.strip()
        self.description = node.description.strip()
        states = node.it.get_state_set()
        self.takes_focus = states.contains(Atspi.StateType.FOCUSABLE) and states.contains(Atspi.StateType.SENSITIVE)
        self.below = []

    def holds(self, role):
        return any(part.role == role or part.holds(role) for part in self.below)

    def lies_in(self, *roles):
        above = self.above
        while above is not None:
            if above.role in roles:
                return above
            above = above.above
        return None

    def parts(self):
        yield self
        for part in self.below:
            yield from part.parts()

    def __str__(self):
        return path_of(self.node)


def look(node, above=None):
    """All that can be seen from here on down."""
    seen = Seen(node, above)
    for child in node.children:
        if child.is_showing:
            seen.below.append(look(child, seen))
    return seen


# ---- Names and values ----

def is_same_thing(seen):
    """The outer of two that are one: a menu button around its toggle button, a row around its switch, or around the row that folds out."""
    if seen.role == 'button':
        return any(part.role == 'toggle button' for part in seen.below)
    if seen.role == 'check box':
        return any(part.role == 'check box' and part.name == seen.name for part in seen.parts() if part is not seen)
    return seen.role == 'list item' and any(part.role == 'list item' and part.name for part in seen.parts() if part is not seen)


def names(seen):
    for part in seen.parts():
        if not (part.takes_focus or part.role in PRESSED) or part.role in HOLDERS:
            continue
        if part.role in MEANINGLESS:
            # What holds something that takes the focus hands it on.
            if not any(inner.takes_focus for inner in part.parts() if inner is not part):
                yield f'takes the focus and says not what it is: {part}'
        elif not part.name and not is_same_thing(part) and part.lies_in('combo box') is None:
            yield f'has no name: {part}'


def doubles(seen):
    """Different things of one name cannot be told apart by ear, unless what they are said to be part of tells them apart."""
    known = {}
    for part in seen.parts():
        # A row with a button does what the button does, which is looked at itself.
        if part.role in PRESSED and part.name and not is_same_thing(part) and not (part.role == 'list item' and part.holds('button')):
            row = part if part.role == 'list item' else part.lies_in('list item')
            listed = part.lies_in('list')
            around = tuple(inner.name for inner in row.parts()) if row is not None else ()
            key = part.role, part.name, part.description, around, listed.name if listed is not None else ''
            if key in known and part.lies_in('button') is None and part.lies_in('combo box') is None:
                yield f'has the name and the description of another: {part}'
            known[key] = part


def values(seen):
    for part in seen.parts():
        if part.role in MEASURED:
            words = part.node.value_text
            if not part.name:
                yield f'does not say what it measures: {part}'
            if not words or not LETTER.search(words):
                yield f'has no value in words (“{words}”): {part}'
        elif part.role in ('image', 'icon') and not part.name:
            yield f'is a picture without words, and not marked as decoration: {part}'
        elif part.role in ('image', 'icon') and part.takes_focus and not part.description:
            yield f'is a chart whose figures are not said: {part}'


def says_what_it_shows(seen):
    """Who speaks to the computer says what is written on a button."""
    for part in seen.parts():
        if part.role not in ('button', 'toggle button'):
            continue
        labels = [inner.name for inner in part.parts() if inner.role == 'label' and inner.name]
        if len(labels) == 1 and labels[0].rstrip('…') not in part.name:
            yield f'shows “{labels[0]}”, and its name is another: {part}'


def translated(seen):
    """Names of files are what they are."""
    for part in seen.parts():
        for text in (part.name, part.description, part.node.value_text if part.role in MEASURED else ''):
            words = [word for word in WORD.findall(FILE_NAME.sub('', text or '')) if word not in FOREIGN]
            if words and text not in OF_ADWAITA:
                yield f'is not translated ({", ".join(words)}): {part}'


def judge(node):
    """All that is wrong with what can be seen."""
    seen = look(node)
    return sorted({*names(seen), *doubles(seen), *values(seen), *says_what_it_shows(seen), *translated(seen)})


# ---- The keyboard ----

class Keyboard:
    """Follows the focus by what the program tells of it."""

    def __init__(self, app):
        self.app = app
        self.came = []
        self.listener = Atspi.EventListener.new(self.note)
        self.listener.register('object:state-changed:focused')

    def note(self, event):
        if event.detail1 == 1:
            self.came.append(Node(event.source))

    def press(self, key, seconds=3):
        """Where the focus is then; None if it has not moved."""
        self.came.clear()
        subprocess.run(['xdotool', 'key', key], check=True, timeout=20)
        try:
            wait_for(lambda: self.came, 'the focus to move', seconds)
        except Lost:
            self.app.check_alive()
            return None
        return self.came[-1]

    def ring(self, most=150):
        """All that the Tab key comes to before it comes to something again; where that is too little, something is missed."""
        stops = []
        while len(stops) < most:
            node = self.press('Tab')
            if node is None:
                raise AssertionError(f'the Tab key goes no further than {path_of(stops[-1]) if stops else "nowhere"}')
            if node in stops:
                return stops[stops.index(node):]
            stops.append(node)
        raise AssertionError(f'the Tab key has not come round after {most} times; last to {path_of(stops[-1])}')

    def go_into(self, group, most=150):
        while most > 0:
            node = self.press('Tab')
            if node is None or group in chain(node):
                return node
            most -= 1
        return None


def chain(node):
    above = [node]
    while (parent := above[-1].parent) is not None and parent.role != 'application':
        above.append(parent)
    return above[::-1]


def is_above(box, other):
    """Wholly above, and in the same column."""
    return box[1] + box[3] <= other[1] and box[0] < other[0] + other[2] and other[0] < box[0] + box[2]


def is_before(box, other):
    """Wholly to the left, and in the same row."""
    return box[0] + box[2] <= other[0] and box[1] < other[1] + other[3] and other[1] < box[1] + box[3]


def fork(node, other):
    """The parts in which two lie that have the same parent, and how deep they are."""
    return next(((depth, *pair) for depth, pair in enumerate(zip(chain(node), chain(other))) if pair[0] != pair[1]), None)


def disorder(stops):
    """Where the Tab key goes against the order of reading: up, or to the left in one row; but for the one time when it comes round."""
    wrong = []
    for last, node in zip(stops, stops[1:] + stops[:1]):
        parts = fork(last, node)
        if parts is None:
            continue
        depth, a, b = parts[0], parts[1].box, parts[2].box
        if min(*a[2:], *b[2:]) > 0 and (is_above(b, a) or is_before(b, a)):
            wrong.append((depth, f'the Tab key goes back from {path_of(last)} to {path_of(node)}'))
    # It comes round in the outermost part.
    return [text for depth, text in sorted(wrong)[1:]]


def group_of(node, stops):
    """What holds a node and something that the Tab key has come to, within which arrow keys go."""
    arrowed = ARROWED | {'grouping'} if node.role == 'radio button' else ARROWED
    for above in chain(node)[-2::-1]:
        if above.role in arrowed and any(above in chain(stop) for stop in stops):
            return above
    return None


def backwards(keyboard, stops):
    """With Shift the Tab key goes back to the first by way of the last."""
    back = [keyboard.press('shift+Tab')]
    if back[0] != stops[-1]:
        yield f'the Tab key with Shift goes to {path_of(back[0]) if back[0] else "nothing"} in place of {path_of(stops[-1])}'
    while back[-1] not in (None, stops[0]) and len(back) < 2 * len(stops):
        back.append(keyboard.press('shift+Tab'))
    if back[-1] != stops[0]:
        last = [node for node in back if node is not None][-1:]
        yield f'the Tab key with Shift never comes back to {path_of(stops[0])}; it stays at {path_of(last[0]) if last else "the first"}'


def is_done_by_row(part, stops):
    """The row around it has the focus, and does what it does."""
    row = part.lies_in('list item') or part.lies_in('check box')
    return part.role in ('radio button', 'check box', 'switch') and row is not None and row.node in stops


def missed(keyboard, scope, stops, known):
    """What takes the focus and never gets it from the Tab key or, from there, from the arrow keys; KNOWN are names of groups once walked through."""
    left = [part for part in look(scope).parts() if part.takes_focus and part.role not in HOLDERS and part.name not in OF_THE_WINDOW]
    left = [part for part in left if part.lies_in('combo box') is None and not is_done_by_row(part, stops)]
    left = [part for part in left if not any(inner.node in stops for inner in part.parts())]
    groups = {}
    for part in left:
        groups.setdefault(group_of(part.node, stops), []).append(part)
    for group, parts in groups.items():
        if group is not None and group.name in known:
            continue
        if group is not None and group.name:
            known.add(group.name)
        reached = by_arrows(keyboard, group, {part.node for part in parts}) if group is not None else set()
        yield from (f'takes the focus and does not get it from the keyboard: {part}' for part in parts if part.node not in reached and part.node.is_showing)


def by_arrows(keyboard, group, wanted, most=80):
    """What the arrow keys come to in a group."""
    reached = set()
    inside = False
    for key in ('Down', 'Up') if group.role in ('list', 'list box', 'tree', 'menu') else ('Right', 'Left', 'Down', 'Up'):
        inside = inside or keyboard.go_into(group) is not None
        idle = 0
        for _ in range(most):
            # A list that is still laying itself out may not heed a key at once.
            if not inside or wanted <= reached or idle > 1:
                break
            node = keyboard.press(key, seconds=0.5)
            idle = idle + 1 if node is None else 0
            if node is not None:
                inside = group in chain(node)
                reached.add(node)
    return reached


def walk_with_keys(app, scope, known=None, most=150):
    """All that is wrong with the keyboard in a page or dialog."""
    keyboard = Keyboard(app)
    try:
        stops = keyboard.ring(most)
        wrong = list(disorder(stops))
        if len(stops) > 1:
            # At the first again; back is the last.
            wrong += backwards(keyboard, stops)
        wrong += missed(keyboard, scope, stops, set() if known is None else known)
    except (AssertionError, GLib.Error) as error:
        wrong = [str(error)]
    return wrong
