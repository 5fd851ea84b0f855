// SPDX-License-Identifier: Apache-2.0

/// The numbers that decide whether two priorities are one, all in one place.
///
/// Set on the development pairs (corpus and seeds) and pinned by the cases in Tests/Fixtures/cases.
enum Thresholds {
  /// What likeness is made of; the parts sum to 1.
  static let body = 0.40
  static let head = 0.25
  static let topic = 0.30
  static let rank = 0.05
  /// The null cost: below it two priorities are better left alone.
  static let pair = 0.20
  /// The null cost where no line of work is known: words alone are told of less by chance than by lines of
  /// work.
  static let pairByWords = 0.07
  /// The same between two fields (商务 beside 审计), whose tasks have formulae in common and little else.
  static let pairByWordsOfFields = 0.10
  /// From here a changed text is taken for the same words: only damage and marks differ.
  static let same = 0.985
  /// How many items of a report may have one line of work before that begins to tell less.
  static let itemsOfALine = 2
  /// The same where one of the texts is damaged and the heads begin alike.
  static let sameButDamaged = 0.7
  /// The least share of an item that must stand in another of its line of work for it to be merged into it.
  ///
  /// A trace: of 开展老年助餐和长者食堂建设 and 一老一小 little more than 养老 is common.
  static let contained = 0.04
  /// The same where that other item is the only one of the line and names a word of the head: 地名普查 has nowhere
  /// else to have gone than 群众身边的“关键小事”, which speaks of 地名公共服务.
  static let containedAtHome = 0.015
  /// The share that is enough without a common line of work.
  static let containedAlone = 0.45
  /// The least likeness of two indicators' names.
  static let indicator = 0.52
  /// The same where one of them is a running total (累计) and the other is not.
  static let runningTotal = 0.7
  /// The same for a target of years ago, which nothing else ties to the result.
  static let openTarget = 0.8
  /// The share that is enough where the item's own name stands in the other.
  static let containedByName = 0.04
}
