// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// What is left of a digest and of entries that told of a forgotten document: their ids.
///
/// The same bytes may be let come again, and come to the same ids. What the journal had of them already says
/// so then, by MINUTED_REISSUE; so a row of the outbox without a word stays, `retired`, in the place of each
/// such entry.
extension MeetingArchive {
  /// Takes out all entries that tell of a document, those that set another one against it included; those
  /// that wait are sent no more.
  func takeEntries(
    of sha256: String, _ digests: [String], _ request: ForgetRequest, _ db: Database
  ) throws -> [ForgottenDocument.Entry] {
    let clause = "seq IN (\(Self.telling)) AND fields <> x''"
    let arguments: StatementArguments = [
      "sha256": sha256, "digests": json(digests), "conflict": blob(request.conflict),
      "hash": blob(Array(sha256.utf8)),
    ]
    let entries = try Row.fetchAll(
      db, sql: "SELECT entry_id, cursor, queued FROM outbox WHERE \(clause) ORDER BY seq",
      arguments: arguments
    ).map { row in
      ForgottenDocument.Entry(
        id: row["entry_id"], cursor: row["cursor"], queued: row["queued"])
    }
    let handed = entries.map(\.id).filter(request.handed.contains)
    try db.execute(
      sql: """
        DELETE FROM outbox WHERE \(clause) AND state = 'queued' AND reissue = 0
          AND entry_id NOT IN (SELECT value FROM json_each(:handed))
        """,
      arguments: arguments + ["handed": json(handed)])
    try db.execute(
      sql: """
        UPDATE outbox SET fields = x'', state = 'retired', cursor = NULL, arrival = NULL, digest_id = NULL,
          replayed = 0 WHERE \(clause)
        """,
      arguments: arguments)
    return entries
  }

  /// The entries of its arrivals and of digests, by what the indexes have: an entry's id begins with its
  /// digest's. And the conflicts of reports that tell of its meetings, and of what people have put right in
  /// it.
  private static let telling = """
    SELECT seq FROM outbox WHERE arrival IN (SELECT id FROM arrivals WHERE sha256 = :sha256)
    UNION SELECT o.seq FROM json_each(:digests) d
      JOIN outbox o ON o.entry_id >= d.value || '-' AND o.entry_id < d.value || '.'
    UNION SELECT seq FROM outbox WHERE arrival IN (
        SELECT a.id FROM meeting_documents d JOIN meeting_documents e ON e.meeting = d.meeting
          JOIN arrivals a ON a.sha256 = e.sha256 WHERE d.sha256 = :sha256)
      AND digest_id IS NULL AND instr(fields, :conflict) > 0 AND instr(fields, :hash) > 0
    UNION SELECT seq FROM outbox WHERE arrival IS NULL
      AND digest_id IS NULL AND instr(fields, :conflict) > 0 AND instr(fields, :hash) > 0
    """

  /// Queues an entry whose tombstone stands in the outbox: as one that the journal had.
  func requeue(_ entry: OutboxEntry, arrival: Int64?, _ db: Database) throws {
    let before = try Int.fetchOne(
      db.kept("DELETE FROM outbox WHERE entry_id = ? AND fields = x'' RETURNING reissue"),
      arguments: [entry.id])
    guard let before else { return }
    try db.run(
      """
      INSERT INTO outbox (entry_id, digest_id, arrival, fields, state, reissue, replayed)
      VALUES (?, ?, ?, ?, 'queued', ?, 1)
      """,
      [entry.id, entry.digestID, arrival, blob(entry.fields), before + 1])
    noteReplays()
  }

  /// Leaves of a digest that it was; the same one may be kept in its place.
  func empty(_ digest: String, _ db: Database) throws {
    try db.run(
      "UPDATE digests SET json = ?, text = ? WHERE digest_id = ?",
      [blob(KeptDigest.tombstone), "（内容已删除：minutectl forget）", digest])
  }

  /// Takes back what readers have called insignificant in digests: a mark says what the change was about.
  func takeMarks(on digests: [String], _ edit: Int64, _ db: Database) throws -> Int {
    let marks = try Int64.fetchAll(
      db,
      sql: """
        SELECT e.id FROM json_each(?) d
          JOIN edits e ON e.target >= d.value || '-' AND e.target < d.value || '.' WHERE e.verb = 'mark'
        """,
      arguments: [json(digests)])
    for mark in marks {
      try db.run("DELETE FROM marks WHERE edit = ?", [mark])
      try db.run(
        "UPDATE edits SET content = '{}', undone = coalesce(undone, ?) WHERE id = ?", [edit, mark])
    }
    return marks.count
  }
}

extension KeptDigest {
  /// What is kept in the place of a digest's JSON where its document was forgotten.
  static let tombstone = Array(#"{"forgotten":true}"#.utf8)

  /// True where nothing is left of it but its id, since its document was forgotten.
  package var isForgotten: Bool { json == Self.tombstone }
}
