// SPDX-License-Identifier: Apache-2.0

/// What a cell of a table may hold.
///
/// A word that no rule asks for would be read and never used, which looks to its author as if it were at work:
/// the start is stopped with file and line instead.
///
/// Example: the role of agenda.tsv is `plan` or `review`; `plans` stops the start.
indirect enum CellForm: Sendable {
  /// One of a few words.
  case word(Set<String>)
  /// Some of a few words, with commas between them.
  case words(Set<String>)
  /// A whole number from 0 to 9.
  case digit
  /// A number such as 2 or 0.5, not below 0.
  case weight
  /// A rule of periods.tsv: `R-1`, `since:2012`, `plan:2021-2025`, `M01-09`.
  case period
  /// Nothing, or what the other form says.
  case optional(CellForm)

  /// True where a cell is of this form; nil stands for an empty one.
  func holds(_ cell: String?) -> Bool {
    guard let cell else {
      if case .optional = self { return true }
      return false
    }
    switch self {
    case .word(let words): return words.contains(cell)
    case .words(let words):
      return cell.split(separator: ",", omittingEmptySubsequences: false).allSatisfy {
        words.contains(String($0))
      }
    case .digit: return cell.utf8.count == 1 && Self.number(cell[...], in: 0...9)
    case .weight: return cell.utf8.first != UInt8(ascii: "-") && Double(cell).map(\.isFinite) ?? false
    case .period: return Self.isPeriod(cell)
    case .optional(let form): return form.holds(cell)
    }
  }

  /// The words that a cell may be; none where they are not given one by one.
  var words: [String] {
    switch self {
    case .word(let words): words.sorted()
    case .optional(let form): form.words
    default: []
    }
  }

  /// The form in words, for the error that points at the cell.
  var expectation: String {
    switch self {
    case .word(let words): "one of \(words.sorted().joined(separator: ", "))"
    case .words(let words): "some of \(words.sorted().joined(separator: ", ")), with commas between them"
    case .digit: "a digit"
    case .weight: "a number such as 2 or 0.5"
    case .period:
      "before, due, within, now, =, R or P with years such as R-1, since:2012, back:5, plan:2021-2025, H1, Q3 or M01-09"
    case .optional(let form): form.expectation + ", or nothing"
    }
  }
}

extension CellForm {
  private static let parts: Set<String> = [
    "=", "before", "due", "within", "now", "H1", "H2", "Q1", "Q2", "Q3", "Q4",
  ]

  private static func isPeriod(_ rule: String) -> Bool {
    if parts.contains(rule) { return true }
    if let offset = rest(of: rule, after: "R") ?? rest(of: rule, after: "P") {
      return offset.isEmpty || "+-".contains(offset.first ?? " ") && number(offset.dropFirst(), in: 1...99)
    }
    if let year = rest(of: rule, after: "since:") { return number(year, in: 1900...2100) }
    if let years = rest(of: rule, after: "back:") { return number(years, in: 1...99) }
    if let years = rest(of: rule, after: "plan:") { return isSpan(years, in: 1900...2100, digits: 4) }
    return rest(of: rule, after: "M").map { isSpan($0, in: 1...12, digits: 2) } ?? false
  }

  private static func rest(of rule: String, after head: String) -> Substring? {
    rule.hasPrefix(head) ? rule.dropFirst(head.count) : nil
  }

  /// `2021-2025`, `01-09`: two numbers of so many digits, the first not above the second.
  private static func isSpan(_ text: Substring, in range: ClosedRange<Int>, digits: Int) -> Bool {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.count == digits && number($0, in: range) }) else {
      return false
    }
    // Of one length, they stand in the order of their values.
    return ends[0] <= ends[1]
  }

  private static func number(_ text: Substring, in range: ClosedRange<Int>) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && Int(text).map(range.contains) ?? false
  }
}
