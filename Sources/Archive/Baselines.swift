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
    try read { db in
      let choice = try BaselineChoice(
        for: meeting, provenance: provenance, parents: parents, halfYear: halfYear, in: db)
      guard let choice else { return Baselines() }
      let history = try choice.history.compactMap { try record($0.id, db) }
      return Baselines(
        previous: history.last,
        superiors: try choice.superiors.compactMap { try record($0.id, db) },
        peers: try choice.peers.compactMap { try record($0.id, db) },
        chosen: try choice.chosen.flatMap { try record($0.id, db) },
        history: history)
    }
  }

  /// The next later meeting of the series, whose digest a late arrival may change.
  package func successor(of meeting: Meeting, provenance: Provenance) throws(ArchiveError) -> Minutes.Record?
  {
    guard let date = meeting.date?.sortKey, meeting.jurisdiction != nil else { return nil }
    return try read { db in
      let row = try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM meetings WHERE series = ? AND date_key > ? AND provenance = ?
          ORDER BY date_key, meeting_id LIMIT 1
          """,
        arguments: [meeting.series, date, provenance.rawValue])
      return try row.flatMap { try record($0, db) }
    }
  }
}
