#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Let a library fail and die at every point, and count what is lost.

usage: run-faults.py FAULT_WORKER FAULT_SHIM [RANDOM_KILLS]

Every operation of fault-worker is run once for each call that changes the disk (fault-shim.c says which), and that call kills the
program or fails. Afterwards, without faults: every change that was acknowledged is there, the database passes its check, no file is
half-written, and the operation was done whole or not at all. The last lines give the figures.
"""

import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SECONDS = 60
MEBIBYTE = 1024 * 1024


class Figures:
    def __init__(self):
        self.tests = self.failed = self.faults = self.acknowledged = self.lost = 0

    def test(self, name, mistakes):
        self.tests += 1
        self.failed += bool(mistakes)
        print(f'{"not ok" if mistakes else "ok"} {self.tests} {name}')
        for mistake in mistakes[:10]:
            print(f'# {mistake}')
        sys.stdout.flush()


class Run:
    """What a run of the worker said and came to."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode(errors='replace').splitlines()
        self.err = done.stderr.decode(errors='replace').strip()

    def has(self, prefix):
        return [line for line in self.out if line.startswith(prefix)]


class Bench:
    def __init__(self, worker, shim, folder):
        self.worker, self.shim, self.folder = worker, shim, folder
        self.library = folder / 'library'
        self.base = folder / 'base'
        self.count = folder / 'count'
        self.figures = Figures()
        self.environment = dict(os.environ, HOURBOOK_INSPECT='/nonexistent')
        self.inputs()

    def inputs(self):
        self.first = self.folder / '通知.pdf'
        self.first.write_bytes(b'%PDF-1.4 first\n' + os.urandom(3000))
        self.second = self.folder / '结业证书.pdf'
        self.second.write_bytes(b'%PDF-1.4 second\n' + os.urandom(200000))
        self.large = self.folder / '成果.bin'
        self.large.write_bytes(os.urandom(8 * MEBIBYTE))
        records = [{'id': f'i{n}', 'activity': 'training', 'title': f'第{n}项', 'start': '2024-05-01',
                    'evidence': [{'document': 'notice', 'file': self.second.name}]} for n in range(3)]
        self.logbook = self.folder / 'import.json'
        self.logbook.write_text(json.dumps({'format': 'hourbook-logbook', 'version': 1, 'records': records}), encoding='utf-8')
        done = self.run('prepare', self.first, library=self.base)
        assert done.code == 0, done.err
        self.backup = self.folder / 'full.hourbook-backup'
        done = self.run('backup', self.backup, library=self.base)
        assert done.code == 0, done.err
        done = self.run('edit', '改过的题目', library=self.base)
        assert done.code == 0, done.err
        self.before = self.verify(self.base)

    def run(self, what, *arguments, library=None, fault=None, preload=None):
        environment = dict(self.environment)
        if fault is not None:
            environment.update(fault, LD_PRELOAD=str(self.shim), HBK_FAULT_COUNT_FILE=str(self.count), HBK_FAULT_PROGRAM=self.worker.name)
        if preload is not None:
            environment.update(preload)
        command = [str(self.worker), what, str(library or self.library), *map(str, arguments)]
        return Run(subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS, check=False))

    def reset(self):
        if self.library.exists():
            for path in [self.library, *self.library.rglob('*')]:
                if path.is_dir():
                    path.chmod(0o700)
            shutil.rmtree(self.library)
        shutil.copytree(self.base, self.library)

    def verify(self, library=None):
        return self.run('verify', library=library)

    @staticmethod
    def state(run):
        return sorted(line for line in run.out if not line.startswith('stray'))


def mistakes_of(bench, done, after, whole, fault):
    """What is wrong with the library after an operation that ended as 'done'; 'whole' is the state when it is done."""
    found = []
    before = bench.state(bench.before)
    now = bench.state(after)
    if after.code != 0:
        found.append(f'{fault}: the library does not open any more: {after.err}')
    if after.has('wrong'):
        found.append(f'{fault}: {after.has("wrong")[0]}')
    if now not in (before, whole):
        found.append(f'{fault}: it is neither as before nor done: {sorted(set(now) ^ set(whole))[:3]}')
    if done.out and now != whole:
        found.append(f'{fault}: acknowledged, and lost')
        bench.figures.lost += 1
    if done.code == 1 and not done.err:
        found.append(f'{fault}: refused without a word')
    if done.code not in (0, 1, -signal.SIGKILL):
        found.append(f'{fault}: ended with {done.code}: {done.err[-200:]}')
    return found


