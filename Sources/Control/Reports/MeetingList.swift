// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes
internal import Pages

/// The meetings that a page rests on, at its end: a reader finds the digest of each by its id.
struct MeetingList {
  /// A meeting and the digest that was told of it last; nil where nothing was told.
  private let rows: [(meeting: Meeting, digest: String?, standing: MeetingStanding)]

  init(records: [Record], _ tools: ArchiveTools) throws {
    rows = try records.map { record in
      let key = MeetingKey(id: record.meeting.id, provenance: record.provenance)
      return (
        record.meeting, try tools.archive.told(of: key)?.id, try MeetingStanding(record, tools.validity)
      )
    }
  }

  var section: Sheet.Section {
    let cells = rows.map { meeting, digest, standing -> [[Inline]] in
      let place = [meeting.jurisdiction?.fullName, meeting.kind].compactMap(\.self).joined(separator: " ")
      return [
        .text(place), .text(meeting.date?.description ?? "日期不明"),
        .text(((digest.map { [String($0.prefix(8))] } ?? []) + standing.notes).joined(separator: "　")),
      ]
    }
    return Sheet.Section(
      "meetings", "所据会议",
      [.table(SheetTable(caption: "各次会议的摘要号", header: ["会议", "日期", "摘要"], rows: cells, shape: .cards))])
  }
}
