// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes
internal import Reading

/// Lays what people have put right over what the rules read.
///
/// Every reading goes through here on its way into the archive: of a file that arrives, of one that newer rules
/// read again, and of one that a person has just corrected.
struct Amending {
  let archive: MeetingArchive
  let amender: Amender

  /// A reading as the rules made it, with what is amended in its document.
  func amended(_ reading: DocumentReading) throws(ArchiveError) -> DocumentReading {
    try laid(over: reading).reading
  }

  /// The same, with where each figure and task of it comes from.
  func laid(
    over reading: DocumentReading
  ) throws(ArchiveError) -> (reading: DocumentReading, report: AmendedReport) {
    let kept = try archive.amendments(of: reading.document.sha256)
    let laid = amender.apply(kept.map(\.amendment), to: reading.report)
    var amended = reading
    amended.amended =
      kept.isEmpty
      ? nil
      : AmendedParts(
        report: reading.report,
        standings: zip(kept, laid.findings).map { kept, finding in
          AmendedParts.Standing(
            amendment: kept.id, part: finding.part, standing: finding.standing, found: finding.found)
        })
    amended.report = laid.report
    return (amended, laid)
  }

  /// Lets a new reading be put right like earlier reports of its meetings, and like the earlier version of its
  /// file, where it says the same, by the same edits.
  ///
  /// It would bring back what was put right. Where a new version says otherwise it counts, and that is told.
  func adopt(_ reading: DocumentReading, inPlaceOf earlier: DocumentReading?) throws(ArchiveError) {
    let sha256 = reading.document.sha256
    let known = Set(try archive.amendments(of: sha256).map(\.edit))
    let version = earlier?.document.sha256
    let kept = try archive.amendments(
      ofReportsOf: reading.report.meetings.map(\.id), besides: sha256, earlier: version)
    var reprints: [String: Reprint] = [:]
    for source in Set(kept.map(\.amendment.document)) {
      guard let amended = try archive.document(sha256: source),
        let rules = try archive.rulesReading(of: source),
        amended.document.provenance == reading.document.provenance
      else { continue }
      reprints[source] = Reprint(
        of: rules, amended: amended.report, as: reading.report, document: sha256, isVersion: source == version
      )
    }
    var edits: [(edit: Int64, amendments: [Amendment])] = []
    for item in kept where !known.contains(item.edit) {
      if edits.last?.edit != item.edit { edits.append((item.edit, [])) }
      let made = reprints[item.amendment.document]?.amendments(like: item.amendment) ?? []
      edits[edits.count - 1].amendments += made.filter { !edits[edits.count - 1].amendments.contains($0) }
    }
    for (edit, amendments) in edits { try archive.keep(amendments, of: edit) }
  }

  /// What is kept of a document, as the rules alone made it; nil where it gave no reading.
  func unamended(_ sha256: String) throws(ArchiveError) -> DocumentReading? {
    guard var reading = try archive.document(sha256: sha256) else { return nil }
    reading.report = try archive.rulesReading(of: sha256) ?? reading.report
    return reading
  }
}
