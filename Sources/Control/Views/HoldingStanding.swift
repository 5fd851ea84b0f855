// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Digest
internal import Minutes

/// What is to be known of the meetings of a series before they are quoted: digests that are withdrawn, and
/// what people have put right in the reports.
struct HoldingStanding {
  private let standings: [(meeting: Meeting, standing: MeetingStanding)]

  init(_ holding: Holding, _ lookup: ValidityLookup) throws {
    standings = try holding.records.map { ($0.meeting, try MeetingStanding($0, lookup)) }
  }

  /// What was put right in one figure of a meeting.
  func amendments(of figure: Figure, in meeting: String) -> [SignedAmendment] {
    let all = standings.filter { $0.meeting.id == meeting }.flatMap(\.standing.amendments)
    return all.filter { $0.isAbout(figure, among: all) }
  }

  /// A line each, with the day of the meeting; without what was put right where the table has that beside
  /// each value.
  func lines(withAmendments: Bool = true) -> [String] {
    standings.flatMap { meeting, standing -> [String] in
      let date = meeting.date?.description ?? "日期不明"
      let amended = withAmendments ? standing.amendments.map { $0.told(in: .naming) } : []
      return ([standing.validity.note(in: .chinese)].compactMap(\.self) + amended).map {
        Sanitised.text("\(date)会议：\($0)")
      }
    }
  }

  /// Each thing that was put right, with the id of its meeting.
  var values: JSONValue {
    .array(
      standings.flatMap { meeting, standing in
        standing.amendments.map { .object($0.members.with(["meeting": .string(meeting.id)])) }
      })
  }

  /// How what was told of a meeting stands.
  func validity(of meeting: String) -> JSONValue {
    (standings.first { $0.meeting.id == meeting }?.standing.validity ?? .inForce).value
  }
}
