# SPDX-License-Identifier: Apache-2.0
"""Judges a play when it is over: every complete file has exactly one outcome, and everything agrees with everything.

Pass always means: none lost, none doubled, none made up, nothing left behind.
"""

import hashlib
import json
import os
import sqlite3
from collections import Counter

from . import journal

OUTCOMES = {"digest", "source", "duplicate", "rejected"}
FIELDS = ["MINUTED_EVENT", "MINUTED_ENTRY_ID", "MINUTED_DIGEST_ID", "MINUTED_ENTRIES", "MINUTED_FILE", "MINUTED_SHA256",
          "MINUTED_PART", "MINUTED_REISSUE", "MINUTED_REASON", "PRIORITY", "_PID"]

#: Events that may be told as trouble: of the machine, never of a file or meeting.
ALARMS = {"folder", "overflow", "disk", "journal", "configuration"}


#: Entries that are compared with the archive field by field.
MOST_COMPARED = 2000


class Violation(Exception):
    """The promise is broken; the text says how."""


def arrivals_told(stage):
    """(name, sha256) of every file whose outcome stands in the journal."""
    entries = _found_anyhow(stage) if stage.rotten else journal.entries(FIELDS, stage.begun)
    return {(entry.get("MINUTED_FILE"), entry.get("MINUTED_SHA256")) for entry in entries
            if entry.get("MINUTED_EVENT") in OUTCOMES}


def judge(stage, complete=True, earlier=(), exact=True, damaged=False):
    """Raises a Violation for the first thing that is wrong; minuted must have ended.

    `complete` False leaves out what only holds when everything was told: lost files and open rows; `exact` False
    lets a fault that lasted make a report a refused file. `earlier` are
    entries that stood in the journal before it was vacuumed. `damaged` leaves out entries of which a power cut has
    left only a part: they must stand there once more, whole. Where the stage's journal is `rotten` it has lost what was
    synced: entries are found in it by some way of looking, and need not have all their fields.
    """
    if stage.is_alive:
        raise Violation("minuted still runs")
    journal.flush()
    entries = _found_anyhow(stage) if stage.rotten else list(journal.entries(FIELDS, stage.begun))
    if damaged:
        entries = _without_halves(stage, entries)
    entries = _without_repeats([*earlier, *entries])
    _each_once(entries)
    _alarms(entries)
    _outcomes(entries, stage.ledger.lines, complete, exact)
    _digests_whole(entries)
    _archive(stage, entries, complete)
    if not earlier and not stage.rotten:
        _as_kept(stage)
    _nothing_left(stage)


def _found_anyhow(stage):
    """Entries of a damaged journal: fields that lie in the damaged part are taken from the archive."""
    entries, kept = journal.found_anyhow(FIELDS, stage.begun), _kept(stage, "true", -1)
    for entry in entries:
        for name, value in kept.get(entry["MINUTED_ENTRY_ID"], ()):
            if name in FIELDS:
                entry.setdefault(name, value)
    return entries


def _without_repeats(entries):
    """An entry that says it is sent again counts where the first of its kind is gone, and not beside it."""
    first = {entry.get("MINUTED_ENTRY_ID") for entry in entries if "MINUTED_REISSUE" not in entry}
    kept = [entry for entry in entries if "MINUTED_REISSUE" not in entry]
    for entry in entries:
        if "MINUTED_REISSUE" in entry and entry["MINUTED_ENTRY_ID"] not in first:
            first.add(entry["MINUTED_ENTRY_ID"])
            kept.append(entry)
    return kept


def _each_once(entries):
    """No entry stands twice."""
    ids = Counter(entry.get("MINUTED_ENTRY_ID") for entry in entries)
    for identifier, count in ids.items():
        if identifier is None:
            raise Violation("an entry without MINUTED_ENTRY_ID")
        if count > 1:
            told = [(entry["MINUTED_EVENT"], entry.get("_PID")) for entry in entries
                    if entry.get("MINUTED_ENTRY_ID") == identifier]
            raise Violation(f"doubled: {identifier} stands {count} times in the journal: {told}")


def _alarms(entries):
    """What `journalctl -t minuted -p warning` shows is about the machine's health alone."""
    for entry in entries:
        if int(entry.get("PRIORITY", 6)) <= 4 and entry.get("MINUTED_EVENT") not in ALARMS:
            raise Violation(f"alarm: {entry.get('MINUTED_EVENT')} of {entry.get('MINUTED_FILE')} has PRIORITY {entry['PRIORITY']}")


def _outcomes(entries, lines, complete, exact):
    told, events, reasons = Counter(), {}, {}
    for entry in entries:
        if entry.get("MINUTED_EVENT") in OUTCOMES:
            parts = int(entry.get("MINUTED_PART", "1/1").split("/")[1])
            key = entry.get("MINUTED_FILE"), entry.get("MINUTED_SHA256")
            told[key] += 1 / parts
            events[key] = entry["MINUTED_EVENT"]
            reasons[key] = entry.get("MINUTED_REASON", "")
    given = {(line.shown, line.sha256): line for line in lines}
    for key, line in given.items():
        count = round(told.pop(key, 0), 6)
        if count == 0 and line.must and complete:
            raise Violation(f"lost: {line.shown} has no outcome")
        if count not in (0, 1):
            raise Violation(f"doubled: {line.shown} has {count} outcomes")
        if count and exact and events[key] not in line.events:
            raise Violation(f"wrong: {line.shown} came to {events[key]} {reasons[key]}, not to {' or '.join(line.events)}")
    for name, sha256 in told:
        raise Violation(f"made up: an outcome for {name} with bytes that were never complete ({sha256})")


