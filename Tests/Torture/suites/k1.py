# SPDX-License-Identifier: Apache-2.0
"""K1: kill -9 at the entry of every call that the way of a file makes, and in the middle of every write."""

import random

from harness import oracle, shim, workloads

SHORT = 25


def points(stage, seed):
    """Every call of every workload once, in an order drawn by the seed; writes are torn as well."""
    chosen = []
    for name in workloads.chosen():
        for call in workloads.measure(stage, name):
            chosen.append(f"{name} kill {call.number}")
            if call.kind == "write":
                chosen.append(f"{name} tear {call.number}")
    random.Random(seed).shuffle(chosen)
    return chosen


def play(stage, point):
    workload, how, number = point.split()
    action = shim.TEAR if how == "tear" else shim.KILL
    workloads.hinder(stage, workload, first=int(number), action=action)
    oracle.judge(stage)
