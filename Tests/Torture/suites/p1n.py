# SPDX-License-Identifier: Apache-2.0
"""P1N: the negative control of P1: minuted's fsyncs do nothing, and the power cut must be seen to do harm.

A point is a recording and twenty cuts; about half of them break the promise, and it
passes where a quarter does: a cut before minuted did anything, or after all was written out, harms nothing.
"""

import itertools

from harness import oracle, shim
from harness.oracle import Violation
from suites import p1

SHORT = 1
CUTS = 20
Stage = p1.Stage


def points(stage, seed):
    return (f"{seed + number}" for number in itertools.count())


def play(stage, point):
    p1.LYING = shim.mask("sync")
    stage.recorded = None
    try:
        harmed = sum(harms(stage, f"{point} {cut}") for cut in range(CUTS))
    finally:
        p1.LYING = 0
        stage.recorded = None
    print(f"P1N: without fsync {harmed} of {CUTS} power cuts break the promise")
    if harmed * 4 < CUTS:
        raise Violation(f"only {harmed} of {CUTS} cuts did harm though nothing was synced: the suite is blind")


def harms(stage, point):
    try:
        p1.play(stage, point)
        return False
    except Violation:
        return True