def _digests_whole(entries):
    """A digest that says it has n entries has n."""
    # By its entries' ids: that a digest holds again is told by an entry that names it and is none of its own.
    parts = Counter(entry["MINUTED_ENTRY_ID"].rpartition("-")[0] for entry in entries)
    for entry in entries:
        if "MINUTED_ENTRIES" in entry:
            found = parts[entry["MINUTED_DIGEST_ID"]]
            if found != int(entry["MINUTED_ENTRIES"]):
                raise Violation(f"torn: digest {entry['MINUTED_DIGEST_ID']} has {found} of {entry['MINUTED_ENTRIES']} entries")


def _archive(stage, entries, complete):
    """Archive, store and journal tell one story."""
    path = stage.state / "archive.sqlite"
    if not path.exists():
        if stage.ledger.lines and complete:
            raise Violation("there is no archive")
        return
    database = sqlite3.connect(path)
    try:
        problems = [row[0] for row in database.execute("PRAGMA integrity_check")]
        if problems != ["ok"]:
            raise Violation(f"integrity_check: {problems[:3]}")
        _rows(database, entries, complete)
        _store(stage, database)
    finally:
        database.close()


def _rows(database, entries, complete):
    if complete:
        # That it ended may be left for the next start: the end does not wait for a slow journal.
        for state, count in database.execute(
                "SELECT state, count(*) FROM outbox WHERE CAST(fields AS TEXT) NOT LIKE '%\"MINUTED_EVENT\",\"stopped\"%' GROUP BY state"):
            if state not in ("landed", "retired"):
                raise Violation(f"{count} rows of the outbox are still {state}")
        for state, count in database.execute("SELECT state, count(*) FROM arrivals GROUP BY state"):
            if state not in ("journalled", "rejected"):
                raise Violation(f"{count} arrivals are still {state}")
    seen = {entry.get("MINUTED_ENTRY_ID") for entry in entries}
    landed = {row[0] for row in database.execute("SELECT entry_id FROM outbox WHERE state = 'landed'")}
    if landed - seen:
        raise Violation(f"the archive says that {len(landed - seen)} entries landed which the journal does not have")
    known = {row[0] for row in database.execute("SELECT entry_id FROM outbox")}
    strange = {entry["MINUTED_ENTRY_ID"] for entry in entries if entry.get("MINUTED_EVENT") != "barrier"} - known
    if strange:
        raise Violation(f"the journal has {len(strange)} entries which the archive does not know: {sorted(strange)[:3]}")


def _kept(stage, condition, most=MOST_COMPARED):
    """The fields of the first entries that the archive keeps, by id; of all of them where `most` is -1."""
    wanted = {}
    for (fields,) in _query(stage, f"SELECT fields FROM outbox WHERE {condition} ORDER BY seq LIMIT {most}"):
        identifier, *pairs = json.loads(fields)
        wanted[identifier] = list(zip(pairs[::2], pairs[1::2]))
    return wanted


def _without_halves(stage, entries):
    """Those that stand in the journal with all their fields, or that the archive does not know."""
    kept, whole = _kept(stage, "true"), []
    for entry, fields in zip(entries, journal.entries(None, stage.begun)):
        identifier = entry.get("MINUTED_ENTRY_ID")
        if identifier and all(value in fields.get(name, ()) for name, value in kept.get(identifier, ())):
            whole.append(entry)
    return whole


def _as_kept(stage):
    """What landed stands in the journal field by field as the archive keeps it; of a burst, the first."""
    wanted = _kept(stage, "state = 'landed'")
    for entry in journal.entries(None, stage.begun):
        if not wanted:
            return
        for identifier in entry.get("MINUTED_ENTRY_ID", ()):
            if all(value in entry.get(name, ()) for name, value in wanted.get(identifier, ())):
                wanted.pop(identifier, None)
    if wanted:
        identifier, fields = next(iter(wanted.items()))
        raise Violation(f"damaged: {len(wanted)} entries stand otherwise in the journal than in the archive, one is "
                        f"{dict(fields).get('MINUTED_EVENT')} {identifier}")


def _query(stage, sql):
    database = sqlite3.connect(stage.state / "archive.sqlite")
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def _store(stage, database):
    """The bytes of everything that was taken lie in the store, whole."""
    for (sha256,) in database.execute("SELECT DISTINCT sha256 FROM arrivals WHERE sha256 IS NOT NULL"):
        place = stage.state / "store" / sha256[:2] / sha256
        if not place.exists():
            raise Violation(f"the store has lost {sha256}")
        if hashlib.sha256(place.read_bytes()).hexdigest() != sha256:
            raise Violation(f"the store has other bytes under {sha256}")


def judge_syncs(calls, failed):
    """A sync that has failed is never tried again on the same bytes: the kernel has forgotten what was not written."""
    call = next((call for call in calls if call.number >= failed and call.kind == "sync"), None)
    later = [other for other in calls if call and other.number > call.number and other.path == call.path]
    for other in later:
        # SQLite undoes a commit whose sync has failed; what it syncs when it is closed at a failed start was durable before.
        if other.kind in ("open", "write") or other.path.endswith("-wal"):
            return
        if other.kind == "sync":
            raise Violation(f"a failed {call.name} of {call.path} was tried again")


def _nothing_left(stage):
    spool = stage.state / "spool"
    if spool.exists() and (left := os.listdir(spool)):
        raise Violation(f"left in the spool: {left}")
    for process in os.listdir("/proc"):
        if process.isdigit():
            try:
                name = os.readlink(f"/proc/{process}/exe")
            except OSError:
                continue
            if os.path.basename(name).startswith("minuted"):
                raise Violation(f"a process is left: {name} ({process})")
