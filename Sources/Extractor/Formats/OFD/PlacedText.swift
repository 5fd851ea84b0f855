// SPDX-License-Identifier: Apache-2.0
internal import Extraction

/// A piece of text and where its baseline begins and its box ends on the page, from the top left.
struct PlacedText: Equatable {
  var x: Double
  var y: Double
  var end: Double
  /// The height of the letters.
  var size: Double
  var text: [UInt8] = []

  /// The lines of a page from top to bottom, each from left to right, with spaces for where it begins and for
  /// its gaps.
  ///
  /// Files keep pieces in the order in which they were typeset, which need not be that of reading. Pieces are
  /// of one line where their baselines differ by less than half a letter.
  static func lines(_ pieces: [PlacedText]) -> [String] {
    let numbered = pieces.enumerated().filter { piece in piece.element.text.contains { $0 > 0x20 } }
    let left = numbered.map(\.element.x).min() ?? 0
    let sorted = numbered.sorted {
      ($0.element.y, $0.element.x, $0.offset) < ($1.element.y, $1.element.x, $1.offset)
    }
    var lines: [[PlacedText]] = []
    for (_, piece) in sorted {
      if let line = lines.last?.first, piece.y - line.y < max(line.size, piece.size) / 2 {
        lines[lines.count - 1].append(piece)
      } else {
        lines.append([piece])
      }
    }
    return lines.map { line in text(of: line.sorted { $0.x < $1.x }, from: left) }
  }

  private static func text(of line: [PlacedText], from left: Double) -> String {
    var text: [UInt8] = []
    var end = left
    for piece in line {
      text += Array(repeating: 0x20, count: columns(piece.x - end, piece.size))
      text += piece.text
      end = max(end, piece.end)
    }
    return FrameReader.text(text)
  }

  /// How many spaces are as wide as a gap; half a letter each. A page has room for no more than 200.
  private static func columns(_ gap: Double, _ size: Double) -> Int {
    size > 0 ? Int(min(max(gap / size * 2, 0), 200)) : 0
  }
}
