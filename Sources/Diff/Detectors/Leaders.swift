// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Who took part, where the holder of a role changed; the role is compared by its last title.
///
/// Example: 分管副省长 陆承泽 → 邵令仪, and 厅长祝明川 who stayed makes no change.
enum Leaders {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    side.meeting.officials.compactMap { official in
      let title = title(official.role)
      guard let before = side.baseline.officials.first(where: { Self.title($0.role) == title }),
        before.name != official.name,
        !side.baseline.officials.contains(where: { $0.name == official.name })
      else { return nil }
      var change = Change(.leader, .leader, in: side, rule: "leaders")
      change.wordingFrom = before.name
      change.wordingTo = official.name
      change.scope = title
      change.from = evidence(before.name, in: side.baseline)
      change.to = evidence(official.name, in: side.meeting)
      return change
    }
  }

  /// The last of several titles: 省民政厅党组书记、厅长 is 厅长.
  private static func title(_ role: String) -> String {
    String(role.split(separator: "、").last ?? Substring(role))
  }

  private static func evidence(_ name: String, in meeting: Meeting) -> [Change.Evidence] {
    guard let paragraph = meeting.paragraphs.first(where: { $0.text.contains(name) }) else { return [] }
    let sentence = Sentence.all(in: paragraph).first { $0.text.contains(name) } ?? paragraph
    return [Change.Evidence(meeting: meeting.id, excerpt: sentence)]
  }
}
