// SPDX-License-Identifier: Apache-2.0
internal import Extraction

/// The lists of a Word document, and how far each has been counted (word/numbering.xml).
///
/// Word keeps no numbers in the text: `一、加强党的建设` is a paragraph 加强党的建设 of a list whose first level is
/// shown as `%1、` in Chinese. Without this the heads of most official documents would lose their ordinals.
struct WordNumbering {
  private struct Level {
    var start = 1
    var number = ListNumber.arabic
    /// Such as `（%1）`; %1 is the first level's number.
    var text = ""
    /// All numbers in Arabic figures, as 1.2 below 第一章.
    var isLegal = false
    var hasSpace = true
  }

  /// A list as paragraphs name it: a pattern, and where it differs from it.
  private struct List {
    var pattern = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  /// Word has nine levels.
  private static let levels = 0..<9

  private var patterns: [String: [Int: Level]] = [:]
  /// Which level of a pattern belongs to a style.
  private var styleLevels: [String: [String: Int]] = [:]
  private var lists: [String: List] = [:]
  private var counts: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  /// No file, no lists.
  init(_ file: [UInt8]?) throws(Refusal) {
    guard let file else { return }
    var events = try XMLEvents(file)
    while let event = try events.next() {
      switch event {
      case .open("abstractNum"):
        let id = events.attribute("w:abstractNumId") ?? ""
        try readPattern(id, &events)
      case .open("num"):
        let id = events.attribute("w:numId") ?? ""
        lists[id] = try Self.list(&events)
      default: break
      }
    }
  }

  /// The next number of a list, as the paragraph shows it; nil where it shows none. `level` is asked only of
  /// paragraphs whose style does not say it.
  mutating func label(list id: String, level: Int?, style: String?) -> String? {
    guard let list = lists[id] else { return nil }
    let level = level ?? style.flatMap { styleLevels[list.pattern]?[$0] } ?? 0
    let levels = (patterns[list.pattern] ?? [:]).merging(list.levels) { _, own in own }
    guard Self.levels.contains(level), let shown = levels[level] else { return nil }
    var counted = counts[list.pattern] ?? [:]
    if begun.insert("\(id)/\(level)").inserted, let start = list.starts[level] { counted[level] = start - 1 }
    counted[level] = min((counted[level] ?? shown.start - 1) + 1, 100_000)
    for deeper in Self.levels where deeper > level { counted[deeper] = nil }
    counts[list.pattern] = counted
    let label = Self.text(of: shown, levels, counted)
    guard let last = label.unicodeScalars.last else { return nil }
    // 1. before 2024年 would be a number of its own.
    return last.isASCII && shown.hasSpace ? label + " " : label
  }

  private static func text(of level: Level, _ levels: [Int: Level], _ counted: [Int: Int]) -> String {
    guard level.number != .mark else { return "" }
    var text = level.text
    for (index, other) in levels where text.contains("%\(index + 1)") {
      let number = level.isLegal ? ListNumber.arabic : other.number
      text = text.replacing("%\(index + 1)", with: number.text(of: counted[index] ?? other.start))
    }
    return text
  }

  private mutating func readPattern(_ id: String, _ events: inout XMLEvents) throws(Refusal) {
    while let event = try events.next(), event != .close("abstractNum") {
      guard event == .open("lvl"), let index = events.number("w:ilvl") else { continue }
      let settings = try events.settings()
      patterns[id, default: [:]][index] = Self.level(settings)
      if let style = settings["pStyle"] { styleLevels[id, default: [:]][style] = index }
    }
  }

  private static func list(_ events: inout XMLEvents) throws(Refusal) -> List {
    var list = List()
    var index = 0
    while let event = try events.next(), event != .close("num") {
      switch event {
      case .open("abstractNumId"): list.pattern = events.attribute("w:val") ?? ""
      case .open("lvlOverride"): index = events.number("w:ilvl") ?? 0
      case .open("startOverride"): list.starts[index] = events.number("w:val")
      case .open("lvl"): list.levels[index] = level(try events.settings())
      default: break
      }
    }
    return list
  }

  private static func level(_ settings: [String: String]) -> Level {
    Level(
      start: min(max(settings["start"].flatMap { Int($0) } ?? 1, 0), 100_000),
      number: formats[settings["numFmt"] ?? "decimal"] ?? .arabic, text: settings["lvlText"] ?? "",
      isLegal: settings["isLgl"].map { !["0", "false"].contains($0) } ?? false,
      hasSpace: settings["suff"] != "nothing")
  }

  private static let formats: [String: ListNumber] = [
    "decimal": .arabic, "decimalZero": .padded, "decimalFullWidth": .fullWidth,
    "decimalFullWidth2": .fullWidth,
    "upperLetter": .upperLetter, "lowerLetter": .lowerLetter, "upperRoman": .upperRoman,
    "lowerRoman": .lowerRoman, "chineseCounting": .chinese, "chineseCountingThousand": .chinese,
    "japaneseCounting": .chinese, "taiwaneseCounting": .chinese, "taiwaneseCountingThousand": .chinese,
    "ideographDigital": .chineseDigits, "taiwaneseDigital": .chineseDigits,
    "japaneseDigitalTenThousand": .chineseDigits,
    "chineseLegalSimplified": .chineseLegal, "ideographLegalTraditional": .chineseLegal,
    "ideographTraditional": .stems, "ideographZodiac": .branches, "decimalEnclosedCircle": .circled,
    "decimalEnclosedCircleChinese": .circled, "decimalEnclosedParen": .bracketed,
    "decimalEnclosedFullstop": .dotted, "bullet": .mark, "none": .mark,
  ]
}
