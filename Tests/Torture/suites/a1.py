# SPDX-License-Identifier: Apache-2.0
"""A1: the K-th request for memory is refused, of the whole process; where that ends minuted it recovers."""

import random

from harness import oracle, workloads

SHORT = 8


def points(stage, seed):
    """Requests drawn from all that a workload makes; one alone, or ten in a row."""
    dice = random.Random(seed)
    most = {}
    for name in workloads.ALL:
        workloads.measure(stage, name)
        most[name] = stage.mallocs
    while True:
        name = dice.choice(list(most))
        yield f"{name} {dice.randint(1, most[name])} {dice.choice([1, 1, 10])}"


def play(stage, point):
    workload, first, count = point.split()
    workloads.hinder(stage, workload, first=0, malloc_first=int(first), malloc_last=int(first) + int(count) - 1)
    oracle.judge(stage)
