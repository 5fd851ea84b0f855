# SPDX-License-Identifier: Apache-2.0
"""The machine's boot, as far as programs can tell."""

import uuid

from . import namespace

_PLACE = "/proc/sys/kernel/random/boot_id"
_is_bound = False


def boot():
    """From now on the machine has another boot id."""
    global _is_bound
    made = namespace.RUN / "boot_id"
    made.write_text(f"{uuid.uuid4()}\n")
    if not _is_bound:
        namespace.bind(made, _PLACE)
        _is_bound = True
