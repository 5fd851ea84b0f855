// SPDX-License-Identifier: Apache-2.0

/// A block of a digest: a head with its counts, and rows under it.
struct Section: Sendable, Hashable {
  /// One row: a label and what stands under it.
  struct Row: Sendable, Hashable {
    var label: String
    var items: [String]
    /// Which row goes first when the digest is too long: the lowest.
    var keep: Int
    /// True where each item begins a line of its own.
    var apart = false
  }

  var head: String
  var rows: [Row]

  init(_ head: String, _ rows: [Row] = []) {
    self.head = head
    self.rows = rows.filter { !$0.items.isEmpty }
  }

  /// The lines of the block; rows are indented by their label's column.
  func lines(width: Int) -> [String] {
    // A long head breaks under its own text, like the rows.
    let head = Columns.filled(Self.pieces(head), width: width - 2)
    return head.enumerated().map { ($0.offset == 0 ? "" : "  ") + $0.element }
      + rows.flatMap { $0.lines(width: width) }
  }

  /// A long line may break after these marks.
  static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      piece.append(character)
      if "；，。｜、".contains(character) {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

extension Section.Row {
  private static let labelWidth = 6

  func lines(width: Int) -> [String] {
    let indent = label.isEmpty ? 2 : 3 + Self.labelWidth
    let body =
      apart
      ? items.flatMap { Columns.filled([$0], width: width - indent) }
      : Columns.filled(joined, width: width - indent)
    let margin = String(repeating: " ", count: indent)
    let first = label.isEmpty ? margin : "  " + Columns.padded(label, to: Self.labelWidth) + " "
    return body.enumerated().map { ($0.offset == 0 ? first : margin) + $0.element }
  }

  private var joined: [String] {
    items.enumerated().map { $0.offset + 1 < items.count ? $0.element + "；" : $0.element }
  }
}
