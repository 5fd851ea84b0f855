// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// Finds for each figure of one meeting those of the other that it is told against.
///
/// One assignment for each question, because a figure may answer several: the target for 2023 meets its
/// result and the target for 2024. Results of the same period come first, as revisions; what no question
/// takes stands alone.
struct FigurePairing {
  /// One question put to the two lists of figures.
  enum Question: CaseIterable {
    case samePeriod, laterPeriod, targetAndResult, targetAndTarget, peerTargets, peerResults

    /// True where both sides are results, or both targets: equal ranges then say the same.
    var isOneMeasure: Bool { self != .targetAndResult }
  }

  let from: Meeting
  let to: Meeting
  let relation: Relation
  private let words: FigureWords
  private let before: [FigureKey]
  private let after: [FigureKey]
  private let latestBefore: [Bool]
  private let latestAfter: [Bool]

  init(from: FigureSide, to: FigureSide, as relation: Relation, words: ComparingWords) {
    (self.from, self.to, self.relation) = (from.meeting, to.meeting, relation)
    self.words = words.figures
    (before, after) = (from.keys, to.keys)
    (latestBefore, latestAfter) = (from.isLatest, to.isLatest)
  }

  /// True where the two tell of one place's years; otherwise they stand side by side.
  private var isSuccession: Bool {
    relation == .previous
      || (relation == .chosen && from.jurisdiction != nil && from.jurisdiction?.code == to.jurisdiction?.code)
  }

  private var questions: [Question] {
    if isSuccession { return [.samePeriod, .laterPeriod, .targetAndResult, .targetAndTarget] }
    return relation == .superior ? [.peerTargets] : [.peerTargets, .peerResults]
  }

  /// All pairs in the order of the later report, then what only the earlier one has, in its order.
  func pairs() -> [FigurePair] {
    var found: [(from: Int, to: Int, question: Question)] = []
    for question in questions {
      found += SparseAssignment.best(offers(question)).map { ($0.from, $0.to, question) }
    }
    let judge = FigureJudge(
      from: from, to: to, relation: relation, before: before, after: after, words: words)
    var pairs = found.sorted { ($0.to, $0.from) < ($1.to, $1.from) }.map {
      judge.pair($0.from, $0.to, $0.question)
    }
    if isSuccession {
      let apart = incomparable(found)
      pairs += apart.map { judge.incomparable($0.from, $0.to) }
      found += apart
      let old = Dictionary(grouping: found, by: \.from)
      let new = Set(found.map(\.to))
      pairs += after.indices.filter { !new.contains($0) }.map(judge.added)
      pairs += before.indices.compactMap { judge.gone($0, answers: (old[$0] ?? []).map(\.question)) }
    }
    return pairs
  }

  /// What stands alone on both sides under one name and would be subtracted by a careless reader: a half-year beside a
  /// year, a share beside a number.
  private func incomparable(
    _ found: [(from: Int, to: Int, question: Question)]
  ) -> [(from: Int, to: Int, question: Question)] {
    let (old, new) = (Set(found.map(\.from)), Set(found.map(\.to)))
    var taken: Set<Int> = []
    return before.indices.filter { !old.contains($0) }.compactMap { i in
      let j = after.indices.first {
        !new.contains($0) && !taken.contains($0) && looksAlike(before[i], after[$0])
      }
      guard let j else { return nil }
      taken.insert(j)
      return (i, j, .laterPeriod)
    }
  }

  private func looksAlike(_ a: FigureKey, _ b: FigureKey) -> Bool {
    guard !a.isTarget, !b.isTarget, a.isNamed(like: b), !a.name.isEmpty, !a.contradicts(b) else {
      return false
    }
    guard let period = a.period, let other = b.period, period.isOfCalendar, other.isOfCalendar else {
      return false
    }
    if a.isPaid(otherwiseThan: b) { return a.measure == b.measure && period.shape == other.shape }
    if a.measure == b.measure { return period.shape != other.shape && a.countsAlike(b) }
    return period.shape == other.shape && Set([a.measure, b.measure]) == [.level, .share]
  }

  /// What may be told against what under a question, and how much that is worth.
  private func offers(_ question: Question) -> [SparseAssignment.Offer] {
    var offers: [SparseAssignment.Offer] = []
    let columns = after.indices.filter { answers(question, after[$0], isLatest: latestAfter[$0]) }
    for i in before.indices where asks(question, before[i], isLatest: latestBefore[i]) {
      for j in columns {
        let profit = worth(question, i, j) - Thresholds.indicator
        if profit > 0 { offers.append(SparseAssignment.Offer(from: i, to: j, profit: profit)) }
      }
    }
    return offers
  }

