// SPDX-License-Identifier: Apache-2.0
internal import struct Foundation.Data
internal import GRDB
internal import Minutes

/// From taken to queued: the one transaction that keeps what follows from an arrival.
extension MeetingArchive {
  /// Keeps an outcome: document, meetings, digests, outbox rows and the arrival's state, all of it or
  /// nothing.
  ///
  /// A clean finish shows that this boot is sound, so attempts that an earlier boot left are forgiven: a
  /// power cut poisons no file. Entries and digests that are there already (the same inputs give the same
  /// ids) stay as they are.
  package func settle(_ outcome: Outcome, boot: String) throws(ArchiveError) {
    try write { db in
      if let reading = outcome.reading { try keep(reading, arrival: outcome.arrival, db) }
      for digest in outcome.digests { try keep(digest, db) }
      try enqueue(outcome.entries, arrival: outcome.arrival, db)
      try end(outcome.arrival, outcome.rejection, boot: boot, db)
    }
  }

  /// Marks an arrival whose outcome is found.
  func end(_ arrival: Int64, _ rejection: String?, boot: String, _ db: Database) throws {
    let state: Arrival.State = rejection == nil ? .queued : .rejected
    try db.run(
      "UPDATE arrivals SET state = ?, reason = ?, attempts = 0 WHERE id = ?",
      [state.rawValue, rejection, arrival])
    try db.run(
      """
      UPDATE arrivals INDEXED BY arrivals_begun SET attempts = 0
      WHERE state = 'taken' AND attempts > 0 AND attempt_boot <> ?
      """,
      [boot])
  }

  /// Replaces what other rules have read from a kept document; nothing is told of it.
  ///
  /// Returns the meetings that it tells of, or told of: what their reports say together is to be merged anew.
  @discardableResult
  package func replace(_ reading: DocumentReading) throws(ArchiveError) -> [MeetingKey] {
    try write { db in
      let arrival = try Int64.fetchOne(
        db.kept("SELECT arrival FROM documents WHERE sha256 = ?"), arguments: [reading.document.sha256])
      return try arrival.map { try keep(reading, arrival: $0, db) } ?? []
    }
  }

  /// Enters the document and its meetings, or replaces what an earlier reading of the same bytes said.
  @discardableResult
  func keep(_ reading: DocumentReading, arrival: Int64, _ db: Database) throws -> [MeetingKey] {
    noteChange()
    let document = reading.document
    var header = reading.report
    header.meetings = []
    try db.run(
      """
      INSERT INTO documents
        (sha256, name, arrival, format, charset, provenance, rules, source, report, division, published_key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (sha256) DO UPDATE SET format = excluded.format, charset = excluded.charset,
        rules = excluded.rules, source = excluded.source, report = excluded.report,
        division = excluded.division, published_key = excluded.published_key
      """,
      [
        document.sha256, document.name, arrival, reading.format, reading.charset,
        document.provenance.rawValue,
        reading.rules, header.source, json(header), header.jurisdiction?.code, header.published?.sortKey,
      ])
    var touched = try Int64.fetchSet(
      db.kept("SELECT meeting FROM meeting_documents WHERE sha256 = ?"), arguments: [document.sha256])
    try db.run("DELETE FROM meeting_documents WHERE sha256 = ?", [document.sha256])
    try keep(reading.amended, of: document.sha256, db)
    for (part, meeting) in reading.report.meetings.enumerated() {
      touched.insert(try enter(meeting, part: part + 1, of: document, db))
    }
    return try describe(touched, db)
  }

  /// Describes meetings anew and returns their keys, those of meetings that are gone included.
  func describe(_ rows: Set<Int64>, _ db: Database) throws -> [MeetingKey] {
    noteChange()
    return try rows.sorted().compactMap { row in
      let key = try Row.fetchOne(
        db.kept("SELECT meeting_id, provenance FROM meetings WHERE id = ?"), arguments: [row]
      ).map { MeetingKey(id: $0["meeting_id"], provenance: provenance($0)) }
      try describe(row, db)
      return key
    }
  }

