// SPDX-License-Identifier: Apache-2.0

package import Archive
package import Digest
package import Minutes

/// Finds how what was told stands now, and what people have put right in what it rests on.
///
/// Answers for lists of thousands: what is asked for often is asked of the archive once.
package final class ValidityLookup {
  private let archive: MeetingArchive
  /// Withdrawals of digests that are in force, oldest first.
  private lazy var retractions: [Edit] = (try? archive.edits(["retract"], isInForce: true)) ?? []
  private lazy var hasAmendments = (try? archive.hasAmendments()) ?? true
  private var edits: [Int64: Attribution] = [:]
  private var digests: [String: Validity] = [:]

  package init(archive: MeetingArchive) { self.archive = archive }

  /// How a digest stands that is known by its whole id; one that is not kept was not withdrawn by anybody.
  package func validity(ofDigest id: String) throws(ArchiveError) -> Validity {
    if let known = digests[id] { return known }
    let found = try archive.digests(prefix: id).first.map { (kept) throws(ArchiveError) in
      try validity(of: kept)
    }
    digests[id] = found ?? .inForce
    return found ?? .inForce
  }

  /// How a kept digest stands.
  package func validity(of kept: KeptDigest) throws(ArchiveError) -> Validity {
    let key = MeetingKey(id: kept.meetingID, provenance: kept.provenance)
    if let withdrawal = try archive.withdrawal(of: key) {
      return Validity(.meetingWithdrawn, attribution: Attribution(withdrawal))
    }
    let current = try current(inPlaceOf: kept)
    if current?.id == kept.id { return .inForce }
    if kept.isRetracted, let person = try retraction(of: kept) {
      return Validity(.withdrawn, replacement: current?.id, attribution: person)
    }
    guard let current else { return Validity(.withdrawn) }
    // What was moved to another meeting is withdrawn there without a word, and has its replacement here.
    let isFormer = kept.isRetracted && current.meetingID == kept.meetingID
    let cause = try archive.replacement(of: kept.id)?.edit
    return Validity(
      isFormer ? .withdrawn : .replaced, replacement: current.id, attribution: try cause.flatMap(attribution))
  }

  /// How the latest that was told of a meeting stands; in force where nothing was told of it.
  package func validity(of key: MeetingKey) throws(ArchiveError) -> Validity {
    if let withdrawal = try archive.withdrawal(of: key) {
      return Validity(.meetingWithdrawn, attribution: Attribution(withdrawal))
    }
    guard try archive.told(of: key) == nil else { return .inForce }
    let latest = try archive.digests(ofMeeting: key.id, provenance: key.provenance).first
    return try latest.map { (kept) throws(ArchiveError) in try validity(of: kept) } ?? .inForce
  }

  /// What people have put right in the documents of a meeting, each thing once, in the order in which they
  /// did.
  package func amendments(of record: Record) throws(ArchiveError) -> [SignedAmendment] {
    try amendments(of: record.meeting.id, in: record.documents.map(\.sha256))
  }

  /// The same of a meeting of which only a line is known.
  package func amendments(of key: MeetingKey) throws(ArchiveError) -> [SignedAmendment] {
    guard hasAmendments, let record = try archive.record(key) else { return [] }
    return try amendments(of: record)
  }

  private func amendments(
    of meeting: String, in documents: [String]
  ) throws(ArchiveError) -> [SignedAmendment] {
    guard hasAmendments else { return [] }
    var signed: [SignedAmendment] = []
    for sha256 in documents {
      let kept = try archive.amendments(of: sha256)
      // A document may tell of several meetings.
      let meetings = kept.isEmpty ? [] : try archive.document(sha256: sha256)?.report.meetings.map(\.id) ?? []
      for item in kept where item.isLaid && meetings.indices.contains(item.amendment.part - 1) {
        guard meetings[item.amendment.part - 1] == meeting, let person = try attribution(item.edit) else {
          continue
        }
        let isKnown = signed.contains { $0.attribution == person && $0.amendment.says(the: item.amendment) }
        if !isKnown { signed.append(SignedAmendment(item.amendment, by: person)) }
      }
    }
    return signed.sorted { $0.attribution.edit < $1.attribution.edit }
  }

  // MARK: - Who, when, why

  /// The digest that counts in the place of one: the last of its meeting, or where it was moved, of the
  /// other.
  private func current(inPlaceOf kept: KeptDigest) throws(ArchiveError) -> KeptDigest? {
    var digest = kept
    var seen: Set<String> = []
    while seen.insert(digest.id).inserted {
      let key = MeetingKey(id: digest.meetingID, provenance: digest.provenance)
      if let told = try archive.told(of: key) { return told }
      guard let next = try archive.replacement(of: digest.id) else { return nil }
      digest = next
    }
    return nil
  }

  /// Whose wish it was that a digest be withdrawn: an edit names it, or what it was sent for was taken back,
  /// or its report was removed.
  private func retraction(of kept: KeptDigest) throws(ArchiveError) -> Attribution? {
    if let edit = retractions.last(where: { $0.names(kept.id) }) { return Attribution(edit) }
    if let undone = try kept.edit.flatMap({ (edit) throws(ArchiveError) in try archive.edit(edit) })?.undone {
      return try attribution(undone)
    }
    let removed = try archive.edits(["forget"], isInForce: true).last { edit in
      edit.target == kept.meetingID
        || kept.sources.contains { edit.target.count >= 8 && $0.hasPrefix(edit.target) }
    }
    return removed.map { Attribution($0) }
  }

  private func attribution(_ edit: Int64) throws(ArchiveError) -> Attribution? {
    if let known = edits[edit] { return known }
    edits[edit] = try archive.edit(edit).map { Attribution($0) }
    return edits[edit]
  }
}

extension Edit {
  /// True for a withdrawal of this digest, alone or with the line of those that it had corrected.
  fileprivate func names(_ digest: String) -> Bool {
    (content["digests"] ?? target).split(separator: " ").contains { $0 == digest }
  }
}

extension KeptAmendment {
  /// True where the reading has it: what was lost, or stands in an earlier version of the file, changes
  /// nothing.
  fileprivate var isLaid: Bool { ![.lost, .superseded, .carried].contains(standing) }
}

extension Amendment {
  /// True where two reports have the same thing put right, at whatever place.
  fileprivate func says(the other: Amendment) -> Bool {
    mark.subject == other.mark.subject && mark.words == other.mark.words && mark.name == other.mark.name
      && field == other.field && after == other.after
  }
}
