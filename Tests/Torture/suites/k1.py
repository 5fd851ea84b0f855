# SPDX-License-Identifier: Apache-2.0
"""K1: kill -9 at the entry of every call that the way of a file makes, and in the middle of every write."""

import random

from harness import oracle, shim, workloads

SHORT = 25


def points(stage, seed):
    """Every call of every workload once, in an order drawn by the seed; writes are torn as well.

    First come those that lie between two commits, where the archive says one thing and not yet the next.
    """
    between, within = [], []
    for name in workloads.chosen():
        is_committed = False
        for call in workloads.measure(stage, name):
            is_first = is_committed and call.kind == "write" and call.path.endswith("-wal")
            (between if is_first else within).append(f"{name} kill {call.number}")
            if call.kind == "write":
                within.append(f"{name} tear {call.number}")
            if call.path.endswith("-wal"):
                is_committed = call.kind == "sync"
    dice = random.Random(seed)
    return dice.sample(between, len(between)) + dice.sample(within, len(within))


def play(stage, point):
    workload, how, number = point.split()
    action = shim.TEAR if how == "tear" else shim.KILL
    workloads.hinder(stage, workload, first=int(number), action=action)
    oracle.judge(stage)
