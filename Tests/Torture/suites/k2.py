# SPDX-License-Identifier: Apache-2.0
"""K2: kill -9 at random times, during a steady stream of files."""

import random
import time

from harness import oracle, reports

SHORT = 6


def points(stage, seed):
    """Each point is a stream with five kills, named by its own seed."""
    number = seed * 1_000_000
    while True:
        yield f"seed {number}"
        number += 1


def play(stage, point):
    dice = random.Random(point)
    stage.begin()
    stage.start()
    for kill in range(5):
        end = time.monotonic() + dice.uniform(0.005, 0.2)
        while time.monotonic() < end:
            kind = dice.choice([reports.report, reports.report, reports.bulletin, reports.noise])
            stage.give(f"{kill}-{dice.randrange(10**9)}.txt", kind(), dice.choice(["rename", "write", "link"]))
            time.sleep(dice.uniform(0, 0.02))
        stage.kill()
        stage.start(wait=dice.random() < 0.7)
    stage.drain()
    oracle.judge(stage)
