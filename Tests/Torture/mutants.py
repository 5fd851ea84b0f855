# SPDX-License-Identifier: Apache-2.0
"""Deliberate breakages of the protocol, each of which some suite must catch: `torture Z1`.

One edit each, or a few: in the file, the first text, which must stand there once, becomes the second. An edit whose text
is gone fails aloud; write it anew. The suites are tried in order until one catches it; `K1:packed` is K1 with that workload.
"""

from typing import NamedTuple


class Mutant(NamedTuple):
    name: str
    file: str
    before: str
    after: str
    suites: tuple
    #: Further edits, (file, before, after), where the program would notice the first or make up for it.
    also: tuple = ()


INTAKE, LEDGER, OUTBOX = "Sources/Inbox/Intake.swift", "Sources/Archive/Ledger.swift", "Sources/Archive/Outbox.swift"
ARCHIVE, DELIVERY = "Sources/Archive/MeetingArchive.swift", "Sources/Daemon/Delivery/JournalDelivery.swift"
OPENING, ASIDE = "Sources/Daemon/Opening/Opening.swift", "Sources/Archive/SettingAside.swift"
CONFIRMATION, FOLDER = "Sources/Journal/Confirmation.swift", "Sources/Inbox/DropFolder.swift"

# What children bring and the next attempt are two commits and more.
APART = (OPENING, "try archive.together { () throws(ArchiveError) in\n        for item in opened { try settle(item) }\n"
         "        begun = try claim()\n      }", "for item in opened { try settle(item) }\n      begun = try claim()")
UNPACK = "    try write { db in\n      let fresh = try take(members, boot: boot, now: now).map(\\.id)\n"

