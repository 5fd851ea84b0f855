// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Pages

/// The page of arrivals from what the ledger and the outbox hold.
enum ArrivalsPage {
  static let file = "index.html"
  /// Older ones are counted.
  private static let most = 1_000

  static func bytes(_ archive: MeetingArchive, now: Int64, _ language: Language) throws(ArchiveError)
    -> [UInt8]
  {
    let lines = try archive.latestArrivals(limit: most).map(line)
    let sheet = ArrivalsSheet.make(
      lines, total: try archive.arrivalCount(), renewed: LocalTime.text(now), in: language)
    return HTMLWriter.write(sheet)
  }

  private static func line(_ story: ArrivalStory) -> ArrivalLine {
    ArrivalLine(
      file: story.arrival.file.display, time: LocalTime.text(story.taken),
      outcomes: story.outcomes.compactMap(Entry.init(bytes:)).map {
        outcome($0, of: story.arrival.file.display)
      },
      isContainer: story.outcomes.isEmpty && story.arrival.state == .journalled)
  }

  private static func outcome(_ entry: Entry, of file: String) -> ArrivalLine.Outcome {
    let first = (entry["MESSAGE"] ?? "").split(separator: "\n").first.map(String.init) ?? ""
    // The name of the file stands beside it: 重复 a.docx：与 b.docx 内容相同.
    let told = first.firstRange(of: " \(file)：").map { String(first[$0.upperBound...]) }
    let page = entry["MINUTED_REPORT"]?.split(separator: "/").last.map(String.init)
    return ArrivalLine.Outcome(event: entry["MINUTED_EVENT"] ?? "", story: told ?? first, page: page)
  }
}
