// SPDX-License-Identifier: Apache-2.0
internal import FoundationEssentials
internal import GRDB

/// Arrivals that are on hold (`Hold=`): in the ledger and the store, and nowhere else.
///
/// What is on hold is read once, so that a list can say what it will be, and none of it is kept as a
/// document or meeting: no comparison, no search and no page can let out what nobody may know yet.
/// Released, it is an arrival like any other, read by the rules that are in force then.
///
/// A container that was unpacked stays on hold, unlisted, until the last of its members is released.
extension MeetingArchive {
  /// Puts a fresh arrival on hold where its file says so, or the container that it came in; with its time.
  func hold(_ file: ArrivedFile, as arrival: Int64, _ db: Database) throws {
    if file.isHeld {
      try db.run("INSERT INTO held (arrival) VALUES (?)", [arrival])
    } else if let container = file.container {
      try db.run(
        "INSERT INTO held (arrival, release) SELECT ?, release FROM held WHERE arrival = ?",
        [arrival, container])
    }
  }

  /// True for an arrival that is on hold.
  package func isHeld(_ arrival: Int64) throws(ArchiveError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db.kept("SELECT EXISTS (SELECT 1 FROM held WHERE arrival = ?)"), arguments: [arrival]) ?? false
    }
  }

  /// Keeps what reading found in an arrival that is on hold; it leaves its batch, which does not wait for it.
  package func hold(
    _ arrival: Int64, meetings: [HeldFile.Meeting], reason: String?
  ) throws(ArchiveError) {
    try write { db in
      let found = String(decoding: try JSONEncoder().encode(meetings), as: UTF8.self)
      try db.run("UPDATE held SET meetings = ?, reason = ? WHERE arrival = ?", [found, reason, arrival])
      try db.run(
        "UPDATE batches SET files = files - 1 WHERE id = (SELECT batch FROM arrivals WHERE id = ?)", [arrival]
      )
      try db.run(
        "UPDATE arrivals SET read = 1, aside = 0, attempts = 0, batch = NULL WHERE id = ?", [arrival])
    }
  }

  /// All that is on hold, in order of arrival.
  package func held() throws(ArchiveError) -> [HeldFile] { try held(where: "1", []) }

  /// What is on hold as people count it, as h with its arrival as a: without containers that were unpacked.
  private static let listed = "held h JOIN arrivals a ON a.id = h.arrival AND a.state = 'taken'"

  /// How many files are on hold; nil for none.
  package func onHold() throws(ArchiveError) -> Int? {
    try read { try countHeld($0) }
  }

  /// The same within a transaction.
  func countHeld(_ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT nullif(count(*), 0) FROM \(Self.listed)")
  }

  /// What is on hold as a user names it: by its name as it is shown, else by the folder or container that it is
  /// in, else by its number, else by the beginning of its SHA-256 (eight digits or more).
  ///
  /// The first of these that there is: the folder 2024 is not also the arrival of that number.
  package func held(named what: String) throws(ArchiveError) -> [HeldFile] {
    let folder = what.hasSuffix("/") ? what : what + "/"
    let ways: [(clause: String, argument: String?)] = [
      ("a.display = ?1", what), ("substr(a.display, 1, length(?1)) = ?1", folder),
      ("CAST(a.id AS TEXT) = ?1", what), ("substr(a.sha256, 1, length(?1)) = ?1", HashPrefix.of(what)),
    ]
    for (clause, argument) in ways {
      let found = try held(where: clause, [argument])
      if !found.isEmpty { return found }
    }
    return []
  }

  private func held(
    where clause: String, _ arguments: StatementArguments
  ) throws(ArchiveError) -> [HeldFile] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.*, h.release, h.meetings AS found, h.reason AS refusal
          FROM \(Self.listed) WHERE \(clause) ORDER BY a.id
          """,
        arguments: arguments
      ).map { row in
        let found: String = row["found"]
        return HeldFile(
          arrival: arrival(row), taken: row["taken"], release: row["release"], isRead: row["read"],
          meetings: try JSONDecoder().decode([HeldFile.Meeting].self, from: Data(found.utf8)),
          reason: row["refusal"])
      }
    }
  }

  /// Sets when these arrivals are told by themselves; nil holds them until they are released.
  package func schedule(_ arrivals: [Int64], at time: Int64?) throws(ArchiveError) {
    try write { db in
      for arrival in arrivals {
        try db.run("UPDATE held SET release = ? WHERE arrival = ?", [time, arrival])
      }
    }
  }

  /// When the next arrival is to be told by itself, in microseconds since 1970.
  package func nextRelease() throws(ArchiveError) -> Int64? {
    try read { try Int64.fetchOne($0.kept("SELECT min(release) FROM held WHERE release IS NOT NULL")) }
  }

  /// Arrivals whose time has come, in order of arrival.
  package func due(at time: Int64) throws(ArchiveError) -> [Int64] {
    try read { db in
      try Int64.fetchAll(
        db.kept("SELECT arrival FROM held WHERE release IS NOT NULL AND release <= ? ORDER BY arrival"),
        arguments: [time])
    }
  }

  /// Takes arrivals off hold, a container with what it holds: they wait to be read and told like any other.
  /// Those that are not on hold stay as they are.
  ///
  /// One that a child is just opening is told when that is done.
  package func release(held arrivals: [Int64]) throws(ArchiveError) {
    try write { db in
      for arrival in arrivals {
        let held = try Int64.fetchAll(
          db.kept(
            """
            SELECT h.arrival FROM held h JOIN arrivals a ON a.id = h.arrival
            WHERE h.arrival = ?1 OR a.container = ?1 AND EXISTS (SELECT 1 FROM held WHERE arrival = ?1)
            """),
          arguments: [arrival])
        for number in held {
          try db.run("DELETE FROM held WHERE arrival = ?", [number])
          try db.run(
            "UPDATE arrivals SET read = 0, attempts = 0 WHERE id = ? AND read = 1 AND state = 'taken'",
            [number])
        }
      }
      // Containers without a member on hold are hidden no more.
      try db.run(
        """
        DELETE FROM held WHERE arrival IN (
            SELECT c.id FROM held h JOIN arrivals c ON c.id = h.arrival WHERE c.state = 'journalled')
          AND arrival NOT IN (
            SELECT m.container FROM held h JOIN arrivals m ON m.id = h.arrival WHERE m.container IS NOT NULL)
        """, [])
    }
  }
}
