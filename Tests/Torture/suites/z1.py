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
TRIES = {"W1": 150, "K1": 150, "S1": 400, "V1": 12, "E1": 24, "Y1": 3, "J1": 12, "L1": 2}

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
        tries = TRIES[suite] if mutant else TRIES[suite] // 10 + 1
        command = [sys.executable, REPOSITORY / "Tests/Torture/torture", suite, "--again", "--first", "--number", str(tries),
                   "--program", program]
        result = subprocess.run(command, capture_output=True, text=True)
        if "harness:" in result.stdout or result.returncode not in (0, 1):
            raise RuntimeError(f"{suite} did not run: {(result.stdout + result.stderr)[-400:]}")
        if result.returncode == 1:
            if mutant:
                print(f"Z1 {point}: caught by {result.stdout.splitlines()[0][:110]}", flush=True)
                return
            raise Violation(f"the program itself is caught: {result.stdout.splitlines()[0]}")
    if mutant:
        raise Violation(f"survived {' '.join(suites)}")


def _build(mutant):
    """Builds a copy of the sources with the edit; one tree for all, so that little is compiled again."""
    TREE.mkdir(parents=True, exist_ok=True)
    for folder in ("Sources", "Package.swift", "Package.resolved", "Tests", "Fuzz", "Benchmarks", "config"):
        if (REPOSITORY / folder).exists():
            # With the times of the sources, by which the build sees what is to be compiled again.
            subprocess.run(["rm", "-rf", TREE / folder], check=True)
            subprocess.run(["cp", "-a", REPOSITORY / folder, TREE], check=True)
    if mutant:
        path = TREE / mutant.file
        text = path.read_text()
        if text.count(mutant.before) != 1:
            raise RuntimeError(f"{mutant.name}: its text stands {text.count(mutant.before)} times in {mutant.file}")
        path.write_text(text.replace(mutant.before, mutant.after))
    command = ["swift", "build", "--configuration", "release", "--static-swift-stdlib", "--product", "minuted"]
    result = subprocess.run(command, cwd=TREE, capture_output=True, text=True, env=os.environ | {"TMPDIR": "/tmp"})
    if result.returncode != 0:
        raise RuntimeError(f"{mutant and mutant.name} does not build: {result.stdout[-800:]}")
    program = RECORDS / "minuted-mutant"
    shutil.copy(TREE / ".build/release/minuted", program)
    return program
