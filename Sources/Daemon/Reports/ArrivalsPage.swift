// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes
internal import Pages

/// The page of arrivals from what the ledger and the outbox hold.
enum ArrivalsPage {
  static let file = "index.html"
  /// Older ones are counted.
  private static let most = 1_000

  static func bytes(_ archive: MeetingArchive, now: Int64, _ language: Language) throws(ArchiveError)
    -> [UInt8]
  {
    let lines = try archive.latestArrivals(limit: most).map { (story) throws(ArchiveError) in
      try line(story, archive)
    }
    let sheet = ArrivalsSheet.make(
      lines, total: try archive.arrivalCount(), renewed: LocalTime.text(now), in: language)
    return HTMLWriter.write(sheet)
  }

  private static func line(
    _ story: ArrivalStory, _ archive: MeetingArchive
  ) throws(ArchiveError) -> ArrivalLine {
    let file = story.arrival.file.display
    // What a retry has undone is past.
    let entries = story.outcomes.compactMap(Entry.init(bytes:)).filter {
      story.arrival.state == .rejected || $0["MINUTED_EVENT"] != "rejected"
    }
    return ArrivalLine(
      file: file, time: LocalTime.text(story.taken),
      outcomes: try entries.map { (entry) throws(ArchiveError) in
        try outcome(entry, of: file, page: page(of: entry, archive))
      },
      isContainer: story.outcomes.isEmpty && story.arrival.state == .journalled)
  }

  /// The page that tells of an entry's meeting now: another one than its own, once that was corrected.
  private static func page(of entry: Entry, _ archive: MeetingArchive) throws(ArchiveError) -> String? {
    guard let meeting = entry["MINUTED_MEETING_ID"],
      let provenance = entry["MINUTED_PROVENANCE"].flatMap(Provenance.init(rawValue:))
    else { return nil }
    return try archive.currentDigest(of: MeetingKey(id: meeting, provenance: provenance)).map(
      ReportPages.name)
  }

  private static func outcome(_ entry: Entry, of file: String, page: String?) -> ArrivalLine.Outcome {
    let first = (entry["MESSAGE"] ?? "").split(separator: "\n").first.map(String.init) ?? ""
    // The name of the file stands beside it: 重复 a.docx：与 b.docx 内容相同.
    let told = first.firstRange(of: " \(file)：").map { String(first[$0.upperBound...]) }
    return ArrivalLine.Outcome(event: entry["MINUTED_EVENT"] ?? "", story: told ?? first, page: page)
  }
}
