# SPDX-License-Identifier: Apache-2.0
"""Names of points, for suites in which everything is drawn: a point is the seed of its own dice."""

import itertools


def numbered(seed, *kinds):
    """`seed 1000000`, `seed 1000001` … for ever; of several `kinds` each number has one after the other."""
    for number in itertools.count(seed * 1_000_000):
        for kind in kinds or ("seed",):
            yield f"{kind} {number}"
