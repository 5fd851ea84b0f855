// SPDX-License-Identifier: Apache-2.0

/// Where a line of Chinese may break: anywhere but inside a number or word, before a closing mark, after an
/// opening one.
package enum TextPieces {
  /// What must stay together: 1500个 with its unit, “ with what follows, ） with what stands before it.
  ///
  /// Characters of `before` bind to what stands before them, of `after` to what follows.
  package static func of(_ text: String, before: String = "", after: String = "") -> [String] {
    var pieces: [String] = []
    var last: Character?
    for character in text {
      let isBound =
        last.map { binds($0, character) || before.contains(character) || after.contains($0) } ?? false
      if isBound, !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      last = character
    }
    return pieces
  }

  private static func binds(_ left: Character, _ right: Character) -> Bool {
    if "，。；：、）”》】%！？".contains(right) || "（“《【".contains(left) { return true }
    let isWord = left.isASCII && left != " "
    return isWord && (right.isASCII && right != " " || left.isNumber && !right.isASCII)
  }
}
