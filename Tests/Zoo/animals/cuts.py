# SPDX-License-Identifier: Apache-2.0
"""Every document of the tests, broken off at every kilobyte."""

import pathlib

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "Fixtures/documents"
STEP = 1_024


def animals():
    for path in sorted(FIXTURES.glob("*/*")):
        data = path.read_bytes()
        if path.parent.name == "hostile" and path.suffix != ".pdf":
            continue
        for end in range(STEP, len(data), STEP):
            yield f"{path.parent.name}-{path.stem[:24]}-{end // STEP}{path.suffix}", "text|damaged|empty|scanned|encrypted|binary|text text|text damaged", data[:end]
