// SPDX-License-Identifier: Apache-2.0

/// The difference of two wordings, in stretches a reader can follow.
///
/// Character by character (longest common subsequence), but a quoted name “…” or 《…》 is one piece and so is a
/// number: “瀚海众扶” is never half replaced. A common stretch of one character between two changes joins them,
/// since 的 in common says nothing.
enum Wording {
  /// The stretches from the earlier to the later wording; empty where both are equal.
  static func segments(from: String, to: String) -> [WordingSegment] {
    if from == to { return [] }
    let (a, b) = (pieces(from), pieces(to))
    guard a.count * b.count <= 1_000_000 else {
      return [WordingSegment(side: .from, text: from), WordingSegment(side: .to, text: to)]
    }
    return smoothed(raw(a, b))
  }

  private static func raw(_ a: [Substring], _ b: [Substring]) -> [WordingSegment] {
    var common = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var segments: [WordingSegment] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        append(.both, a[i], to: &segments)
        (i, j) = (i + 1, j + 1)
      } else if j == b.count || (i < a.count && common[i + 1][j] >= common[i][j + 1]) {
        append(.from, a[i], to: &segments)
        i += 1
      } else {
        append(.to, b[j], to: &segments)
        j += 1
      }
    }
    return segments
  }

  private static func append(
    _ side: WordingSegment.Side, _ text: Substring, to segments: inout [WordingSegment]
  ) {
    if segments.last?.side == side {
      segments[segments.count - 1].text += text
    } else {
      segments.append(WordingSegment(side: side, text: String(text)))
    }
  }

  /// Gathers the changes between two common stretches into one loss and one gain.
  private static func smoothed(_ raw: [WordingSegment]) -> [WordingSegment] {
    var segments: [WordingSegment] = []
    var (lost, gained) = ("", "")
    func flush() {
      if !lost.isEmpty { segments.append(WordingSegment(side: .from, text: lost)) }
      if !gained.isEmpty { segments.append(WordingSegment(side: .to, text: gained)) }
      (lost, gained) = ("", "")
    }
    for (place, segment) in raw.enumerated() {
      switch segment.side {
      case .from: lost += segment.text
      case .to: gained += segment.text
      case .both where segment.text.count == 1 && place > 0 && place + 1 < raw.count:
        lost += segment.text
        gained += segment.text
      case .both:
        flush()
        segments.append(segment)
      }
    }
    flush()
    return segments
  }

  /// Characters, but names in quotes and runs of digits as one piece.
  private static func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let first = text[start]
      var end = text.index(after: start)
      if let closing = first == "“" ? "”" : first == "《" ? "》" : nil,
        let close = text[end...].firstIndex(of: Character(closing))
      {
        end = text.index(after: close)
      } else if first.isNumber {
        while end < text.endIndex, text[end].isNumber || text[end] == "." || text[end] == "%" {
          end = text.index(after: end)
        }
      }
      pieces.append(text[start..<end])
      start = end
    }
    return pieces
  }
}
