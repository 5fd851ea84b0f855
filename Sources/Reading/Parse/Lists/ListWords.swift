// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// The words that rules for lists ask for, by what they do in a sentence (config/lexicon/list-words.tsv).
struct ListWords: Sendable {
  /// What a word does; a word may do several things.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt16

    /// Opens the members of a list by repetition: 要, 进一步, 加快.
    static let opener = Role(rawValue: 1)
    /// Joins 要 to make one opener: 要聚焦.
    static let compound = Role(rawValue: 1 << 1)
    /// A verb that sets a task: 健全, 深化, 开展.
    static let imperative = Role(rawValue: 1 << 2)
    /// Calls for understanding, style or leadership: 深刻把握, 提高认识.
    static let stance = Role(rawValue: 1 << 3)
    /// Opens a clause that cannot stand alone: 围绕, 按照, 通过.
    static let adverbial = Role(rawValue: 1 << 4)
    /// Opens a sentence that turns to something else: 会议强调, 会上.
    static let turn = Role(rawValue: 1 << 5)
    /// Ends a clause that gives the floor: 强调, 要求, 指出.
    static let speech = Role(rawValue: 1 << 6)
    /// May stand before the opening word: 同时, 此外.
    static let connective = Role(rawValue: 1 << 7)
    /// Names a part of the report, not a task: 工作回顾, 重点任务.
    static let section = Role(rawValue: 1 << 8)
    /// Follows 要 in a word that only looks like the opener: 要求, 要素.
    static let barred = Role(rawValue: 1 << 9)
    /// Follows a bare number in a list: 一抓, 二抓.
    static let counted = Role(rawValue: 1 << 11)
    /// Counts the members of a list that is announced: 三个方面, 六大行动, 五项工作.
    static let measure = Role(rawValue: 1 << 12)
    /// Follows a verb of one character and says what comes of it, which makes both an order: 打好, 织密, 念好.
    static let result = Role(rawValue: 1 << 13)
    /// Says how things have become, not what is to be done: 兜底保障更加精准, 救助体系不断健全.
    static let state = Role(rawValue: 1 << 14)
    /// Says that a list follows: 以下, 如下.
    static let promise = Role(rawValue: 1 << 15)
    /// Says by what spirit the work is done, before the work itself: 坚持以……为指导, 深入贯彻.
    static let attitude = Role(rawValue: 1 << 10)

    static let names: [String: Role] = [
      "opener": .opener, "compound": .compound, "imperative": .imperative, "stance": .stance,
      "adverbial": .adverbial, "turn": .turn, "speech": .speech, "connective": .connective,
      "section": .section,
      "barred": .barred, "attitude": .attitude, "counted": .counted,
      "measure": .measure, "result": .result, "state": .state, "promise": .promise,
    ]
  }

  private let words: WordTrie
  private let roles: [Role]

  init(_ vocabulary: Vocabulary) {
    words = vocabulary.words
    roles = vocabulary[.listWords].map { row in
      (row[1] ?? "").split(separator: ",").reduce(into: []) { $0.formUnion(Role.names[String($1)] ?? []) }
    }
  }

  /// The longest word with `role`, or with one of several, that begins at `place`.
  func longest(_ role: Role, in text: CleanText, at place: Int) -> Range<Int>? {
    var best: Range<Int>?
    words.forEachMatch(of: .listWords, in: text.scalars, at: place) { range, row in
      if !roles[row].isDisjoint(with: role) { best = range }
    }
    return best
  }

  /// True where an order begins: 健全……, 围绕……，健全……, or 织密…… with what comes of the verb.
  func commands(at place: Int, in text: CleanText) -> Bool {
    longest([.imperative, .adverbial], in: text, at: place) != nil
      || longest(.result, in: text, at: place + 1) != nil && longest(.barred, in: text, at: place) == nil
  }

  /// True where a word with `role` ends just before `end`, within `range`.
  func ends(_ role: Role, in text: CleanText, _ range: Range<Int>) -> Bool {
    (max(range.lowerBound, range.upperBound - 4)..<max(range.lowerBound, range.upperBound)).contains {
      place in
      longest(role, in: text, at: place)?.upperBound == range.upperBound
    }
  }

  /// True where a word with `role` stands in `range`.
  func stands(_ role: Role, in text: CleanText, _ range: Range<Int>) -> Bool {
    range.contains { place in
      longest(role, in: text, at: place).map { $0.upperBound <= range.upperBound } ?? false
    }
  }

  /// The end of the clause that gives somebody the floor (陈清强调，), or nil where the sentence has none.
  func speech(opening sentence: Range<Int>, of text: CleanText) -> Int? {
    let limit = min(sentence.upperBound, sentence.lowerBound + 40)
    let mark = text.first(in: sentence.lowerBound..<limit) { Marks.endsClause($0) }
    guard mark < limit, text.scalars[mark] == Marks.comma || text.scalars[mark] == Marks.colon,
      ends(.speech, in: text, sentence.lowerBound..<mark)
    else { return nil }
    return mark + 1
  }

  /// True where a sentence turns to something else than the item before it.
  func turns(_ sentence: Range<Int>, of text: CleanText) -> Bool {
    longest(.turn, in: text, at: sentence.lowerBound) != nil || speech(opening: sentence, of: text) != nil
  }
}
