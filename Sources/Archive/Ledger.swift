// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes

/// The ledger of files: what was taken, what waits, what was refused.
extension MeetingArchive {
  /// True where a file of this name was taken in this very state, so that a scan can pass it by.
  package func known(
    name: [UInt8], size: Int64, mtime: Int64, ctime: Int64, handle: [UInt8]
  ) throws(ArchiveError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db.kept(
          """
          SELECT EXISTS (SELECT 1 FROM arrivals
            WHERE name = ? AND size = ? AND mtime = ? AND ctime = ? AND handle = ?)
          """),
        arguments: [blob(name), size, mtime, ctime, blob(handle)]) ?? false
    }
  }

  /// Enters files whose bytes are kept, all in one commit, and returns the arrivals that are new, in the same order.
  ///
  /// The same bytes under the same name are no arrival: the row only learns the file's new times. `boot` is the
  /// machine's boot id, `now` the time for display in microseconds since 1970.
  package func take(_ files: [ArrivedFile], boot: String, now: Int64) throws(ArchiveError) -> [Arrival] {
    try write { db in
      try files.compactMap { file in
        try refresh(file, db) ? nil : try insert(file, .taken, nil, boot: boot, now: now, db)
      }
    }
  }

  /// Enters a file that cannot be taken, with the entries that tell so; the same state is then known.
  package func refuse(
    _ file: ArrivedFile, reason: String, entries: [OutboxEntry], boot: String, now: Int64
  ) throws(ArchiveError) {
    try write { db in
      let arrival = try insert(file, .rejected, reason, boot: boot, now: now, db)
      try enqueue(entries, arrival: arrival.id, db)
    }
  }

  /// Gives an arrival the name it was moved to within the folder; nothing is told of a move.
  ///
  /// Where the same bytes already stood under that name, that row learns the times.
  package func rename(_ arrival: Int64, to file: ArrivedFile) throws(ArchiveError) {
    try write { db in
      if try refresh(file, db) { return }
      try db.run(
        "UPDATE arrivals SET name = ?, display = ?, size = ?, mtime = ?, ctime = ?, handle = ? WHERE id = ?",
        [blob(file.name), file.display, file.size, file.mtime, file.ctime, blob(file.handle), arrival])
    }
  }

  /// Counts attempts before they are made, in one commit, so that a document that kills the machine is counted too.
  ///
  /// Returns how many attempts each has now, this one included.
  package func begin(_ arrivals: [Int64], boot: String) throws(ArchiveError) -> [Int] {
    try write { db in
      try arrivals.map { arrival in
        try Int.fetchOne(
          db.kept(
            "UPDATE arrivals SET attempts = attempts + 1, attempt_boot = ? WHERE id = ? RETURNING attempts"),
          arguments: [boot, arrival]) ?? 0
      }
    }
  }

  /// Takes an attempt back that was broken off on request and not by the document.
  package func release(_ arrival: Int64) throws(ArchiveError) {
    try write { db in
      try db.run("UPDATE arrivals SET attempts = max(attempts - 1, 0) WHERE id = ?", [arrival])
    }
  }

  /// Arrivals whose outcome is still to be found, oldest first.
  package func waiting(limit: Int) throws(ArchiveError) -> [Arrival] {
    try unread(batch: nil, limit: limit)
  }

  /// All arrivals of these bytes, oldest first: under which names they came.
  package func arrivals(sha256: String) throws(ArchiveError) -> [Arrival] {
    try arrivals(where: "sha256 = ? ORDER BY id", [sha256])
  }

  /// The arrivals of these very bytes that the file system calls by the file's handle and that have another
  /// name, oldest first: what the file may have been before it was moved.
  package func arrivals(movedTo file: ArrivedFile) throws(ArchiveError) -> [Arrival] {
    try arrivals(
      where: "handle = ? AND sha256 = ? AND name <> ? ORDER BY id",
      [blob(file.handle), file.sha256, blob(file.name)])
  }

  /// Refused files, latest first.
  package func rejected(limit: Int) throws(ArchiveError) -> [Arrival] {
    try arrivals(where: "state = 'rejected' ORDER BY id DESC LIMIT ?", [limit])
  }

  /// The numbers of the arrivals that were taken in a time, in microseconds since 1970.
  ///
  /// They are numbered as they are taken, so each end is found by halving: twenty looks in a million.
  package func arrivals(taken time: Range<Int64>) throws(ArchiveError) -> Range<Int64> {
    try read { db in
      let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM arrivals") ?? 0
      func first(from moment: Int64) throws -> Int64 {
        var (low, high) = (Int64(1), last + 1)
        while low < high {
          let middle = low + (high - low) / 2
          let taken = try Int64.fetchOne(
            db, sql: "SELECT taken FROM arrivals WHERE id >= ? ORDER BY id LIMIT 1", arguments: [middle])
          if let taken, taken < moment { low = middle + 1 } else { high = middle }
        }
        return low
      }
      let start = try first(from: time.lowerBound)
      return start..<max(start, try first(from: time.upperBound))
    }
  }

  /// The arrival with this number.
  package func arrival(_ id: Int64) throws(ArchiveError) -> Arrival? {
    try arrivals(where: "id = ?", [id]).first
  }

  func arrivals(where clause: String, _ arguments: StatementArguments) throws(ArchiveError) -> [Arrival] {
    try read { db in
      try Row.fetchAll(db.kept("SELECT * FROM arrivals WHERE " + clause), arguments: arguments).map(arrival)
    }
  }

  /// True where the name with these bytes was known; its row then has the times of today.
  private func refresh(_ file: ArrivedFile, _ db: Database) throws -> Bool {
    try db.run(
      "UPDATE arrivals SET size = ?, mtime = ?, ctime = ?, handle = ? WHERE name = ? AND sha256 = ?",
      [file.size, file.mtime, file.ctime, blob(file.handle), blob(file.name), file.sha256])
    return db.changesCount > 0
  }

  private func insert(
    _ file: ArrivedFile, _ state: Arrival.State, _ reason: String?, boot: String, now: Int64, _ db: Database
  ) throws -> Arrival {
    try db.run(
      """
      INSERT INTO arrivals
        (name, display, sha256, provenance, size, mtime, ctime, handle, boot, taken, state, reason, container)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        blob(file.name), file.display, file.sha256, file.provenance.rawValue, file.size, file.mtime,
        file.ctime,
        blob(file.handle), boot, now, state.rawValue, reason, file.container,
      ])
    noteArrivals(1)
    let number = db.lastInsertedRowID
    try hold(file, as: number, db)
    return Arrival(id: number, file: file, state: state, reason: reason, attempts: 0)
  }

  func arrival(_ row: Row) -> Arrival {
    let file = ArrivedFile(
      name: bytes(row["name"]), display: row["display"], sha256: row["sha256"], size: row["size"],
      mtime: row["mtime"], ctime: row["ctime"], handle: bytes(row["handle"]),
      provenance: provenance(row), container: row["container"])
    return Arrival(
      id: row["id"], file: file, state: Arrival.State(rawValue: row["state"]) ?? .taken,
      reason: row["reason"],
      attempts: row["attempts"])
  }
}
