# SPDX-License-Identifier: Apache-2.0
"""K2: kill -9 at random times, during a steady stream of files."""

import random
import time

from harness import oracle
from harness.points import numbered

SHORT = 6


def points(stage, seed):
    """Each point is a stream with five kills."""
    return numbered(seed)


def play(stage, point):
    dice = random.Random(point)
    stage.perform()
    for kill in range(5):
        end = time.monotonic() + dice.uniform(0.005, 0.2)
        while time.monotonic() < end:
            stage.give_some(dice, f"{kill}-{dice.randrange(10**9)}.txt")
            time.sleep(dice.uniform(0, 0.02))
        stage.kill()
        stage.start(wait=dice.random() < 0.7)
    stage.drain()
    oracle.judge(stage)
