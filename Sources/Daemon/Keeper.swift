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
  func keep(_ reading: DocumentReading, of arrival: Arrival) throws(ArchiveError) -> [(Meeting, Provenance)] {
    var keys = Set(try archive.keep(reading, of: arrival))
    var gone: [(Meeting, Provenance)] = []
    if let earlier = try earlier(of: arrival, reading.report) {
      let touched = try archive.supersede(earlier.document.sha256, by: reading.document.sha256)
      keys.formUnion(touched)
      gone = try retract(touched, earlier, reading.document)
      try contradictions.tellRulings(on: earlier.report, now: reading.report)
    }
    try merge(keys)
    return gone
  }

  /// The earlier version of a file whose place this one takes.
  ///
  /// A person may have put right which meeting the earlier one tells of, and not yet what this one is read to.
  func earlier(of arrival: Arrival, _ report: Report) throws(ArchiveError) -> DocumentReading? {
    guard let earlier = try archive.earlierVersion(of: arrival) else { return nil }
    if Self.replaces(report, earlier.report) { return earlier }
    let rules = try archive.rulesReading(of: earlier.document.sha256)
    return rules.map { Self.replaces(report, $0) } == true ? earlier : nil
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
  /// series in one plan year (a date was set right), or of none.
  static func replaces(_ later: Report, _ earlier: Report) -> Bool {
    if earlier.meetings.isEmpty { return later.meetings.isEmpty }
    return earlier.meetings.contains { before in
      later.meetings.contains {
        $0.id == before.id || $0.isOfOneYear(with: before)
      }
    }
  }
}
