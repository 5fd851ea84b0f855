// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes
internal import Pages

/// The report of one meeting, named by its digest's id or its own.
struct MeetingReport {
  let tools: ArchiveTools
  let language: Language?

  /// True for what can be no place: an id of a meeting has slashes; one of a digest eight digits, or
  /// fewer with a letter among them, which no code of a place has.
  static func names(_ what: String) -> Bool {
    if what.contains("/") { return true }
    let isHex = what.utf8.allSatisfy("0123456789abcdef".utf8.contains)
    let hasLetter = what.utf8.contains { $0 >= UInt8(ascii: "a") }
    return isHex && what.utf8.count >= (hasLetter ? 4 : 8)
  }

  func content(of what: String) throws -> ReportContent {
    let (digest, origin) = try what.contains("/") ? meeting(what) : digest(what)
    return ReportContent(
      sheet: MeetingSheet.make(digest, words: tools.words, origin: origin),
      table: (ChangeTable.header, ChangeTable.rows(digest)), objects: [DigestJSON.value(digest)])
  }

  private func digest(_ prefix: String) throws -> (MeetingDigest, MeetingSheet.Origin) {
    let kept = try Lookup.only(
      try tools.archive.digests(prefix: prefix, limit: Lookup.most), "digest", prefix, Lookup.label)
    let told = try DigestRetelling(kept: kept, tools: tools).digest(in: language)
    let lookup = ValidityLookup(archive: tools.archive)
    let origin = MeetingSheet.Origin(
      isRetold: !told.isSame, supersedes: kept.supersedes, validity: try lookup.validity(of: kept),
      amendments: try lookup.amendments(of: told.digest.record))
    return (told.digest, origin)
  }

  /// A meeting by what was told of it last; one that nothing was told of yet, as it would be told now.
  private func meeting(_ prefix: String) throws -> (MeetingDigest, MeetingSheet.Origin) {
    let record = try Lookup.only(
      try tools.archive.records(prefix: prefix, limit: Lookup.most), "meeting", prefix, Lookup.label)
    let key = MeetingKey(id: record.meeting.id, provenance: record.provenance)
    if let kept = try tools.archive.told(of: key) { return try digest(kept.id) }
    let rules = try record.documents.first.flatMap { try tools.archive.document(sha256: $0.sha256)?.rules }
    let comparisons = Comparisons(archive: tools.archive, vocabulary: tools.vocabulary, rules: rules ?? "")
    let lookup = ValidityLookup(archive: tools.archive)
    let origin = MeetingSheet.Origin(
      validity: try lookup.validity(of: key), amendments: try lookup.amendments(of: record))
    return (try comparisons.digest(of: record).told(in: language ?? .chinese), origin)
  }
}
