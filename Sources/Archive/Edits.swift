// SPDX-License-Identifier: Apache-2.0
internal import FoundationEssentials
internal import GRDB

/// What people asked for, kept beside what came of it.
extension MeetingArchive {
  /// Keeps an edit and returns its number; in one transaction with what it changes, by `together`.
  @discardableResult
  package func keep(_ edit: Edit) throws(ArchiveError) -> Int64 {
    try write { db in
      try db.run(
        """
        INSERT INTO edits (at, uid, who, verb, target, content, reason) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          edit.at, Int64(edit.uid), edit.who, edit.verb, edit.target, try Self.text(edit.content),
          edit.reason,
        ])
      return db.lastInsertedRowID
    }
  }

  /// Lets a kept edit say what came of it, too, which its content tells by now.
  package func complete(_ edit: Edit) throws(ArchiveError) {
    try write { db in
      try db.run("UPDATE edits SET content = ? WHERE id = ?", [try Self.text(edit.content), edit.id])
    }
  }

  /// Lets an edit say that a later one has taken it back.
  package func undo(_ edit: Int64, by later: Int64) throws(ArchiveError) {
    try write { db in try db.run("UPDATE edits SET undone = ? WHERE id = ?", [later, edit]) }
  }

  /// An edit by its number.
  package func edit(_ id: Int64) throws(ArchiveError) -> Edit? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM edits WHERE id = ?", arguments: [id]).map(Self.edit)
    }
  }

  /// Edits by some verbs, oldest first; without those that were taken back where `isInForce`.
  package func edits(_ verbs: [String], isInForce: Bool = false) throws(ArchiveError) -> [Edit] {
    let places = verbs.map { _ in "?" }.joined(separator: ", ")
    let condition = isInForce ? "AND undone IS NULL" : ""
    return try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM edits WHERE verb IN (\(places)) \(condition) ORDER BY id",
        arguments: StatementArguments(verbs)
      ).map(Self.edit)
    }
  }

  /// The edit that was made at a moment about a target, wherever it was made.
  package func edit(at moment: Int64, target: String) throws(ArchiveError) -> Edit? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM edits WHERE target = ? AND at = ? ORDER BY id LIMIT 1",
        arguments: [target, moment]
      ).map(Self.edit)
    }
  }

  private static func text(_ content: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(content), as: UTF8.self)
  }

  private static func edit(_ row: Row) -> Edit {
    let content: String = row["content"]
    var edit = Edit(
      at: row["at"], uid: UInt32(truncatingIfNeeded: row["uid"] as Int64), who: row["who"], verb: row["verb"],
      target: row["target"],
      content: (try? JSONDecoder().decode([String: String].self, from: Data(content.utf8))) ?? [:],
      reason: row["reason"])
    edit.id = row["id"]
    edit.undone = row["undone"]
    return edit
  }
}
