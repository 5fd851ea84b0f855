// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes

/// What was said in other words: each pair of heads as one line, the words that went struck out, those that
/// came underlined.
struct MeetingWording {
  let digest: MeetingDigest

  /// By rank, each under the number of its task.
  var rows: [Block.Row] {
    let changes = digest.changes.filter {
      $0.kind == .reworded && $0.subject == .priority && ($0.relation == .previous || $0.relation == .chosen)
    }
    return changes.sorted { rank($0) < rank($1) }.compactMap { change in
      guard let from = change.wordingFrom, let to = change.wordingTo, from != to else { return nil }
      return Block.Row(String(rank(change)), [Self.line(from, to)])
    }
  }

  private func rank(_ change: Change) -> Int { change.to.first?.rank ?? 0 }

  /// 提升→优化基本养老服务供给 with marks instead of an arrow.
  static func line(_ from: String, _ to: String) -> [Inline] {
    WordingSegment.all(from: from, to: to).map { segment in
      switch segment.side {
      case .both: .text(segment.text)
      case .from: .deleted(segment.text)
      case .to: .inserted(segment.text)
      }
    }
  }
}
