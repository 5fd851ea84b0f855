# SPDX-License-Identifier: Apache-2.0
"""Reports to drop, and a journal that is polled until it shows what came of them.

Journald wakes followers up to 250 ms late by design; polling sees an entry as soon as it can be read.
"""
import ctypes
import re
import sys
import time

from timing import top

library = ctypes.CDLL("libsystemd.so.0")
library.sd_journal_next.argtypes = [ctypes.c_void_p]
library.sd_journal_add_match.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]


def open_journal(box):
    """The journal of a box, from outside."""
    (folder,) = (box.state / "journal").iterdir()
    handle = ctypes.c_void_p()
    error = library.sd_journal_open_directory(ctypes.byref(handle), str(folder).encode(), 0)
    if error < 0:
        sys.exit(f"the journal in {folder} cannot be opened: errno {-error}")
    return handle


def await_entries(handle, count, *matches, patience=30):
    """Polls until so many entries have all the fields."""
    library.sd_journal_flush_matches(handle)
    for match in matches:
        library.sd_journal_add_match(handle, match.encode(), 0)
    library.sd_journal_seek_head(handle)
    deadline = time.perf_counter() + patience
    while count > 0:
        if library.sd_journal_next(handle) > 0:
            count -= 1
            continue
        if time.perf_counter() > deadline:
            sys.exit(f"{count} entries with {matches} are missing after {patience} s")
        library.sd_journal_process(handle)
        time.sleep(0.0002)


def report(city, year):
    """A report of about 10 kB on a meeting of its own: one written report under another city and year."""
    text = (top / "seeds/2023/2023-02-21-shenzhen-minzheng.txt").read_text(encoding="utf8")
    text = text.replace("2023年", f"{year}年").replace("深圳", city)
    return (text * 3)[:3400].encode()


def meetings(count):
    """So many different pairs of a city and a year, the years of a city in order."""
    rows = (row.split("\t") for row in (top / "config/lexicon/divisions.tsv").read_text(encoding="utf8").splitlines())
    cities = [row[2] for row in rows
              if len(row) > 3 and row[3] == "prefecture" and re.fullmatch(r"44\d{4}", row[0]) and row[5:6] in ([], [""])]
    return [(city, year) for year in range(1980, 2024) for city in cities if city][:count]
