#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the rule cases through hourbook-cli, as a person would: a logbook file in, JSON out.

usage: run-cases.py HOURBOOK_CLI CASE_FILE_OR_FOLDER…

Prints one TAP line a case. A difference is said with the case's arithmetic beside it.
"""

import json
import os
import subprocess
import sys
import tempfile


def merge(defaults, own):
    """The defaults under what the case says itself; a fact given as null is taken out."""
    result = dict(defaults)
    for key, value in own.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merge(result[key], value)
        elif value is None and key in result:
            del result[key]
        else:
            result[key] = value
    return result


def make_record(defaults, own):
    record = merge(defaults, own)
    record.setdefault("title", record["id"])
    record["evidence"] = [
        {"document": item, "file": item + ".pdf"} if isinstance(item, str) else item
        for item in record.get("evidence", [])
    ]
    return record


def make_logbook(defaults, case):
    return {
        "format": "hourbook-logbook",
        "version": 1,
        "profile": merge(defaults.get("profile", {}), case.get("profile", {})),
        "records": [make_record(defaults.get("record", {}), record) for record in case.get("records", [])],
    }


class Runner:
    def __init__(self, cli, directory):
        self.cli = cli
        self.path = os.path.join(directory, "logbook.json")

    def call(self, *arguments):
        done = subprocess.run([self.cli, *arguments], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"exit {done.returncode}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def assess(self, pack, case, defaults, years):
        options = ["--pack", pack, "--as-of", case.get("as_of", defaults.get("as_of", "2025-12-31")), "--json"]
        for key, value in case.get("readings", {}).items():
            options += ["--reading", f"{key}={value}"]
        for year in years:
            options += ["--year", str(year)]
        return self.call("assess", self.path, *options)

    def apply(self, pack, case, defaults):
        wish = case["expect"]["apply"]
        options = ["--pack", pack, "--as-of", case.get("as_of", defaults.get("as_of", "2025-12-31")), "--json"]
        for key, value in case.get("readings", {}).items():
            options += ["--reading", f"{key}={value}"]
        return self.call("apply", self.path, "--level", wish["level"], "--year", str(wish["year"]), *options)


def compare_figures(what, wish, found, differences):
    for key, value in wish.items():
        if found.get(key) != value:
            differences.append(f"{what}.{key}: expected {value}, found {found.get(key)}")


def compare_year(year, wish, found, differences):
    for key, value in wish.items():
        if key in ("public", "professional", "total"):
            if found["credited"][key] != value:
                differences.append(f"{year} credited {key}: expected {value}, found {found['credited'][key]}")
        elif isinstance(value, dict):
            compare_figures(f"{year} {key}", value, found[key], differences)
        elif found.get(key) != value:
            differences.append(f"{year} {key}: expected {value}, found {found.get(key)}")


def compare_record(name, wish, found, differences):
    if not found:
        differences.append(f"record {name}: not in the assessment")
        return
    hours = ("raw", "credited", "lost", "pending", "planned", "evidenced", "verified")
    for key, value in wish.items():
        if key in hours:
            if isinstance(value, dict):
                for part, figure in value.items():
                    sum_of = sum(item[key][part] for item in found)
                    if sum_of != figure:
                        differences.append(f"record {name} {key} {part}: expected {figure}, found {sum_of}")
                continue
            sum_of = sum(item[key]["total"] for item in found)
            if sum_of != value:
                differences.append(f"record {name} {key}: expected {value}, found {sum_of}")
        elif key == "missing_documents":
            if found[0]["evidence"]["missing"] != value:
                differences.append(f"record {name} documents: expected {value}, found {found[0]['evidence']['missing']}")
        elif key == "missing_facts":
            if sorted(found[0][key]) != sorted(value):
                differences.append(f"record {name} facts: expected {value}, found {found[0][key]}")
        elif not any(item.get(key) == value for item in found):
            differences.append(f"record {name} {key}: expected {value}, found {[item.get(key) for item in found]}")


def compare_apply(wish, found, differences):
    if found["verdict"] != wish["verdict"]:
        differences.append(f"apply verdict: expected {wish['verdict']}, found {found['verdict']}")
    if "years" in wish:
        counted = [year["year"] for year in found["years"] if year["counted"]]
        if sorted(counted) != sorted(wish["years"]):
            differences.append(f"apply years: expected {wish['years']}, found {counted}")


def run_case(runner, pack, defaults, case):
    differences = []
    expect = case["expect"]
    with open(runner.path, "w", encoding="utf-8") as out:
        json.dump(make_logbook(defaults, case), out, ensure_ascii=False)
    found = runner.assess(pack, case, defaults, expect.get("years", {}))
    years = {str(year["year"]): year for year in found["years"]}
    for year, wish in expect.get("years", {}).items():
        compare_year(year, wish, years[year], differences)
    everything = runner.assess(pack, case, defaults, []) if "records" in expect else found
    for name, wish in expect.get("records", {}).items():
        items = [item for year in everything["years"] for item in year["records"] if item["id"] == name]
        compare_record(name, wish, items, differences)
    warnings = [warning["code"] for year in found["years"] for warning in year["warnings"]]
    if "apply" in expect:
        application = runner.apply(pack, case, defaults)
        compare_apply(expect["apply"], application, differences)
        warnings += [warning["code"] for warning in application["warnings"]]
    for code in expect.get("warnings", []):
        if code not in warnings:
            differences.append(f"warning {code} is missing; found {sorted(set(warnings))}")
    for code in expect.get("no_warnings", []):
        if code in warnings:
            differences.append(f"warning {code} is there and should not be")
    return differences


def list_files(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from (os.path.join(path, name) for name in sorted(os.listdir(path)) if name.endswith(".json"))
        else:
            yield path


def main(arguments):
    number = failed = 0
    with tempfile.TemporaryDirectory() as directory:
        runner = Runner(arguments[0], directory)
        for path in list_files(arguments[1:]):
            with open(path, encoding="utf-8") as source:
                cases = json.load(source)
            for case in cases["cases"]:
                number += 1
                try:
                    differences = run_case(runner, cases["pack"], cases.get("defaults", {}), case)
                except (RuntimeError, KeyError, ValueError) as problem:
                    differences = [f"{type(problem).__name__}: {problem}"]
                name = f"{cases['pack']}: {case['name']}".replace("#", "no. ")
                if differences:
                    failed += 1
                    print(f"not ok {number} {name}")
                    print(f"# {os.path.basename(path)}: {case.get('comment', '')}")
                    for difference in differences:
                        print(f"#   {difference}")
                else:
                    print(f"ok {number} {name}")
    print(f"1..{number}")
    return 1 if failed or number == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
