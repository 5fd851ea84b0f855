// SPDX-License-Identifier: Apache-2.0
internal import GRDB

// Statements are prepared once a connection: to prepare one takes longer than to run it, and a digest runs
// thirty.

extension Database {
  /// The statement of this text, at hand from its second use on; one that is still being read must not be
  /// asked for again.
  func kept(_ sql: String) throws -> Statement { try cachedStatement(sql: sql) }

  /// Runs a statement that gives no rows.
  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try kept(sql).execute(arguments: arguments)
  }
}
