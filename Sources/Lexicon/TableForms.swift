// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension TableName {
  /// What the columns hold that are no free text, by the column's place.
  ///
  /// The words are those that the stages ask for; what a table names with them stands in its first line.
  var forms: [Int: CellForm] {
    switch self {
    case .agenda: [1: .word(["plan", "review"])]
    case .chrome:
      [
        1: .word(["line", "start", "end", "any", "title"]),
        2: .word([
          "chrome", "tail", "byline", "cling", "commentary", "notice", "bulletin", "interview",
          "interpretation",
          "press-conference",
        ]),
      ]
    case .confidence: [1: .weight]
    case .english: [1: .word(["sector", "topic", "unit", "indicator", "office", "act"])]
    case .days: [1: .word(["recent", "today", "yesterday", "before-yesterday"])]
    case .events: [1: .word(["hold", "bound", "relay", "spirit"])]
    case .listCues:
      [1: .word(Set(OtherList.About.allCases.map(\.rawValue)).union(["tasks"])), 2: .optional(.weight)]
    case .listWords: [1: .words(Self.listRoles)]
    case .roles: [1: .optional(.word(["government", "cited"]))]
    case .sectors: [2: .optional(.word(["part"]))]
    case .terms: [1: .word(["brand", "formula", "verb", "suffix", "place"])]
    case .topics: [3: .optional(.weight)]
    case .changes: [1: .word(Self.changeRoles), 2: .optional(.digit)]
    case .aspects, .figureWords, .notFigures, .periods, .qualifiers, .units: figureForms
    // Words with free text beside them, or with a reader of their own: divisions and places.
    case .divisions, .indicators, .kinds, .parts, .places, .surnames, .topicNames, .traditional, .variants:
      [:]
    }
  }

  /// The tables of figures.
  private var figureForms: [Int: CellForm] {
    switch self {
    case .aspects:
      [
        1: .word(["level", "increase", "increase-to", "decrease", "cumulative", "share", "rank", "streak"]),
        2: .word(["yes", "no", "target", "noun", "link", "lead", "change"]),
      ]
    case .figureWords: [1: .word(Self.figureRoles)]
    case .notFigures: [1: .word(["session", "name", "idiom", "plan", "counted", "attendance"])]
    case .periods: [1: .period]
    case .qualifiers:
      [1: .word(["before", "after"]), 2: .word(["about", "over", "nearly", "at-least", "at-most"])]
    case .units: [1: .word(Self.dimensions)]
    default: [:]
    }
  }

  private static let listRoles: Set<String> = [
    "opener", "compound", "imperative", "stance", "adverbial", "turn", "speech", "connective", "section",
    "barred",
    "counted", "attitude", "measure", "result", "state", "promise",
  ]

  private static let changeRoles: Set<String> = [
    "ended", "plain", "tail", "act", "whole", "half-year", "strength", "count", "adds", "grows", "stock",
    "built", "unit",
    "contrast", "line", "flow", "limit",
  ]

  private static let figureRoles: Set<String> = [
    "scope", "adverb", "keep", "stop", "relational", "measure", "base", "noun", "report", "beside", "growth",
    "yearly",
    "index", "glue", "bare", "pivot",
  ]

  private static let dimensions: Set<String> = [
    "count", "money", "percent", "ratio", "people", "person-times", "duration", "area", "rank", "other",
    "none",
  ]
}
