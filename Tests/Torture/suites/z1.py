# SPDX-License-Identifier: Apache-2.0
"""Z1: do the suites bite? Each deliberate breakage of the protocol, built and played, is caught by one of them."""

import os
import shutil
import subprocess
import sys

from harness.oracle import Violation
from harness.runner import RECORDS
from harness.stage import REPOSITORY
from mutants import MUTANTS

#: None: a mutant costs a build.
SHORT = 0

#: Points of each suite until a mutant counts as survived.
TRIES = {"W1": 150, "K1": 150, "S1": 400, "V1": 12, "E1": 30, "Y1": 6, "J1": 14, "L1": 2, "D1": 30}

TREE = RECORDS / "mutants"


def points(stage, seed):
    """Every mutant, and first the program as it is, which none may catch."""
    return ["none"] + [mutant.name for mutant in MUTANTS]


def play(stage, point):
    stage.close()
    mutant = next((mutant for mutant in MUTANTS if mutant.name == point), None)
    program = _build(mutant)
    suites = mutant.suites if mutant else ("W1", "K1", "V1", "E1", "Y1")
    for suite in suites:
        suite, _, workload = suite.partition(":")
        tries = TRIES[suite] if mutant else TRIES[suite] // 10 + 1
        command = [sys.executable, REPOSITORY / "Tests/Torture/torture", suite, "--again", "--first", "--number", str(tries),
                   "--program", program]
        result = subprocess.run(command, capture_output=True, text=True,
                                env=os.environ | {"TORTURE_QUIET": "6"} | ({"TORTURE_WORKLOADS": workload} if workload else {}))
        if "harness:" in result.stdout or result.returncode not in (0, 1):
            raise RuntimeError(f"{suite} did not run: {(result.stdout + result.stderr)[-400:]}")
        if result.returncode == 1:
            if mutant:
                print(f"Z1 {point}: caught by {(result.stdout + result.stderr).strip().splitlines()[0][:110]}", flush=True)
                return
            raise Violation(f"the program itself is caught: {result.stdout.splitlines()[0]}")
    if mutant:
        raise Violation(f"survived {' '.join(suites)}")


def _build(mutant):
    """Builds a copy of the sources with the edit: in one tree for all and unoptimised, so that little is compiled again."""
    for folder in ("Sources", "Tests", "Fuzz", "Benchmarks"):
        _mirror(REPOSITORY / folder, TREE / folder)
    for file in REPOSITORY.glob("Package.*"):
        shutil.copy2(file, TREE)
    for file, before, after in ((mutant.file, mutant.before, mutant.after), *mutant.also) if mutant else ():
        text = (TREE / file).read_text()
        if text.count(before) != 1:
            raise RuntimeError(f"{mutant.name}: its text stands {text.count(before)} times in {file}")
        (TREE / file).write_text(text.replace(before, after))
    program = RECORDS / "mutant/minuted"
    program.parent.mkdir(exist_ok=True)
    for product in ("minuted", "minuted-extract"):
        result = subprocess.run(["swift", "build", "--product", product], cwd=TREE, capture_output=True, text=True,
                                env=os.environ | {"TMPDIR": "/tmp"})
        if result.returncode != 0:
            raise RuntimeError(f"{mutant and mutant.name} does not build: {result.stdout[-800:]}")
        shutil.copy(TREE / ".build/debug" / product, program.parent)
    return program


def _mirror(source, target):
    """Makes two folders alike; a file that is so already stays untouched, or the build would take it for changed."""
    target.mkdir(parents=True, exist_ok=True)
    for gone in {path.name for path in target.iterdir()} - {path.name for path in source.iterdir()}:
        path = target / gone
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in source.iterdir():
        copy = target / path.name
        if path.is_dir():
            _mirror(path, copy)
        elif not copy.exists() or copy.read_bytes() != path.read_bytes():
            shutil.copyfile(path, copy)
