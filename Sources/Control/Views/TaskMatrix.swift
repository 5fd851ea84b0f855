// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes

/// One place's tasks × other places, with the ranks at which those have the same.
///
/// What is the same is judged as in the digests, by the words of the tasks; where only the line of work is,
/// the rank stands with 内.
struct TaskMatrix {
  let record: Record
  let others: [Record]
  private let note: String
  /// For each other place the comparison with it as baseline.
  private let comparisons: [Comparison]

  init(_ record: Record, among holding: Holding, by comparer: Comparer) {
    self.record = record
    note = holding.note
    others = holding.records.filter { $0.meeting.jurisdiction?.code != record.meeting.jurisdiction?.code }
    comparisons = others.map { comparer.compare(record.meeting, with: $0.meeting, as: .peer) }
  }

  static func listing(_ all: [TaskMatrix]) -> Listing {
    Listing(objects: all.flatMap(\.objects)) {
      Array(all.map { $0.lines(width: Terminal.width) }.joined(separator: [""]))
    }
  }

  /// Where another place has a task: its rank, as a task of its own or inside one.
  private func rank(of priority: Priority, at place: Int) -> (rank: Int, isOwn: Bool)? {
    let link = comparisons[place].priorities.first { $0.to.contains(priority.rank) && !$0.from.isEmpty }
    if let rank = link?.from.first { return (rank, true) }
    guard let topic = priority.topics.first else { return nil }
    return TopicRank(topic, in: others[place].meeting).map { ($0.rank, false) }
  }

  private func cell(_ priority: Priority, _ place: Int) -> String {
    guard let found = rank(of: priority, at: place) else { return "·" }
    return found.isOwn ? String(found.rank) : "\(found.rank)内"
  }

  private func lines(width: Int) -> [String] {
    let meeting = record.meeting
    let head =
      "\(meeting.jurisdiction?.fullName ?? "")　\(meeting.kind)　\(meeting.date?.description ?? "日期不明")　"
      + "\(meeting.priorities.count)项，与\(others.count)家对照\(note)"
    let names = others.map { $0.meeting.jurisdiction?.short ?? "不明" }
    let margin = min(max(width / 2, 24), 44)
    let cell = max(names.map { DisplayWidth.of($0) }.max() ?? 0, 4)
    let count = max(1, (width - margin - 4) / (cell + 2))
    let blocks = stride(from: 0, to: max(others.count, 1), by: count).map { start in
      block(start..<min(start + count, others.count), names, Terminal.limit == nil ? nil : margin)
    }
    return [Terminal.strong(Sanitised.text(head))] + Array(blocks.joined(separator: [""]))
      + [Terminal.faint("3：同为第3项；5内：同一领域，在第5项之内；·：未提")]
  }

  private func block(_ places: Range<Int>, _ names: [String], _ margin: Int?) -> [String] {
    let rows = record.meeting.priorities.map { priority in
      [String(priority.rank), margin.map { Digest.Columns.cut(priority.head, to: $0) } ?? priority.head]
        + places.map { cell(priority, $0) }
    }
    let counts = ["", "项数"] + places.map { String(others[$0].meeting.priorities.count) }
    let header = ["", "重点任务"] + places.map { names[$0] }
    let right = Set([0]).union(2..<max(header.count, 3))
    return Columns.text(rows + [counts], header: header, right: right).split(separator: "\n").map(String.init)
  }

  private var objects: [JSONValue] {
    record.meeting.priorities.map { priority in
      let ranks = others.indices.map { place in
        let found = rank(of: priority, at: place)
        return JSONValue.object([
          "meeting": .string(others[place].meeting.id),
          "jurisdiction": .optional(others[place].meeting.jurisdiction?.fullName),
          "rank": found.map { .integer($0.rank) } ?? .null, "own": .bool(found?.isOwn ?? false),
        ])
      }
      return .object([
        "meeting": .string(record.meeting.id), "rank": .integer(priority.rank),
        "head": .string(priority.head),
        "topics": .strings(priority.topics), "others": .array(ranks),
      ])
    }
  }
}
