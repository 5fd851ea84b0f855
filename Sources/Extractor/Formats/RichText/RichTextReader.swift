// SPDX-License-Identifier: Apache-2.0
internal import Extraction

/// The state of a document in RTF, token by token: which group is open, which charset holds, which paragraph
/// and row grow.
struct RichTextReader {
  /// No editor nests groups deeper.
  private static let deepest = 2_000

  private var groups = [RichTextGroup()]
  private var fonts = RichTextFonts()
  private var paragraph = RichTextParagraph()
  private var rows = RowText()
  private var contents = RichTextContents()
  private var isInTable = false
  /// True until the first word of a group, which says what the group is.
  private var isBegun = false
  private var isStarred = false
  /// How many bytes are still to come that stand in for a `\u`.
  private var standIns = 0
  /// True until a paragraph had text.
  private(set) var isEmpty = true

  private var group: RichTextGroup {
    get { groups[groups.count - 1] }
    set { groups[groups.count - 1] = newValue }
  }

  mutating func read(_ token: RichTextToken, into writer: inout FrameWriter) throws(Refusal) {
    switch token {
    case .open:
      guard groups.count < Self.deepest else { throw Refusal(.damaged, "groups") }
      groups.append(group)
      (isBegun, isStarred, standIns) = (true, false, 0)
    case .close:
      if groups.count > 1 { groups.removeLast() }
      (isBegun, standIns) = (false, 0)
    case .sign(UInt8(ascii: "*")): isStarred = isBegun
    case .sign(let sign): if let text = Self.signs[sign] { add(text) }
    case .byte(let byte): add(byte)
    case .word(let word, let number):
      let isFirst = isBegun
      isBegun = false
      if isFirst, begin(word) { return }
      if group.destination != .none { read(word, number, into: &writer) }
    }
  }

  /// Ends what the document left open.
  mutating func finish(into writer: inout FrameWriter) {
    endParagraph(into: &writer)
    endRow(into: &writer)
  }

  /// Settles what a group is by its first word; true where that is all the word says.
  private mutating func begin(_ word: String) -> Bool {
    if word == "fonttbl" {
      group.destination = .fonts
    } else if word == "stylesheet" {
      group.destination = .styles
    } else if word == "listtext" || word == "pntext" {
      group.destination = .mark
    } else if RichTextGroup.without.contains(word) || isStarred && !RichTextGroup.starred.contains(word) {
      group.destination = .none
    } else {
      return false
    }
    return true
  }

  private mutating func read(_ word: String, _ number: Int?, into writer: inout FrameWriter) {
    switch word {
    case "ansicpg": fonts.document = RichTextCharset(codePage: number ?? 0)
    case "deff": fonts.first = number ?? 0
    case "fcharset": fonts.set(number ?? 0)
    case "f": useFont(number ?? 0)
    case "af": if let wide = fonts.charset(of: number ?? 0) { group.wideCharset = wide }
    case "plain": (group.isHidden, group.isDeleted) = (false, false); useFont(fonts.first)
    case "v": group.isHidden = number != 0
    case "deleted": group.isDeleted = number != 0
    case "uc": group.stand = min(max(number ?? 1, 0), 8)
    case "u": addUnicode(number ?? 0)
    case "s": contents.use(number ?? 0, defining: group.destination == .styles)
    case "pard":
      isInTable = false
      contents.use(0, defining: false)
    case "intbl": isInTable = true
    case "par", "line", "sect", "page", "column", "nestcell": endParagraph(into: &writer)
    case "cell":
      isInTable = true
      endParagraph(into: &writer)
      rows.endCell()
    case "row": endRow(into: &writer)
    case "tab": if group.destination != .mark { add("\t") }
    default: if let text = Self.words[word] { add(text) }
    }
  }

  private mutating func useFont(_ font: Int) {
    if group.destination == .fonts { return fonts.open(font) }
    group.charset = fonts.charset(of: font)
    group.isSymbol = fonts.isSymbol(font)
  }

  private var isText: Bool {
    switch group.destination {
    case .text, .mark: !group.isHidden && !group.isDeleted
    case .fonts, .styles, .none: false
    }
  }

  private mutating func add(_ byte: UInt8) {
    isBegun = false
    if standIns > 0 {
      standIns -= 1
    } else if group.destination == .styles {
      contents.add(byte)
    } else if isText, !group.isSymbol {
      paragraph.add(byte, in: group.charset ?? group.wideCharset ?? fonts.fallback)
    }
  }

  private mutating func add(_ text: String) { if isText { paragraph.add(text) } }

  /// Numbers beyond 32,767 are written as negative ones, characters beyond the first plane as two numbers.
  private mutating func addUnicode(_ number: Int) {
    standIns = group.stand
    let unit = UInt16(truncatingIfNeeded: number)
    // Symbol fonts have their bullets here.
    if isText, !(0xF000...0xF0FF).contains(unit) { paragraph.add(unit) }
  }

  private mutating func endParagraph(into writer: inout FrameWriter) {
    let text = paragraph.end()
    guard text.contains(where: { $0 > 0x20 }), !contents.isOpen else { return }
    isEmpty = false
    if isInTable { return rows.add(text) }
    endRow(into: &writer)
    writer.block(text)
  }

  private mutating func endRow(into writer: inout FrameWriter) {
    for block in rows.end() { writer.block(block) }
  }

  private static let signs: [UInt8: String] = [UInt8(ascii: "~"): " ", UInt8(ascii: "_"): "-"]
  private static let words = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": "\u{3000}", "enspace": " ", "qmspace": " ",
  ]
}
