// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Minutes

/// Places × lines of work, with ranks.
struct TopicMatrix {
  let holding: Holding
  let topics: [TopicNames.Name]

  init(_ holding: Holding, _ names: TopicNames) {
    self.holding = holding
    topics = names.names(of: Set(holding.records.flatMap { $0.meeting.priorities.flatMap(\.topics) }))
  }

  static func listing(_ all: [TopicMatrix]) -> Listing {
    Listing(objects: all.flatMap(\.objects)) {
      Array(all.map { $0.lines(width: Terminal.width) }.joined(separator: [""]))
    }
  }

  private func lines(width: Int) -> [String] {
    guard let meeting = holding.records.first?.meeting else { return [] }
    let year = meeting.planYear.map { "\($0)年" } ?? ""
    let head = "\(year)\(meeting.sector ?? "")\(meeting.category)　\(holding.records.count)次会议\(holding.note)"
    let names = holding.records.map { Self.name($0) }
    let margin = names.map { DisplayWidth.of($0) }.max() ?? 0
    let cell = 4
    // Where not all columns fit, the table goes on below with the others.
    let count = max(1, (width - margin - 6) / (cell + 2))
    let blocks = stride(from: 0, to: max(topics.count, 1), by: count).map { start in
      block(Array(topics[start..<min(start + count, topics.count)]), names)
    }
    return [Terminal.strong(Sanitised.text(head))] + Array(blocks.joined(separator: [""]))
      + [Terminal.faint("3：第3项；5内：在第5项之内；·：未提")]
  }

  private func block(_ topics: [TopicNames.Name], _ names: [String]) -> [String] {
    let rows = zip(holding.records, names).map { record, name in
      [name, String(record.meeting.priorities.count)]
        + topics.map { TopicRank($0.topic, in: record.meeting)?.text ?? "·" }
    }
    let header = ["辖区", "项数"] + topics.map(\.short)
    return Columns.text(rows, header: header, right: Set(1..<header.count)).split(separator: "\n").map(
      String.init)
  }

  /// The place; of a county with what it belongs to, since many share a name.
  static func name(_ record: Record) -> String {
    let place = record.meeting.jurisdiction
    return (place?.level == .county ? place?.fullName : place?.name) ?? "辖区不明"
  }

  var objects: [JSONValue] {
    holding.records.map { record in
      let ranks = topics.compactMap { topic in
        TopicRank(topic.topic, in: record.meeting).map { rank in
          JSONValue.object([
            "topic": .string(topic.topic), "name": .string(topic.name), "rank": .integer(rank.rank),
            "own": .bool(rank.isOwn),
          ])
        }
      }
      return .object([
        "meeting": .string(record.meeting.id),
        "jurisdiction": .optional(record.meeting.jurisdiction?.fullName),
        "division": .optional(record.meeting.jurisdiction?.code),
        "level": .optional(record.meeting.jurisdiction?.level.rawValue),
        "priorities": .integer(record.meeting.priorities.count), "topics": .array(ranks),
        "provenance": .string(record.provenance.rawValue),
      ])
    }
  }
}
