// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// Chinese text broken into lines: anywhere but inside a number or word, and never before a closing mark.
enum Wrap {
  /// The lines of a text, each at most `width` columns wide where that can be.
  static func lines(_ text: String, width: Int) -> [String] {
    Digest.Columns.filled(pieces(text), width: max(width, 10))
  }

  /// A head at the left and the lines of a text beside it, which begin at column `margin`.
  static func hanging(_ head: String, _ text: String, margin: Int, width: Int) -> [String] {
    lines(text, width: width - margin).enumerated().map { place, line in
      Digest.Columns.padded(place == 0 ? head : "", to: margin) + line
    }
  }

  /// What must stay together: 1500个 with its unit, “ with what follows, ） with what stands before it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var last: Character?
    for character in text {
      if let last, isBound(last, character), !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      last = character
    }
    return pieces
  }

  private static func isBound(_ left: Character, _ right: Character) -> Bool {
    if "，。；：、）”》】%！？".contains(right) || right == Character(Terminal.marks.end) { return true }
    if "（“《【".contains(left) || left == Character(Terminal.marks.start) { return true }
    let isWord = (left.isASCII && left != " ")
    return isWord && (right.isASCII && right != " " || left.isNumber && !right.isASCII)
  }
}
