#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure packages beside what other programs take for the same files.

usage: bench-package.py HOURBOOK_CLI

A package with 1 GiB of evidence in 200 files beside `zip -0 -r` and `sha256sum`, each brought to the disk; its verification beside
`sha256sum`; memory beside a package without evidence; growth from 100 MiB to 1 GiB. The binder is left out of these, for it holds all evidence
once more and nothing else makes one; it is measured by itself.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

MEBIBYTE = 1024 * 1024
FILES = 200
ROUNDS = 3


def run(command, cwd=None):
    """Seconds and peak memory in MiB of one program, with what it leaves brought to the disk."""
    os.sync()
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    os.sync()
    if process.returncode:
        sys.exit(f'{command[0]} ended with {process.returncode}')
    return time.monotonic() - started, usage.ru_maxrss / 1024


def best(command, cwd=None, before=None):
    found = []
    for _ in range(ROUNDS):
        if before is not None:
            before()
        found.append(run(command, cwd))
    return min(found)


class Bench:
    def __init__(self, cli, folder):
        self.cli, self.folder, self.failed = cli, folder, False

    def judge(self, what, value, bound, unit='times'):
        fine = value <= bound
        self.failed |= not fine
        print(f'{"ok" if fine else "MISSED"} {what}: {value:.2f} {unit} ({bound} allowed)')

    def library(self, name, size):
        """A library with one record whose evidence comes to so many bytes, and a folder with the same files."""
        library, files = self.folder / f'{name}-library', self.folder / f'{name}-files'
        files.mkdir()
        for number in range(FILES if size else 0):
            (files / f'{number:03}.bin').write_bytes(os.urandom(size // FILES))
        logbook = self.folder / f'{name}.json'
        logbook.write_text(json.dumps({'format': 'hourbook-logbook', 'version': 1, 'profile': {'name': '张三', 'employer': '某单位', 'region': 'yuxi'},
                                       'records': [{'id': f'r{n}', 'activity': 'training', 'title': f'第{n}项', 'start': '2024-05-01', 'end': '2024-05-02'}
                                                   for n in range(20)]}))
        where = f'--library={library}'
        subprocess.run([self.cli, 'init', where], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([self.cli, 'import', str(logbook), '--confirm', where], check=True, stdout=subprocess.DEVNULL)
        for record in range(20):
            own = [str(files / f'{number:03}.bin') for number in range(record, FILES if size else 0, 20)]
            if own:
                subprocess.run([self.cli, 'attach', f'r{record}', *own, where], check=True, stdout=subprocess.DEVNULL)
        return library, files

    def package(self, library, binder=False):
        target = self.folder / 'made.zip'
        command = [self.cli, 'package', str(target), '--year=2024', '--as-of=2024-12-01', '--trial', '--replace', f'--library={library}']
        return best(command if binder else [*command, '--no-binder'])

    def measure(self):
        empty, _ = self.library('empty', 0)
        small, _ = self.library('small', 100 * MEBIBYTE)
        large, files = self.library('large', 1024 * MEBIBYTE)
        zipped = self.folder / 'other.zip'
        zip_time, _ = best(['zip', '-q', '-0', '-r', str(zipped), files.name], self.folder, lambda: zipped.unlink(missing_ok=True))
        zipped.unlink()
        sums = sorted(map(str, files.iterdir()))
        sum_time, _ = best(['sha256sum', *sums])
        idle_time, idle = self.package(empty)
        small_time, _ = self.package(small)
        large_time, peak = self.package(large)
        verify_time, verify_peak = best([self.cli, 'verify', str(self.folder / 'made.zip')])
        print(f'   1 GiB in {FILES} files: package {large_time:.2f} s, zip {zip_time:.2f} s, sha256sum {sum_time:.2f} s; 100 MiB {small_time:.2f} s, none {idle_time:.2f} s')
        self.judge('a package beside the slower of zip and sha256sum', large_time / max(zip_time, sum_time), 1.3)
        self.judge('memory over that of a package without evidence', peak - idle, 64, 'MiB')
        self.judge('ten times as much costs, beside ten times the time', (large_time - idle_time) / (small_time - idle_time) / 10.24, 1.3)
        self.judge('verifying beside sha256sum', verify_time / sum_time, 1.2)
        print(f'   verifying {verify_time:.2f} s, {verify_peak:.0f} MiB at most')


def main(cli):
    with tempfile.TemporaryDirectory(prefix='bench-package-', dir=os.environ.get('HOURBOOK_BENCH_DIR')) as scratch:
        if shutil.disk_usage(scratch).free < 6 * 1024 * MEBIBYTE:
            sys.exit('bench-package.py: needs 6 GiB of room')
        bench = Bench(cli, pathlib.Path(scratch))
        bench.measure()
        return 1 if bench.failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
