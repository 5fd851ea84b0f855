// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest

/// What is printed of documents that other rules read otherwise: a file, and below it a line for each thing.
enum RereadListing {
  /// Those on the way between two rules; or, where none are named, which rules followed which.
  static func make(_ rules: RulesRange, _ archive: MeetingArchive) throws -> Listing {
    guard !rules.isEmpty else { return try make(archive.rereadRules()) }
    var found: [KeptRereading] = []
    try archive.eachRereading(from: rules.earlier, to: rules.later) { found.append($0) }
    return make(found)
  }

  static func make(_ found: [KeptRereading]) -> Listing {
    let differences = found.map { ReadingDifference(bytes: $0.changes)?.items ?? [] }
    let objects = zip(found, differences).map(value)
    return Listing(objects: objects) {
      [Terminal.strong(summary(differences))] + zip(found, differences).flatMap(lines)
    }
  }

  private static func make(_ known: [(earlier: String, later: String, documents: Int)]) -> Listing {
    let objects = known.map { rules in
      JSONValue.object([
        "earlier": .string(rules.earlier), "later": .string(rules.later),
        "documents": .integer(rules.documents),
      ])
    }
    return Listing(objects: objects) { known.map { "\($0.earlier)..\($0.later)　\($0.documents)份读法不同" } }
  }

  /// 12份读法不同：任务 +3 −1 改2，数据 +5 −2 改4.
  private static func summary(_ differences: [[ReadingDifference.Item]]) -> String {
    let items = differences.flatMap(\.self)
    let parts = ReadingDifference.Item.Subject.allCases.compactMap { subject -> String? in
      let own = items.filter { $0.subject == subject }
      if own.isEmpty { return nil }
      let counts = [
        ("+", own.count { $0.from == nil }), ("−", own.count { $0.to == nil }),
        ("改", own.count { $0.from != nil && $0.to != nil }),
      ]
      return name(subject) + counts.filter { $0.1 > 0 }.map { " \($0.0)\($0.1)" }.joined()
    }
    return "\(differences.count)份读法不同" + (parts.isEmpty ? "" : "：" + parts.joined(separator: "，"))
  }

  private static func lines(_ rereading: KeptRereading, _ items: [ReadingDifference.Item]) -> [String] {
    [Terminal.strong(Sanitised.text(rereading.name))]
      + items.map { item in
        let words =
          switch (item.from, item.to) {
          case (let from?, let to?): "\(from) → \(to)"
          case (nil, let to?): "+ \(to)"
          case (let from?, nil): "− \(from)"
          case (nil, nil): ""
          }
        return "  \(name(item.subject)) \(Sanitised.text(words))"
      }
  }

  private static func value(_ rereading: KeptRereading, _ items: [ReadingDifference.Item]) -> JSONValue {
    .object([
      "file": .string(rereading.name), "sha256": .string(rereading.sha256),
      "earlier": .string(rereading.earlier), "later": .string(rereading.later),
      "changes": .array(
        items.map { item in
          .object([
            "meeting": .string(item.meeting), "subject": .string(item.subject.rawValue),
            "from": .optional(item.from), "to": .optional(item.to),
          ])
        }),
    ])
  }

  private static func name(_ subject: ReadingDifference.Item.Subject) -> String {
    switch subject {
    case .meeting: "会议"
    case .title: "标题"
    case .place: "辖区"
    case .date: "日期"
    case .kind: "类别"
    case .sector: "领域"
    case .task: "任务"
    case .figure: "数据"
    }
  }
}
