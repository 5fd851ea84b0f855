// SPDX-License-Identifier: Apache-2.0
import GRDB

@testable import Archive

extension MeetingArchive {
  /// Lets the next transactions fail at this step, such as `UPDATE OF state ON arrivals`, until
  /// `restorePower()`.
  func cutPower(before step: String, when condition: String = "1") throws {
    try write { db in
      try db.execute(
        sql: """
          CREATE TEMP TRIGGER power_cut BEFORE \(step) WHEN \(condition) BEGIN SELECT RAISE(ABORT, 'cut'); END
          """)
    }
  }

  func restorePower() throws { try write { try $0.execute(sql: "DROP TRIGGER power_cut") } }

  /// How SQLite would answer a question, step by step.
  func plan(of question: String) throws -> [String] {
    try read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + question).map { $0["detail"] }
    }
  }

  /// What SQLite answers to PRAGMAs.
  func pragmas(_ names: [String]) throws -> [String?] {
    try read { db in try names.map { try String.fetchOne(db, sql: "PRAGMA \($0)") } }
  }
}

extension Schema {
  /// The migrations of a minuted that is one step ahead.
  static var newer: DatabaseMigrator {
    var migrator = Schema.migrator
    migrator.registerMigration("6 something new") {
      try $0.execute(sql: "ALTER TABLE meetings ADD COLUMN x TEXT")
    }
    return migrator
  }
}
