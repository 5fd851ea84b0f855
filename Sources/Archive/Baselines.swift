// SPDX-License-Identifier: Apache-2.0
internal import GRDB
package import Minutes

/// What a meeting is compared with.
extension MeetingArchive {
  /// The meetings of the archive that stand in a relation to `meeting`, itself excepted.
  ///
  /// `parents` are the codes of the divisions above its own, nearest first. `provenance` is that of the
  /// document: what is invented or paraphrased never serves for a real report. The answer depends on what the
  /// archive holds and not on the order in which it came; a meeting without a date has no baselines.
  /// `halfYear` are the words in a meeting's name that say it was held on half a year: 半年, 年中.
  package func baselines(
    for meeting: Meeting, provenance: Provenance, parents: [String], halfYear: [String]
  ) throws(ArchiveError) -> Baselines {
    try keptBaselines(for: meeting, provenance: provenance, parents: parents, halfYear: halfYear).decoded()
  }

  /// The same before it is decoded, for who decodes it elsewhere.
  package func keptBaselines(
    for meeting: Meeting, provenance: Provenance, parents: [String], halfYear: [String]
  ) throws(ArchiveError) -> KeptBaselines {
    try read { db in
      var kept = KeptBaselines(path: path)
      let choice = try BaselineChoice(
        for: meeting, provenance: provenance, parents: parents, halfYear: halfYear, in: db)
      guard let choice else { return kept }
      kept.history = try choice.history.compactMap { try keptRecord($0.id, db) }
      kept.superiors = try choice.superiors.compactMap { try keptRecord($0.id, db) }
      kept.peers = try choice.peers.compactMap { try keptRecord($0.id, db) }
      kept.chosen = try choice.chosen.flatMap { try keptRecord($0.id, db) }
      if !kept.history.isEmpty { kept.bulletins = try bulletins(before: meeting, provenance, db) }
      kept.marks = try marks(of: meeting.series, db)
      return kept
    }
  }

  /// The ids of what `baselines` gives, chosen from indexes alone: no reading is decoded.
  ///
  /// In the order previous and history, superiors, peers, chosen, each by date.
  package func baselineIDs(
    for meeting: Meeting, provenance: Provenance, parents: [String], halfYear: [String]
  ) throws(ArchiveError) -> [String] {
    try read { db in
      let choice = try BaselineChoice(
        for: meeting, provenance: provenance, parents: parents, halfYear: halfYear, in: db)
      guard let choice else { return [] }
      let chosen = choice.chosen.map { [$0] } ?? []
      return (choice.history + choice.superiors + choice.peers + chosen).map(\.meetingID)
    }
  }

  /// The next later meetings of the series that this one may be the previous of, whose digests a late arrival
  /// changes.
  ///
  /// Several where they were held on one day, or where a meeting is also held as a paraphrase.
  package func successors(of meeting: Meeting, provenance: Provenance) throws(ArchiveError) -> [MeetingKey] {
    guard let date = meeting.date?.sortKey, meeting.jurisdiction != nil else { return [] }
    let readers = Provenance.allCases.filter { $0.comparable.contains(provenance) }
    return try read { db in
      try readers.flatMap { reader in
        let later = "series = ?1 AND provenance = ?2 AND date_key"
        return try String.fetchAll(
          db,
          sql: """
            SELECT meeting_id FROM meetings
            WHERE \(later) = (SELECT min(date_key) FROM meetings WHERE \(later) > ?3) ORDER BY meeting_id
            """,
          arguments: [meeting.series, reader.rawValue, date]
        ).map { MeetingKey(id: $0, provenance: reader) }
      }
    }
  }

  /// The id of the meeting before one that is kept, as `baselines` would choose it.
  package func previous(of key: MeetingKey) throws(ArchiveError) -> String? {
    let marks = key.provenance.comparable.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try read { db in
      let earlier = try Row.fetchCursor(
        db,
        sql: """
          SELECT p.id, p.meeting_id, p.date_key, m.date_key AS later, m.kind
          FROM meetings m JOIN meetings p ON p.series = m.series AND p.date_key < m.date_key
          WHERE m.meeting_id = ? AND m.provenance = ? AND m.division IS NOT NULL
            AND p.meeting_id <> m.meeting_id AND p.provenance IN (\(marks))
          ORDER BY p.date_key DESC, p.meeting_id DESC
          """,
        arguments: [key.id, key.provenance.rawValue])
      while let row = try earlier.next() {
        let previous = BaselineChoice.Row(id: row[0], meetingID: row[1], date: row[2])
        if !previous.mayBe(dated: row["later"], ofKind: row["kind"] as String) { return previous.meetingID }
      }
      return nil
    }
  }
}
