// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Minutes

/// What the archive is searched by: the words of each meeting's fullest reading, and the indicators it tells.
///
/// SQLite's own trigram tokenizer never finds a word of two characters such as 养老, and LIKE on such a table
/// wrongly finds nothing. So table `words` holds pairs of characters, made here, one row a meeting.
enum SearchTables {
  /// The second migration: the tables, filled from the readings that are kept, and indexes that choose
  /// baselines by one descent whatever the provenance and level.
  static func make(in db: Database) throws {
    try db.execute(sql: tables + indexes)
    let readings = try Row.fetchCursor(
      db, sql: "SELECT m.id, d.reading FROM meetings m JOIN meeting_documents d ON d.id = m.reading")
    while let row = try readings.next() {
      let meeting = try value(Meeting.self, of: row["reading"])
      try enter(meeting, as: row["id"], db)
      try db.execute(
        sql: "UPDATE meetings SET tasks = ? WHERE id = ?",
        arguments: [meeting.priorities.count, row["id"] as Int64])
    }
  }

  /// Enters what a meeting's fullest reading says, in place of what stood there for its row.
  static func enter(_ meeting: Meeting, as row: Int64, _ db: Database) throws {
    try forget(row, db)
    try db.cachedStatement(sql: "INSERT INTO words (rowid, grams) VALUES (?, ?)")
      .execute(arguments: [row, Bigrams.text(of: meeting.paragraphs.map(\.text))])
    let insert = try db.cachedStatement(sql: "INSERT INTO indicators (indicator, meeting) VALUES (?, ?)")
    for indicator in Set(meeting.figures.map(\.indicator)).sorted() {
      try insert.execute(arguments: [indicator, row])
    }
  }

  /// Takes a meeting's row out.
  static func forget(_ row: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM words WHERE rowid = ?").execute(arguments: [row])
    try db.cachedStatement(sql: "DELETE FROM indicators WHERE meeting = ?").execute(arguments: [row])
  }

  private static let tables = """
    CREATE VIRTUAL TABLE words USING fts5 (grams, columnsize = 0, tokenize = "unicode61 remove_diacritics 0");
    CREATE TABLE indicators (
      indicator TEXT NOT NULL, meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
      PRIMARY KEY (indicator, meeting)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX indicators_meeting ON indicators (meeting);
    ALTER TABLE meetings ADD COLUMN tasks INTEGER NOT NULL DEFAULT 0;

    """

  /// Each ends in provenance, date and id, in the order that is asked for, so that the latest earlier meeting
  /// that may serve is the first found:
  /// an invented province in an archive of a million reports is not looked for among them.
  private static let indexes = """
    DROP INDEX meetings_series;
    DROP INDEX meetings_division;
    DROP INDEX meetings_siblings;
    DROP INDEX meetings_peers;
    DROP INDEX meetings_sector;
    CREATE INDEX meetings_series ON meetings (series, provenance, date_key DESC, meeting_id);
    CREATE INDEX meetings_division ON meetings
      (division, sector, plan_year, category, provenance, date_key DESC, meeting_id);
    CREATE INDEX meetings_siblings ON meetings
      (parent, level, sector, category, plan_year, provenance, date_key DESC, meeting_id);
    CREATE INDEX meetings_peers ON meetings
      (level, sector, category, plan_year, provenance, date_key DESC, meeting_id);
    CREATE INDEX meetings_nearest ON meetings
      (sector, category, level, provenance, date_key DESC, meeting_id);
    CREATE INDEX outbox_queued ON outbox (queued);
    """
}