def remove(path):
    if path is not None and path.is_dir():
        shutil.rmtree(path)
    elif path is not None and path.exists():
        path.unlink()


def half_made(bench, what, target, fault):
    """What is left of a package by a program that died or was refused: it is not there, or it is whole."""
    if not what.startswith('package') or not target.exists():
        return []
    whole = bench.run('whole', target)
    return [] if whole.code == 0 else [f'{fault}: {target.name} is there and not whole: {whole.err}']


def every_point(bench, what, arguments, kind, sticky, clean=None, step=1):
    """One operation, with a fault at each of its calls, until it passes; or at every step-th."""
    bench.reset()
    remove(clean)
    assert bench.run(what, *arguments).code == 0
    whole = bench.state(bench.verify())
    found, point = [], 1 - step
    while True:
        point += step
        bench.reset()
        remove(clean)
        bench.count.write_text('0')
        done = bench.run(what, *arguments, fault={'HBK_FAULT_AT': str(point), 'HBK_FAULT_KIND': kind, 'HBK_FAULT_STICKY': '1' if sticky else '0'})
        reached = bench.count.read_text().split()
        if len(reached) < 2:  # there was no such call
            break
        bench.figures.faults += 1
        bench.figures.acknowledged += len(done.out)
        fault = f'{what}, {kind} at call {point} ({reached[1]})'
        if kind == 'kill' and done.code != -signal.SIGKILL:
            found.append(f'{fault}: not killed')
        found += mistakes_of(bench, done, bench.verify(), whole, fault)
        found += half_made(bench, what, clean, fault)
        if clean is not None and done.code == 1 and not sticky and clean.exists():
            found.append(f'{fault}: refused, and left {clean.name}')
        if done.code == 1 and not done.out and point % 5 == 1:
            remove(clean)
            again = bench.run(what, *arguments)
            if again.code != 0:
                found.append(f'{fault}: not even without a fault: {again.err}')
    if point < 5:
        found.append(f'{what}: only {point - 1} calls were seen; is the shim loaded?')
    bench.figures.test(f'{what}: {kind} at {"each" if step == 1 else "every fifth"} of {point - step} calls', found)


def nothing_beside(bench, package):
    """The next package takes away what killed ones have left."""
    remove(package)
    done = bench.run('package', package)
    left = [path.name for path in bench.folder.glob('.hourbook-package-*')]
    bench.figures.test('what killed packages left is removed by the next one', ([done.err] if done.code else []) + left)


