# SPDX-License-Identifier: Apache-2.0
"""T1: the wall clock jumps, for minuted and for journald, while files come."""

import random
import time

from harness import oracle, reports
from harness.points import numbered

SHORT = 3

SECOND, DAY = 10**9, 86_400 * 10**9
YEAR = 31_557_600 * 10**9
# To 1971, 2038, ten years on and back, a leap day's distance, a day, a second back and on.
JUMPS = [-55 * YEAR, 12 * YEAR, 10 * YEAR, -10 * YEAR, 366 * DAY, DAY, -DAY, -SECOND, -SECOND, -SECOND, SECOND, 0]


def points(stage, seed):
    """Each point is a stream with ten jumps."""
    return numbered(seed)


def play(stage, point):
    dice = random.Random(point)
    stage.begin()
    stage.journald.stop()
    stage.journald.start(stage.shim.environment)
    try:
        _stream(stage, dice)
    finally:
        stage.shim["clock"] = 0
        stage.journald.wipe()


def _stream(stage, dice):
    stage.start()
    for jump in range(10):
        stage.shim["clock"] = dice.choice(JUMPS)
        for file in range(3):
            stage.give(f"{jump}-{file}.txt", reports.report(seed=str(dice.random())))
            time.sleep(dice.uniform(0, 0.05))
        if dice.random() < 0.2:
            stage.kill()
            stage.start()
    stage.drain(clock=stage.shim["clock"])
    oracle.judge(stage)
