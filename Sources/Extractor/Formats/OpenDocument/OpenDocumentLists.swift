// SPDX-License-Identifier: Apache-2.0
internal import Extraction

/// The lists of an OpenDocument text: how their levels are shown, and how far each has been counted.
///
/// As in Word's files the numbers are not in the text; unlike there, lists enclose their paragraphs.
struct OpenDocumentLists {
  private struct Level {
    var number: ListNumber
    var prefix: String
    var suffix: String
    var start: Int
    /// How many levels are shown: 2 for 1.2.
    var shown: Int
  }

  private struct Open {
    var style: String
    /// True where the next paragraph begins an item.
    var isItem = false
  }

  /// LibreOffice has ten levels.
  private static let deepest = 10

  private var styles: [String: [Int: Level]] = [:]
  private var counts: [String: [Int: Int]] = [:]
  private var open: [Open] = []

  /// Takes the styles of lists from a file of the package; there are some in content.xml, some in styles.xml.
  mutating func readStyles(_ file: [UInt8]?) throws(Refusal) {
    guard let file else { return }
    var events = try XMLEvents(file)
    var style: String?
    while let event = try events.next() {
      switch event {
      case .open("body"): return
      case .open("list-style"): style = events.attribute("style:name")
      case .close("list-style"): style = nil
      case .open("list-level-style-number"):
        if let style, let index = events.number("text:level") {
          styles[style, default: [:]][index] = Self.level(events)
        }
      default: break
      }
    }
  }

  mutating func open(_ name: String, _ events: borrowing XMLEvents) {
    switch name {
    case "list":
      let style = events.attribute("text:style-name") ?? open.last?.style ?? ""
      let goesOn =
        !open.isEmpty || events.attribute("text:continue-numbering") == "true"
        || events.attribute("text:continue-list") != nil
      if !goesOn { counts[style] = nil }
      open.append(Open(style: style))
    case "list-item" where !open.isEmpty:
      open[open.count - 1].isItem = true
      if let start = events.number("text:start-value") {
        counts[open[open.count - 1].style]?[open.count] = start - 1
      }
    case "list-header" where !open.isEmpty: open[open.count - 1].isItem = false
    default: break
    }
  }

  mutating func close(_ name: String) {
    if name == "list" { _ = open.popLast() }
    if name == "list-item", !open.isEmpty { open[open.count - 1].isItem = false }
  }

  /// The number of the item that begins with this paragraph; nil where none does.
  mutating func label() -> String? {
    guard let list = open.last, list.isItem, open.count <= Self.deepest else { return nil }
    open[open.count - 1].isItem = false
    guard let levels = styles[list.style], let level = levels[open.count], level.number != .mark else {
      return nil
    }
    var counted = counts[list.style] ?? [:]
    counted[open.count] = min((counted[open.count] ?? level.start - 1) + 1, 100_000)
    for deeper in open.count..<Self.deepest { counted[deeper + 1] = nil }
    counts[list.style] = counted
    let numbers = (max(1, open.count - level.shown + 1)...open.count).compactMap { index -> String? in
      guard let shown = levels[index], shown.number != .mark else { return nil }
      return shown.number.text(of: counted[index] ?? shown.start)
    }
    let label = level.prefix + numbers.joined(separator: ".") + level.suffix
    return label.unicodeScalars.last?.isASCII == true ? label + " " : label
  }

  private static func level(_ events: borrowing XMLEvents) -> Level {
    let format = events.attribute("style:num-format")?.unicodeScalars.first
    return Level(
      number: format.flatMap { formats[$0] } ?? (format == nil ? .mark : .arabic),
      prefix: events.attribute("style:num-prefix") ?? "", suffix: events.attribute("style:num-suffix") ?? "",
      start: min(max(events.number("text:start-value") ?? 1, 0), 100_000),
      shown: min(max(events.number("text:display-levels") ?? 1, 1), deepest))
  }

  /// By the first sign of a format: `一, 二, 三, ...`, `1`, `①, ②, ③, ...`.
  private static let formats: [Unicode.Scalar: ListNumber] = [
    "1": .arabic, "a": .lowerLetter, "A": .upperLetter, "i": .lowerRoman, "I": .upperRoman, "一": .chinese,
    "壹": .chineseLegal, "甲": .stems, "子": .branches, "①": .circled, "１": .fullWidth,
  ]
}
