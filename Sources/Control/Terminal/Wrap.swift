// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Pages

/// Chinese text broken into lines: anywhere but inside a number or word, and never before a closing mark.
enum Wrap {
  /// The lines of a text, each at most `width` columns wide where that can be.
  static func lines(_ text: String, width: Int) -> [String] {
    let (start, end) = Terminal.marks
    return Digest.Columns.filled(TextPieces.of(text, before: end, after: start), width: max(width, 10))
  }

  /// A head at the left and the lines of a text beside it, which begin at column `margin`.
  static func hanging(_ head: String, _ text: String, margin: Int, width: Int) -> [String] {
    lines(text, width: width - margin).enumerated().map { place, line in
      Digest.Columns.padded(place == 0 ? head : "", to: margin) + line
    }
  }

  /// A text of several lines, each broken where it is too long and going on where it began.
  static func text(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard Digest.Columns.width(line) > width else { return [String(line)] }
      let margin = line.prefix { $0 == " " }.count
      return hanging("", String(line.dropFirst(margin)), margin: margin, width: width)
    }.joined(separator: "\n")
  }
}
