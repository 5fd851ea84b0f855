// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// The tables that figures are read with, each cell turned into what it stands for.
///
/// Rows keep their places, so that a word found by the lexicon's one trie is looked up by its row's number.
/// A class
/// because it never changes and every step holds it: a copy costs one reference.
final class FigureWords: Sendable {
  struct Unit: Sendable {
    var printed: String
    /// Nil for words that only begin like a unit: 项目, 成立.
    var dimension: Quantity.Dimension?
  }

  struct Qualifier: Sendable {
    var isBefore: Bool
    var qualifier: Quantity.Qualifier
  }

  struct Verb: Sendable {
    /// What becomes of the verb in the indicator's name.
    enum Keep: String, Sendable {
      case yes, no, target, noun, link, lead, change
    }

    var aspect: Figure.Aspect
    var keep: Keep
  }

  enum Role: String, Sendable {
    case scope, adverb, keep, stop, relational, measure, base, noun, report, beside, growth, yearly, index,
      glue, bare, pivot
  }

  enum Reason: String, Sendable {
    case session, name, idiom, plan, counted, attendance
  }

  private let trie: WordTrie
  private let units: [Unit]
  private let qualifiers: [Qualifier]
  private let verbs: [Verb]
  private let times: [PeriodRule]
  private let reasons: [Reason]
  private let roles: [Role]

  init(_ vocabulary: Vocabulary) {
    trie = vocabulary.words
    units = vocabulary[.units].map { row in
      Unit(printed: row[2] ?? row.key, dimension: Quantity.Dimension(rawValue: row[1] ?? ""))
    }
    qualifiers = vocabulary[.qualifiers].map { row in
      Qualifier(isBefore: row[1] == "before", qualifier: Quantity.Qualifier(rawValue: row[2] ?? "") ?? .exact)
    }
    verbs = vocabulary[.aspects].map { row in
      Verb(
        aspect: Figure.Aspect(rawValue: row[1] ?? "") ?? .level,
        keep: Verb.Keep(rawValue: row[2] ?? "") ?? .link)
    }
    times = vocabulary[.periods].map { PeriodRule(word: $0.key, rule: $0[1] ?? "") }
    reasons = vocabulary[.notFigures].map { Reason(rawValue: $0[1] ?? "") ?? .name }
    roles = vocabulary[.figureWords].map { Role(rawValue: $0[1] ?? "") ?? .adverb }
  }

  /// A word of one table that begins at a place.
  struct Found<Value> {
    var range: Range<Int>
    var value: Value
  }

  func unit(in text: [UInt32], at place: Int) -> Found<Unit>? { find(.units, units, text, place) }
  func qualifier(in text: [UInt32], at place: Int) -> Found<Qualifier>? {
    find(.qualifiers, qualifiers, text, place)
  }
  func verb(in text: [UInt32], at place: Int) -> Found<Verb>? { find(.aspects, verbs, text, place) }
  func time(in text: [UInt32], at place: Int) -> Found<PeriodRule>? { find(.periods, times, text, place) }
  func reason(in text: [UInt32], at place: Int) -> Found<Reason>? { find(.notFigures, reasons, text, place) }
  func role(in text: [UInt32], at place: Int) -> Found<Role>? { find(.figureWords, roles, text, place) }

  /// Whether a verb, a word of a role or one of time may begin at a place.
  func mayBeginToken(in text: [UInt32], at place: Int) -> Bool {
    trie.mayBegin(.aspects, in: text, at: place) || trie.mayBegin(.figureWords, in: text, at: place)
      || trie.mayBegin(.periods, in: text, at: place)
  }

  /// True where a word of a role stands from `place` on; words may stand under one role only.
  func isRole(_ role: Role, in text: [UInt32], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, let found = self.role(in: text, at: range.lowerBound) else { return false }
    return found.value == role && found.range == range
  }

  private func find<Value>(_ table: TableName, _ rows: [Value], _ text: [UInt32], _ place: Int) -> Found<
    Value
  >? {
    guard let (range, row) = trie.longest(of: table, in: text, at: place) else { return nil }
    return Found(range: range, value: rows[row])
  }
}
