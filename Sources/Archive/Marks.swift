// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// What readers have called insignificant, by series.
extension MeetingArchive {
  /// Keeps a mark under the number of the edit that set it.
  package func keep(_ mark: Insignificance, series: String, edit: Int64) throws(ArchiveError) {
    try write { db in
      try db.run(
        "INSERT INTO marks (edit, series, change, subject, matter) VALUES (?, ?, ?, ?, ?)",
        [edit, series, mark.change, mark.subject, mark.matter])
    }
  }

  /// Removes the mark that an edit has set.
  package func removeMark(edit: Int64) throws(ArchiveError) {
    try write { db in try db.run("DELETE FROM marks WHERE edit = ?", [edit]) }
  }

  /// The marks of a series, in an order that their setting plays no part in.
  func marks(of series: String, _ db: Database) throws -> [Insignificance] {
    try Row.fetchAll(
      db.kept(
        "SELECT DISTINCT change, subject, matter FROM marks WHERE series = ? ORDER BY change, subject, matter"
      ),
      arguments: [series]
    ).map { Insignificance(change: $0["change"], subject: $0["subject"], matter: $0["matter"]) }
  }
}
