// SPDX-License-Identifier: Apache-2.0

internal import Diff

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
    /// What became of the things in it, where they are all of one kind.
    var kind: Change.Kind?
  }

  var head: String
  var rows: [Row]

  init(_ head: String, _ rows: [Row] = []) {
    self.head = head
    self.rows = rows.filter { !$0.items.isEmpty }
  }

  /// The lines of the block; rows are indented by their label's column.
  func lines(width: Int, _ voice: Voice) -> [String] {
    // A long head breaks under its own text, like the rows.
    let head = Columns.filled(Self.pieces(head, voice), width: width - 2)
    return head.enumerated().map { ($0.offset == 0 ? "" : "  ") + $0.element.trimmed }
      + rows.flatMap { $0.lines(width: width, voice) }
  }

  /// A long line may break after these marks, in English after a space.
  static func pieces(_ text: String, _ voice: Voice) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      piece.append(character)
      if voice.language == .chinese ? "；，。｜、".contains(character) : character == " " {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

extension Section.Row {
  func lines(width: Int, _ voice: Voice) -> [String] {
    // Three Chinese characters, or the longest English label.
    let labelWidth = voice.language == .chinese ? 6 : 8
    let indent = label.isEmpty ? 2 : 3 + labelWidth
    let body =
      apart
      ? items.flatMap { Columns.filled(whole($0, voice), width: width - indent) }
      : Columns.filled(joined(voice), width: width - indent)
    let margin = String(repeating: " ", count: indent)
    let first = label.isEmpty ? margin : "  " + Columns.padded(label, to: labelWidth) + " "
    return body.enumerated().map { ($0.offset == 0 ? first : margin) + $0.element.trimmed }
  }

  /// Chinese may break anywhere, English only between words.
  private func whole(_ item: String, _ voice: Voice) -> [String] {
    voice.language == .chinese ? [item] : Section.pieces(item, voice)
  }

  private func joined(_ voice: Voice) -> [String] {
    let items = items.enumerated().map { place, item in
      place + 1 < self.items.count ? item + voice(.semicolon) : item
    }
    return voice.language == .chinese ? items : items.flatMap { Section.pieces($0, voice) }
  }
}