  /// How much it is worth to tell figure i against figure j under a question; 0 where it must not be.
  private func worth(_ question: Question, _ i: Int, _ j: Int) -> Double {
    let (a, b) = (before[i], after[j])
    guard fits(question, a, b), a.countsAlike(b), !a.contradicts(b) else { return 0 }
    let like = a.likeness(b)
    guard like > Thresholds.indicator else { return 0 }
    if question == .laterPeriod, !isOneCount(i, j) { return 0 }
    if a.unit != b.unit, !isOneRate(i, j) { return 0 }
    let running = a.measure == b.measure ? 0.0 : -0.03
    return like + running + (from.figures[i].topic == to.figures[j].topic ? 0.05 : 0) + recency(a, b)
      + arrival(i, j)
  }

  /// False for a stock beside what one year built, and for a running total that is out of all proportion.
  private func isOneCount(_ i: Int, _ j: Int) -> Bool {
    let (old, new) = (from.figures[i], to.figures[j])
    if before[i].measure != after[j].measure {
      guard let a = old.quantity.value, let b = new.quantity.value else { return false }
      return a <= b * 2 && b <= a * 2
    }
    guard before[i].isCount, before[i].measure == .level, let a = old.quantity.value,
      let b = new.quantity.value, b < a
    else { return true }
    return !(Stock.isTold(by: old, in: from, words: words) && Stock.isBuilt(new, in: to, words: words))
  }

  /// False where money with a rate left out can only be of another rate: 低保标准8100元 is not told against 每人每月709元.
  private func isOneRate(_ i: Int, _ j: Int) -> Bool {
    let (old, new) = (from.figures[i].quantity, to.figures[j].quantity)
    guard old.dimension == .money, let a = old.value, let b = new.value else { return true }
    return a <= b * 3 && b <= a * 3
  }

  /// Of 由21%提升至34.5% the second is what the year ended with, wherever the first got its year from.
  private func arrival(_ i: Int, _ j: Int) -> Double {
    [from.figures[i].aspect, to.figures[j].aspect].reduce(0) { $0 + ($1 == .increaseTo ? 0.004 : 0) }
  }

  /// Between figures with the same name the latest of each report are told against each other.
  private func recency(_ a: FigureKey, _ b: FigureKey) -> Double {
    let years = [a.period?.last, b.period?.last].compactMap(\.self)
    return Double(years.reduce(0) { $0 + min(max($1 - 1990, 0), 100) }) * 0.0005
  }

  /// True where a figure of the earlier report may stand on that side of a question at all.
  private func asks(_ question: Question, _ key: FigureKey, isLatest: Bool) -> Bool {
    switch question {
    case .samePeriod: !key.isTarget && key.period != nil
    case .laterPeriod: !key.isTarget && isLatest
    case .targetAndResult: key.isTarget && key.period != nil
    case .targetAndTarget, .peerTargets: key.isTarget
    case .peerResults: !key.isTarget && key.measure == .share
    }
  }

  /// True where a figure of the later report may stand on that side of a question at all.
  private func answers(_ question: Question, _ key: FigureKey, isLatest: Bool) -> Bool {
    question == .targetAndResult ? !key.isTarget : asks(question, key, isLatest: isLatest)
  }

  /// True where two figures that may stand on the sides of a question may meet.
  private func fits(_ question: Question, _ a: FigureKey, _ b: FigureKey) -> Bool {
    switch question {
    case .samePeriod, .peerTargets, .peerResults: a.measure == b.measure && a.period == b.period
    case .laterPeriod: (a.measure == b.measure || a.isRunning(beside: b)) && follows(a, b) && spansAlike(a, b)
    case .targetAndResult:
      answers(a, b) && a.period?.shape == b.period?.shape && a.period?.last == b.period?.last
    case .targetAndTarget: a.measure == b.measure && isNextTarget(a, b)
    }
  }

  private func follows(_ a: FigureKey, _ b: FigureKey) -> Bool {
    guard let earlier = a.period, let later = b.period else { return false }
    return earlier.isBefore(later)
  }

  /// Growth over five years is not told against growth over one.
  private func spansAlike(_ a: FigureKey, _ b: FigureKey) -> Bool {
    guard let before = a.years, let after = b.years else { return true }
    return before == after
  }

  /// A target for the earlier plan year against one for the later, or two for the same far year.
  private func isNextTarget(_ a: FigureKey, _ b: FigureKey) -> Bool {
    guard let p = a.period, let q = b.period, p.shape == q.shape, let first = p.last, let last = q.last else {
      return false
    }
    let far = first > from.planYear ?? first
    return far ? first == last : first < last || p == q
  }

  /// A running total may answer a target for the year in the words, not in the number.
  private func answers(_ target: FigureKey, _ result: FigureKey) -> Bool {
    target.measure == result.measure || (target.measure == .level && result.measure == .cumulative)
  }
}
