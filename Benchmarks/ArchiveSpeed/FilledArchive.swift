// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Foundation
internal import GRDB
internal import Minutes

/// An archive with a number of meetings, of at most 3,000 places.
///
/// What a digest reads (a place's series, its province, the places beside it) is kept whole, as the daemon
/// does. All others are rows of table meetings alone, under which they are chosen or passed over: a million
/// whole reports would fill 100 GB.
final class FilledArchive {
  /// The place and year whose digest is made.
  static let place = 101
  static let year = 2024
  static let years = 11

  private(set) var archive: MeetingArchive
  private let folder: URL
  private let path: String
  private let isKept: Bool

  /// Fills an archive in a temporary folder, or in one that stays.
  init(meetings count: Int, keptIn place: String? = nil) throws {
    isKept = place != nil
    folder =
      place.map { URL(filePath: $0) }
      ?? FileManager.default.temporaryDirectory.appending(path: "minuted-archive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "archive.sqlite").path
    archive = try MeetingArchive(path: path)
    try keepWhole()
    try Self.fill(path, count)
  }

  deinit {
    if isKept { return }
    try? FileManager.default.removeItem(at: folder)
  }

  /// The archive opened anew, with no reading at hand.
  func reopened() throws -> MeetingArchive { try MeetingArchive(path: path) }

  private func keepWhole() throws {
    var meetings = (1..<Self.years).map { SampleReports.meeting(Self.place, Self.year - $0) }
    meetings.append(SampleReports.meeting(100, Self.year))
    meetings += (102..<199).filter { $0 % 5 < 1 }.map { SampleReports.meeting($0, Self.year) }
    for meeting in meetings {
      let document = Document(name: meeting.id, sha256: meeting.id)
      let file = ArrivedFile(
        name: Array(meeting.id.utf8), display: meeting.id, sha256: meeting.id, size: 1, mtime: 1, ctime: 1,
        handle: [])
      let arrival = try archive.take([file], boot: "", now: 0)[0].id
      let reading = DocumentReading(
        document: document, format: "text", charset: "UTF-8", rules: "1", report: Report(meetings: [meeting]))
      try archive.settle(Outcome(arrival: arrival, reading: reading, entries: []), boot: "")
    }
  }

  /// Adds rows for places × sectors × years until there are `count`.
  private static func fill(_ path: String, _ count: Int) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      let insert = try db.makeStatement(
        sql: """
          INSERT OR IGNORE INTO meetings (meeting_id, provenance, title, division, name, parent, level, sector, kind,
            category, series, date, date_key, plan_year, tasks, reading)
          VALUES (?, 'report', ?, ?, ?, ?, ?, ?, ?, '工作会议', ?, ?, ?, ?, 10, 1)
          """)
      let sectors = ["教育", "卫生健康", "民政"] + (4..<12).map { "领域\($0)" }
      var left = count
      for sector in sectors {
        for back in 0..<40 {
          for place in 0..<min(3_000, max(count / 33, 30)) {
            // The place itself and those beside it that are whole stay as they are.
            guard left > 0 else { return }
            if sector == "民政", place / 100 == FilledArchive.place / 100 { continue }
            let division = SampleReports.division(place)
            let year = FilledArchive.year - back
            let date = MeetingDate(year: year, month: 1 + place % 5, day: 1 + place % 28)
            let key = date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0)
            let id = "\(division.code)/\(sector)工作会议/\(date)"
            try insert.execute(arguments: [
              id, id, division.code, division.fullName, division.parent, division.level.rawValue, sector,
              sector + "工作会议", "\(division.code)/\(sector)/工作会议", date.description, key, year,
            ])
            left -= 1
          }
        }
      }
    }
  }
}
