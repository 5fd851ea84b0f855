// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Minutes

/// Keeps what was read, before anything is told of it: the reading, which version of a file it is, and what
/// all reports of its meetings say together.
struct Keeper {
  let archive: MeetingArchive
  let comparisons: Comparisons
  let corrector: Corrector
  let contradictions: Contradictions

  /// Keeps a reading; returns the meetings that are gone, since an earlier version of the file alone told of
  /// them.
  ///
  /// `version` is the one whose place it takes as the rules read it; else it may take one's by what has been put
  /// right in it.
  func keep(
    _ reading: DocumentReading, of arrival: Arrival, inPlaceOf version: DocumentReading?
  ) throws(ArchiveError) -> [(Meeting, Provenance)] {
    var keys = Set(try archive.keep(reading, of: arrival))
    var gone: [(Meeting, Provenance)] = []
    let earlier = if let version { version } else { try earlier(of: arrival, reading.report) }
    var touched: [MeetingKey] = []
    if let earlier {
      touched = try archive.supersede(earlier.document.sha256, by: reading.document.sha256)
      keys.formUnion(touched)
      gone = try retract(touched, earlier, reading.document)
    }
    try merge(keys)
    // Another report may still set what this version no longer does: only what all say together tells.
    if let earlier, !touched.isEmpty { try contradictions.tellRulings(on: earlier.report) }
    return gone
  }

  /// The earlier version of a file whose place this one takes.
  ///
  /// A person may have put right which meeting the earlier one tells of, and not yet what this one is read to:
  /// then both are read to be of one meeting, and say much the same. The next year's report under the name may
  /// be of the year that the earlier one was wrongly read to be of, but does not say what that says.
  func earlier(of arrival: Arrival, _ report: Report) throws(ArchiveError) -> DocumentReading? {
    guard let earlier = try archive.earlierVersion(of: arrival) else { return nil }
    if Self.replaces(report, earlier.report) { return earlier }
    let rules = try archive.rulesReading(of: earlier.document.sha256)
    return rules.map { Self.replaces(report, $0, where: Self.retells) } == true ? earlier : nil
  }

  /// Lays together anew what all reports of these meetings say, and tells where they have come to be read
  /// otherwise than a person has put them right.
  func merge(_ keys: Set<MeetingKey>) throws(ArchiveError) {
    for key in keys.sorted() {
      let accounts = try archive.accounts(of: key)
      if accounts.count > 1 {
        try archive.keep(merged: comparisons.comparer.merge(accounts).meeting, of: key)
      }
    }
    try contradictions.tell()
  }

  private func retract(
    _ touched: [MeetingKey], _ earlier: DocumentReading, _ newVersion: Document
  ) throws(ArchiveError) -> [(Meeting, Provenance)] {
    var gone: [(Meeting, Provenance)] = []
    for meeting in earlier.report.meetings {
      let key = MeetingKey(id: meeting.id, provenance: earlier.document.provenance)
      guard touched.contains(key), try archive.record(key) == nil else { continue }
      try corrector.retract(key, meeting, newVersion: newVersion)
      gone.append((meeting, key.provenance))
    }
    return gone
  }

  /// True where a report under the same name is a new version of the earlier one, and not another report.
  ///
  /// People use `report.txt` again next year. It is a version where both tell of one meeting, or of one
  /// series in one plan year (a date was set right), or of none; `isSame` may ask for more.
  static func replaces(
    _ later: Report, _ earlier: Report, where isSame: (Meeting, Meeting) -> Bool = { _, _ in true }
  ) -> Bool {
    if earlier.meetings.isEmpty { return later.meetings.isEmpty }
    return earlier.meetings.contains { before in
      later.meetings.contains {
        ($0.id == before.id || $0.isOfOneYear(with: before)) && isSame($0, before)
      }
    }
  }

  /// True where at least half of the tasks and figures of one telling, as it has them, are in the later one; of
  /// one that has neither, half of its paragraphs.
  private static func retells(_ later: Meeting, _ before: Meeting) -> Bool {
    let lacking = before.additions(to: later)
    let all = before.priorities.count + before.figures.count
    guard all == 0 else { return (lacking.priorities + lacking.figures) * 2 <= all }
    let paragraphs = Set(later.paragraphs.map(\.text))
    let kept = before.paragraphs.count { paragraphs.contains($0.text) }
    return kept > 0 && kept * 2 >= before.paragraphs.count
  }
}