MUTANTS = [
    Mutant("copies-are-not-synced", INTAKE, "try sync(staged.map(\\.path), flags: O_RDONLY)", "", ("W1",)),
    Mutant("names-in-the-store-are-not-synced", INTAKE, "try sync(folders.sorted(), flags: O_RDONLY | O_DIRECTORY)", "",
           ("W1",)),
    Mutant("a-new-sub-folder-is-not-synced", INTAKE, "      folders.insert(store)\n", "", ("W1",)),
    Mutant("a-failed-fsync-is-tried-again", INTAKE,
           "guard (isWhole ? minuted_syncfs(file) : fsync(file)) == 0 else",
           "guard (isWhole ? minuted_syncfs(file) : fsync(file)) == 0 || fsync(file) == 0 else", ("S1",)),
    Mutant("the-spool-is-not-cleaned", INTAKE, "for name in names { _ = name.withCString { unlinkat(handle.descriptor, $0, 0) } }",
           "", ("K1",)),
    Mutant("everything-counts-as-stored", INTAKE, "let isStored = access(path(of: sha256), F_OK) == 0", "let isStored = true",
           ("K1",)),
    Mutant("linked-into-the-store-and-not-renamed", INTAKE, "guard rename(file.path, target) == 0 else",
           "guard link(file.path, target) == 0 else", ("K1",)),
    Mutant("normal-for-full", ARCHIVE, "PRAGMA synchronous = FULL;", "PRAGMA synchronous = NORMAL;", ("W1",),
           also=((ARCHIVE, '["synchronous": 2,', '["synchronous": 1,'),)),
    Mutant("many-commits-for-one", ARCHIVE, "try write { _ in try body() }", "try body()", ("K1", "W1")),
    Mutant("duplicates-by-name", LEDGER, "handle = ? WHERE name = ? AND sha256 = ?\",", "handle = ? WHERE name = ? AND ? <> ''\",",
           ("V1",)),
    Mutant("known-by-inode-alone", LEDGER, "WHERE name = ? AND size = ? AND mtime = ? AND ctime = ? AND handle = ?)",
           "WHERE name = ?1 AND ?2 + ?3 + ?4 > 0 AND handle = ?5)", ("V1",)),
    Mutant("attempts-are-not-counted", LEDGER, "UPDATE arrivals SET attempts = attempts + 1,",
           "UPDATE arrivals SET attempts = attempts + 0,", ("Y1",)),
    Mutant("moved-whatever-stands-under-the-old-name", "Sources/Daemon/Moves.swift",
           "!arrival.file.isImported && !inlets.contains { $0.holds(arrival.file) }",
           "!arrival.file.isImported", ("V1",)),
    Mutant("moved-by-handle-without-the-bytes", LEDGER, "handle = ? AND sha256 = ? AND name <> ? ORDER BY id",
           "handle = ? AND sha256 <> '' || ? AND name <> ? ORDER BY id", ("V1",)),
    Mutant("sent-is-landed", OUTBOX, "UPDATE outbox SET state = 'sent', attempts = attempts + 1",
           "UPDATE outbox SET state = 'landed', attempts = attempts + 1", ("E1", "S1", "K1")),
    Mutant("taken-by-the-socket-is-landed", DELIVERY, "        confirmation.handed(receipt.id, at: now)\n",
           "        guarded { () throws(ArchiveError) in try archive.confirm([(id: receipt.id, cursor: \"\")]) }\n"
           "        underWay.remove(receipt.id)\n", ("E1", "J1")),
    Mutant("nothing-is-asked-at-the-start", DELIVERY, "lastSeq = open.last?.seq ?? 0", "return unrecovered = nil", ("K1",)),
    Mutant("sent-before-it-is-asked", DELIVERY, "if let unrecovered { return recover(boot: unrecovered) }", "", ("S1",)),
    Mutant("missing-without-a-barrier", CONFIRMATION, "if barrierSeen { actions += dropped(oldest: oldest) }",
           "actions += dropped(oldest: oldest)", ("J1", "K1", "L1")),
    Mutant("a-failed-look-shows-that-all-is-missing", DELIVERY,
           "guard answer.error == nil, leaveOutHalves(of: &answer), keep(answer) else {",
           "guard leaveOutHalves(of: &answer), keep(answer) || true else {", ("E1", "S1", "J1")),
    Mutant("the-barrier-is-enough", DELIVERY, "barrierSeen: doubts.isConclusive(answer), oldest: answer.oldest,",
           "barrierSeen: true, oldest: answer.oldest,", ("K1", "J1")),
    Mutant("overflow-is-passed-over", FOLDER, "guard mustRescan else { return notices }", "guard false else { return notices }",
           ("E1",)),
    Mutant("half-written-is-complete", "Sources/Inbox/Settling.swift",
           "entry.dueAt = now.later(by: patience(for: entry, state))", "return handOut(name, &entry)",
           ("V1",)),
    Mutant("a-postponed-file-is-forgotten", "Sources/Daemon/Inlet.swift", "batch.names = candidates.map { ($0.name, .postponed) }",
           "batch.names = candidates.map { ($0.name, .done) }", ("E1",)),
    Mutant("a-full-disk-forgets-what-was-copied", "Sources/Daemon/Inlet.swift",
           "news(batch.names.flatMap { folder.finished($0.0, .postponed, at: EventLoop.now * 1000) })",
           "news(batch.names.flatMap { folder.finished($0.0, .done, at: EventLoop.now * 1000) })", ("E1", "D1", "S1")),
    Mutant("members-are-not-synced", INTAKE, "      try commit(staged)\n      return hashes",
           "      for file in staged {\n        mkdir(String(path(of: file.sha256).prefix(store.utf8.count + 3)), 0o750)\n"
           "        rename(file.path, path(of: file.sha256))\n      }\n      return hashes", ("W1:packed",)),
    Mutant("a-child-before-its-attempt", OPENING, "return try pipeline.begin(Array(next.prefix(extractions.room)))",
           "return Array(next.prefix(extractions.room))", ("Y1",)),
    Mutant("an-archive-ends-before-its-members", ASIDE, UNPACK + "      if let batch { try join(fresh, to: batch) }\n",
           "    defer {\n      let fresh = try? take(members, boot: boot, now: now).map(\\.id)\n"
           "      if let fresh, let batch { try? write { db in try join(fresh, to: batch) } }\n    }\n    try write { db in\n",
           ("K1:packed",), also=(APART,)),
    Mutant("members-are-entered-twice", ASIDE, UNPACK,
           "    let fresh = try take(members, boot: boot, now: now).map(\\.id)\n    try write { db in\n",
           ("K1:packed",), also=(APART, (LEDGER, "try refresh(file, db) ? nil", "try file.container == nil && refresh(file, db) ? nil"))),
    Mutant("a-burst-is-read-without-its-attempt", "Sources/Daemon/BatchReading.swift",
           "let arrivals = try pipeline.begin(first)", "let arrivals = first", ("Y1",)),
    Mutant("what-stands-in-no-index-has-landed", "Sources/Daemon/Delivery/JournalDoubts.swift",
           "where sighting.isFoundOtherwise == false && ", "where sighting.isFoundOtherwise == false && id.isEmpty && ", ("J1",)),
    Mutant("the-loop-sends-itself", "Sources/Journal/JournalWriter.swift",
           "package func send(_ orders: [JournalOrder]) { mailbox.put(orders) }",
           "package func send(_ orders: [JournalOrder]) {\n    for order in orders {\n"
           "      let outcome = order.entry().map(JournalSocket().send) ?? .refused(EINVAL)\n"
           "      mailbox.reply(JournalReceipt(id: order.id, outcome: outcome))\n    }\n  }", ("J1",)),
    Mutant("an-interrupted-read-is-an-end", "Sources/Daemon/ContentStore.swift",
           "      if count < 0, errno == EINTR { continue }\n", "", ("E1", "S1")),
]