def killed_at_random(bench, times, chance):
    """Saves without end, and imports and attachments, killed at any moment; one library lives through all of it."""
    bench.reset()
    saved, attached, found, number = set(), set(), [], 1
    for turn in range(times):
        kind = turn % 5
        if kind < 3:
            command = [str(bench.worker), 'many', str(bench.library), str(number)]
        elif kind == 3:
            content = os.urandom(64) + bench.large.read_bytes()[64:]
            path = bench.folder / f'大文件{turn}.bin'
            path.write_bytes(content)
            command = [str(bench.worker), 'attach', str(bench.library), str(path)]
        else:
            command = [str(bench.worker), 'import', str(bench.library), str(bench.logbook)]
        process = subprocess.Popen(command, env=bench.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        try:
            process.wait(timeout=chance.uniform(0, 0.08))
        except subprocess.TimeoutExpired:
            process.kill()
        out, err = process.communicate()
        lines = out.decode(errors='replace').splitlines()
        if process.returncode not in (0, -signal.SIGKILL):
            found.append(f'turn {turn}: ended with {process.returncode}: {err.decode(errors="replace")}')
        bench.figures.faults += 1
        bench.figures.acknowledged += len(lines)
        saved |= {line.split()[1] for line in lines if line.startswith('saved')}
        attached |= {line.split()[1] for line in lines if line.startswith('attached')}
        number = max([number, *(int(n) + 1 for n in saved)]) + 1
        if kind == 3:
            path.unlink()
        if turn % 10 == 9 or turn == times - 1:
            after = bench.verify()
            there = {line.split()[1] for line in after.has('record')}
            lost = [n for n in saved if f'n{n}' not in there] + [s for s in attached if f'proof {s}' not in after.out]
            bench.figures.lost += len(lost)
            if after.code != 0 or after.has('wrong') or lost:
                found.append(f'turn {turn}: {after.err} {after.has("wrong")[:1]} lost: {lost[:3]}')
                break
    bench.figures.test(f'killed at {times} random moments: {len(saved) + len(attached)} changes acknowledged', found)


def damaged(bench, name, change):
    """The database with one change to its bytes: what it holds is right, or the damage is noticed and the way out is named."""
    found = []
    path = bench.library / 'hourbook.db'
    content = (bench.base / 'hourbook.db').read_bytes()
    good = bench.state(bench.before)
    noticed = 0
    positions = change(content)
    for position, changed in positions:
        bench.reset()
        path.write_bytes(changed)
        after = bench.verify()
        bench.figures.faults += 1
        if after.code == 0 and bench.state(after) == good:
            continue
        noticed += 1
        if after.code not in (0, 1):
            found.append(f'{name} {position}: ended with {after.code}: {after.err[-200:]}')
        elif after.code == 1 and 'backup' not in after.err:
            found.append(f'{name} {position}: no way out: {after.err}')
        elif after.code == 0 and not after.has('wrong'):
            found.append(f'{name} {position}: not noticed: {sorted(set(bench.state(after)) ^ set(good))[:2]}')
        elif path.read_bytes() != changed and after.code == 1:
            found.append(f'{name} {position}: the damaged file was changed')
    bench.figures.test(f'{name}: {len(positions)} places, {noticed} noticed', found)


def flips(content):
    step = 61  # a prime, so that every part of a page has its turn
    for position in range(0, len(content), step):
        changed = bytearray(content)
        changed[position] ^= 1 << (position // step % 8)
        yield position, bytes(changed)


def cuts(content):
    for position in range(0, len(content), 4096):
        yield position, content[:position]


def way_back(bench):
    """A damaged library is restored from the backup that the message names, and from a full one."""
    found = []
    for name in ('automatic', 'full'):
        bench.reset()
        path = bench.library / 'hourbook.db'
        path.write_bytes(path.read_bytes()[:8192] + os.urandom(20000))
        refused = bench.verify()
        backup = bench.backup if name == 'full' else sorted((bench.library / 'backups').glob('*.db'))[-1]
        if refused.code != 1 or backup.name not in (refused.err + bench.backup.name):
            found.append(f'{name}: the message does not name the backup: {refused.err}')
        done = bench.run('restore', backup)
        after = bench.verify()
        if done.code != 0 or after.code != 0 or after.has('wrong') or not after.has('record n0'):
            found.append(f'{name}: {done.err} {after.err} {after.has("wrong")}')
        if not list(bench.library.glob('hourbook.db.damaged-*')):
            found.append(f'{name}: the damaged database was not kept')
    bench.figures.test('a damaged library is restored', found)


def two_at_once(bench):
    bench.reset()
    found = []
    first = subprocess.Popen([str(bench.worker), 'many', str(bench.library), '1'], env=bench.environment, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    first.stdout.readline()
    second = bench.run('save', '900000')
    first.kill()
    out, _ = first.communicate()
    if second.code != 1 or f'process {first.pid}' not in second.err:
        found.append(f'the second process: {second.code} {second.err}')
    after = bench.verify()
    there = {line.split()[1] for line in after.has('record')}
    lost = [line for line in out.decode().splitlines() if line.startswith('saved') and 'n' + line.split()[1] not in there]
    bench.figures.acknowledged += len(out.splitlines())
    bench.figures.lost += len(lost)
    if after.code != 0 or lost:
        found.append(f'{after.err} {lost[:3]}')
    bench.figures.test('two processes at once', found)


def read_only(bench):
    bench.reset()
    found = []
    for path in [*bench.library.rglob('*'), bench.library]:
        path.chmod(0o500 if path.is_dir() else 0o400)
    for what, argument in (('save', '5'), ('attach', bench.second), ('import', bench.logbook), ('undo', '')):
        done = bench.run(what, argument)
        bench.figures.faults += 1
        if done.code != 1 or 'may not be changed' not in done.err:
            found.append(f'{what}: {done.code} {done.err}')
    for path in [bench.library, *bench.library.rglob('*')]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    after = bench.verify()
    if after.code != 0 or bench.state(after) != bench.state(bench.before):
        found.append(f'afterwards: {after.err}')
    bench.figures.test('read-only', found)


def clock_set_back(bench, faketime):
    bench.reset()
    found = []
    for shift in ('-10y', '+10y', '-30d'):
        done = bench.run('save', shift.strip('+-').rstrip('yd') + str(len(found)) + shift[-1:].replace('y', '1').replace('d', '2'),
                         preload={'LD_PRELOAD': faketime, 'FAKETIME': shift})
        bench.figures.faults += 1
        bench.figures.acknowledged += len(done.out)
        after = bench.verify()
        lost = [line for line in done.out if 'n' + line.split()[1] not in {other.split()[1] for other in after.has('record')}]
        bench.figures.lost += len(lost)
        if done.code != 0 or after.code != 0 or after.has('wrong') or lost:
            found.append(f'{shift}: {done.err} {after.err} {after.has("wrong")}')
    undone = bench.run('undo')
    if undone.code != 0:
        found.append(f'undo afterwards: {undone.err}')
    bench.figures.test('clock set back and forward', found)


def find_faketime():
    for path in pathlib.Path('/usr/lib').glob('*/faketime/libfaketime.so.1'):
        return str(path)
    sys.exit('run-faults.py: libfaketime is missing; install faketime')


def make_scratch():
    memory = pathlib.Path('/dev/shm')
    return tempfile.TemporaryDirectory(prefix='hourbook-faults-', dir=memory if os.access(memory, os.W_OK) else None)


def main(worker, shim, kills='500'):
    started = time.monotonic()
    seed = int(os.environ.get('HBK_FAULT_SEED', '20240318'))
    with make_scratch() as scratch:
        bench = Bench(pathlib.Path(worker).resolve(), pathlib.Path(shim).resolve(), pathlib.Path(scratch))
        target = bench.folder / 'made.hourbook-backup'
        package = bench.folder / '材料.zip'
        folder = bench.folder / '材料'
        operations = [('save', ['7'], None), ('edit', ['再改'], None), ('undo', [], None), ('attach', [bench.second], None),
                      ('import', [bench.logbook], None), ('migrate', [], None), ('restore', [bench.backup], None), ('backup', [target], target), ('package', [package], package), ('package-folder', [folder], folder)]
        for what, arguments, clean in operations:
            every_point(bench, what, arguments, 'kill', False, clean)
            every_point(bench, what, arguments, 'EIO', False, clean)
            every_point(bench, what, arguments, 'ENOSPC', True, clean)
            every_point(bench, what, arguments, 'EROFS', True, clean, 5)
            every_point(bench, what, arguments, 'EACCES', True, clean, 5)
        nothing_beside(bench, package)
        killed_at_random(bench, int(kills), random.Random(seed))
        damaged(bench, 'bits flipped over the whole file', lambda content: list(flips(content)))
        damaged(bench, 'cut at every page', lambda content: list(cuts(content)))
        way_back(bench)
        two_at_once(bench)
        read_only(bench)
        clock_set_back(bench, find_faketime())
        figures = bench.figures
    figures.test('nothing was lost', [] if figures.lost == 0 else [f'{figures.lost} changes'])
    print(f'1..{figures.tests}')
    print(f'# faults tried: {figures.faults}, changes acknowledged: {figures.acknowledged}, changes lost: {figures.lost}, '
          f'seed {seed}, {time.monotonic() - started:.0f} s')
    return 1 if figures.failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