  /// Adds a document's reading of a meeting, and the meeting if it is new; returns the meeting's row.
  private func enter(_ meeting: Meeting, part: Int, of document: Document, _ db: Database) throws -> Int64 {
    let key: StatementArguments = [meeting.id, document.provenance.rawValue]
    try db.run(
      "INSERT INTO meetings (meeting_id, provenance) VALUES (?, ?) ON CONFLICT DO NOTHING",
      key)
    noteChange(meetings: db.changesCount)
    let row =
      try Int64.fetchOne(
        db.kept("SELECT id FROM meetings WHERE meeting_id = ? AND provenance = ?"), arguments: key) ?? 0
    try db.run(
      """
      INSERT INTO meeting_documents (meeting, sha256, part, fullness, gist, reading)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        row, document.sha256, part, meeting.fullness, Gist(meeting).number, json(meeting),
      ])
    return row
  }

  /// Lets the meeting's columns say what its fullest reading says; a meeting that no document tells of goes,
  /// and so does one that only earlier versions of files tell of.
  ///
  /// Fullness decides and not arrival, so that the same files give the same archive in whatever order they
  /// came.
  private func describe(_ row: Int64, _ db: Database) throws {
    let fullest = try Row.fetchOne(
      db.kept(
        """
        SELECT m.id, CAST(m.reading AS BLOB) AS reading FROM meeting_documents m JOIN documents d ON d.sha256 = m.sha256
        WHERE m.meeting = ? AND d.superseded IS NULL
        ORDER BY m.fullness DESC, m.sha256, m.part LIMIT 1
        """),
      arguments: [row])
    guard let fullest else {
      try SearchTables.forget(row, db)
      try db.run("DELETE FROM meetings WHERE id = ?", [row])
      noteChange(meetings: -db.changesCount)
      return
    }
    let meeting = try readings.meeting(of: bytes(fullest["reading"] as Data))
    if let edit = try withdrawal(ofMeeting: row, db) {
      return try hide(meeting, as: row, reading: fullest["id"], edit, db)
    }
    try db.run(
      """
      UPDATE meetings SET title = ?, division = ?, name = ?, parent = ?, level = ?, sector = ?, kind = ?,
        category = ?, series = ?, date = ?, date_key = ?, plan_year = ?, tasks = ?, reading = ?, merged = NULL,
        withdrawn = NULL WHERE id = ?
      """,
      [
        meeting.title, meeting.jurisdiction?.code, meeting.jurisdiction?.fullName,
        meeting.jurisdiction?.parent,
        meeting.jurisdiction?.level.rawValue, meeting.sector, meeting.kind, meeting.category, meeting.series,
        meeting.date?.description, meeting.date?.sortKey, meeting.planYear, meeting.priorities.count,
        fullest["id"] as Int64, row,
      ])
    try SearchTables.enter(meeting, as: row, db)
  }

  /// Keeps a digest behind all others; one that is there stays as it is, but for the tombstone of a forgotten
  /// one.
  func keep(_ digest: KeptDigest, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO digests
        (digest_id, meeting_id, provenance, baselines, previous, sources, json, text, supersedes, entries, edit)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (digest_id) DO UPDATE SET id = (SELECT max(id) + 1 FROM digests), retracted = 0,
        baselines = excluded.baselines, previous = excluded.previous, sources = excluded.sources,
        json = excluded.json, text = excluded.text, supersedes = excluded.supersedes,
        entries = excluded.entries, edit = excluded.edit
      WHERE digests.json = ?
      """,
      [
        digest.id, digest.meetingID, digest.provenance.rawValue, json(digest.baselines),
        digest.previous, json(digest.sources), blob(digest.json), digest.text, digest.supersedes,
        digest.entries, digest.edit, blob(KeptDigest.tombstone),
      ])
  }
}

extension Meeting {
  /// How much a reading tells: tasks and figures first, then length.
  var fullness: Int {
    min(priorities.count + figures.count, 1_000_000) * 1_000_000 + min(length, 999_999)
  }
}
