# SPDX-License-Identifier: Apache-2.0
"""W1: the power fails at the entry of every call; of what minuted wrote only what it has synced is there afterwards."""

import random

from harness import oracle, powercut, shim, workloads

SHORT = 25


def points(stage, seed):
    """Every call of every workload once, in an order drawn by the seed."""
    chosen = [f"{name} {call.number}" for name in workloads.chosen() for call in workloads.measure(stage, name)]
    random.Random(seed).shuffle(chosen)
    return chosen


def play(stage, point):
    workload, number = point.split()
    work = workloads.ALL[workload](stage)
    powercut.prepare(stage)
    stage.shim.strike(int(number), action=shim.KILL, keeping=1)
    stage.start(wait=False)
    afterwards = work()
    stage.await_told(patience=workloads.QUIET)
    stage.kill()
    powercut.strike(stage)
    if afterwards:
        afterwards()
    stage.drain()
    oracle.judge(stage)
