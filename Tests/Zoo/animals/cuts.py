# SPDX-License-Identifier: Apache-2.0
"""Every document of the tests, broken off at every kilobyte."""

import pathlib

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "Fixtures/documents"
STEP = 1_024
# An archive or a message answers for each member that is left; half a member may be anything.
ANSWERS = "text|damaged|empty|scanned|encrypted|binary|format|text text|text damaged|text format|text text text"


def animals():
    for path in sorted(FIXTURES.glob("*/*")):
        data = path.read_bytes()
        if path.parent.name == "hostile" and path.suffix != ".pdf":
            continue
        for end in range(STEP, len(data), STEP):
            yield f"{path.parent.name}-{path.stem}-{end // STEP}{path.suffix}", ANSWERS, data[:end]
