# SPDX-License-Identifier: Apache-2.0
"""A1: memory is refused: at the K-th request of the whole process, or above a limit; where that ends minuted it recovers."""

import random
import resource

from harness import oracle, reports, workloads

SHORT = 8
#: From what hardly starts to what just suffices, in MB of address space.
LIMITS = (60, 260)


def points(stage, seed):
    """Requests drawn from all that a workload makes; one alone, or ten in a row; one in eight is a limit in MB."""
    dice = random.Random(seed)
    most = {}
    for name in workloads.chosen():
        workloads.measure(stage, name)
        most[name] = stage.mallocs
    while True:
        name = dice.choice(list(most))
        if dice.random() < 0.125:
            yield f"limit {dice.randint(*LIMITS)} {dice.randrange(10**6)}"
        else:
            yield f"{name} {dice.randint(1, most[name])} {dice.choice([1, 1, 10])}"


def play(stage, point):
    workload, first, count = point.split()
    if workload == "limit":
        return play_limit(stage, int(first) << 20)
    workloads.hinder(stage, workload, first=0, malloc_first=int(first), malloc_last=int(first) + int(count) - 1)
    oracle.judge(stage)


def play_limit(stage, most):
    """What does not start for want of memory, or ends of it, is started again; in the end there is enough."""
    stage.begin()
    for number in range(4):
        stage.give(f"{number}.txt", reports.report())
    for _ in range(3):
        stage.start(wait=False)
        resource.prlimit(stage.process.pid, resource.RLIMIT_AS, (most, most))
        stage.await_told(patience=0.5)
        stage.kill()
    stage.drain()
    oracle.judge(stage)
