// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import GRDB

/// A hash over everything in a database, table by table: what a backup is held against years later.
///
/// It is taken over the rows and not over the file, so that it stands for what is kept and can be computed
/// with any SQLite; the pages of the file are SQLite's own to check.
enum Seal {
  /// Gives the SHA-256 of bytes as 64 hex digits.
  typealias Hash = ([UInt8]) -> String

  /// Writes table `seal` over all that stands in the database.
  static func put(on db: Database, _ hash: Hash) throws {
    try db.execute(sql: "CREATE TABLE seal (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT")
    for (name, sha256) in try all(in: db, hash) {
      try db.execute(sql: "INSERT INTO seal (name, sha256) VALUES (?, ?)", arguments: [name, sha256])
    }
  }

  /// The names of tables that are not as they were sealed, or are missing, or were added; in order.
  static func broken(in db: Database, _ hash: Hash) throws -> [String] {
    let sealed = try Row.fetchAll(db, sql: "SELECT name, sha256 FROM seal").map { row -> [String] in
      [row["name"], row["sha256"]]
    }
    let found = try all(in: db, hash).map { [$0.name, $0.sha256] }
    let differing = Set(sealed).symmetricDifference(found)
    return Set(differing.map { $0[0] }).sorted()
  }

  private static func all(in db: Database, _ hash: Hash) throws -> [(name: String, sha256: String)] {
    let schema = try chain(
      db,
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT IN ('seal', 'sqlite_autoindex_seal_1') ORDER BY type, name",
      hash)
    // What a virtual table holds stands in tables of its own.
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name <> 'seal' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
        """)
    return try [("sqlite_schema", schema)]
      // In the order of their keys: an index that holds a whole row would give another one.
      + names.map { ($0, try chain(db, "SELECT * FROM \($0.quotedDatabaseIdentifier) NOT INDEXED", hash)) }
  }

  /// A hash over each row and the hash of those before it, so that no more than a row is in memory.
  private static func chain(_ db: Database, _ sql: String, _ hash: Hash) throws -> String {
    var state = hash([])
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      var bytes = Array(state.utf8)
      for value in row.databaseValues { add(value, to: &bytes) }
      state = hash(bytes)
    }
    return state
  }

  /// A value by its kind and length, so that no two rows make the same bytes.
  private static func add(_ value: DatabaseValue, to bytes: inout [UInt8]) {
    func put(_ kind: Character, _ content: [UInt8]) {
      bytes += "\(kind)\(content.count):".utf8
      bytes += content
    }
    switch value.storage {
    case .null: put("n", [])
    case .int64(let number): put("i", Array(String(number).utf8))
    case .double(let number): put("d", Array(String(number.bitPattern).utf8))
    case .string(let text): put("s", Array(text.utf8))
    case .blob(let data): put("b", [UInt8](data))
    }
  }
}
