// SPDX-License-Identifier: Apache-2.0

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
  }

  let from: Meeting
  let to: Meeting
  let relation: Relation
  private let before: [FigureKey]
  private let after: [FigureKey]

  init(from: Meeting, to: Meeting, as relation: Relation, words: ComparingWords) {
    self.from = from
    self.to = to
    self.relation = relation
    before = from.figures.map { FigureKey($0, names: words.indicators) }
    after = to.figures.map { FigureKey($0, names: words.indicators) }
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
      let profit = before.indices.map { i in
        after.indices.map { j in worth(question, i, j) - Thresholds.indicator }
      }
      for (i, j) in Assignment.best(profit).enumerated() {
        if let j { found.append((i, j, question)) }
      }
    }
    let judge = FigureJudge(from: from, to: to, relation: relation, before: before, after: after)
    var pairs = found.sorted { ($0.to, $0.from) < ($1.to, $1.from) }.map {
      judge.pair($0.from, $0.to, $0.question)
    }
    if isSuccession {
      let old = Dictionary(grouping: found, by: \.from)
      let new = Set(found.map(\.to))
      pairs += after.indices.filter { !new.contains($0) }.map(judge.added)
      pairs += before.indices.compactMap { judge.gone($0, answers: (old[$0] ?? []).map(\.question)) }
    }
    return pairs
  }

  /// How much it is worth to tell figure i against figure j under a question; 0 where it must not be.
  private func worth(_ question: Question, _ i: Int, _ j: Int) -> Double {
    let (a, b) = (before[i], after[j])
    guard a.unit == b.unit, fits(question, i, j) else { return 0 }
    let like = a.likeness(b)
    guard like > Thresholds.indicator else { return 0 }
    return like + (from.figures[i].topic == to.figures[j].topic ? 0.05 : 0) + recency(i, j)
  }

  /// Between figures with the same name the latest of each report are told against each other.
  private func recency(_ i: Int, _ j: Int) -> Double {
    let years = [from.figures[i], to.figures[j]].compactMap { $0.period?.lastYear }
    return Double(years.reduce(0) { $0 + min(max($1 - 1990, 0), 100) }) * 0.0005
  }

  private func fits(_ question: Question, _ i: Int, _ j: Int) -> Bool {
    let (a, b) = (before[i], after[j])
    let (p, q) = (from.figures[i].period, to.figures[j].period)
    switch question {
    case .samePeriod:
      return !a.isTarget && !b.isTarget && a.measure == b.measure && p != nil && p == q
    case .laterPeriod:
      return !a.isTarget && !b.isTarget && a.measure == b.measure && follows(p, q) && spansAlike(i, j)
        && isLatest(i, from.figures, before) && isLatest(j, to.figures, after)
    case .targetAndResult:
      return a.isTarget && !b.isTarget && answers(a, b) && p != nil && p?.shape == q?.shape
        && p?.lastYear == q?.lastYear
    case .targetAndTarget:
      return a.isTarget && b.isTarget && a.measure == b.measure && isNextTarget(p, q)
    case .peerTargets:
      return a.isTarget && b.isTarget && a.measure == b.measure && p == q
    case .peerResults:
      return !a.isTarget && !b.isTarget && a.measure == b.measure && p == q && a.measure == .share
    }
  }

  /// A later period of the same kind; sums only where they run from the same start or over equally many
  /// years.
  private func follows(_ p: Period?, _ q: Period?) -> Bool {
    guard let p, let q, p.shape == q.shape, p != q, let first = p.lastYear, let last = q.lastYear else {
      return false
    }
    switch p.shape {
    case .plan: return false
    case .span: return p.rawValue.prefix(4) == q.rawValue.prefix(4) && first < last
    case .half, .quarter, .month: return p.rawValue.dropFirst(4) == q.rawValue.dropFirst(4) && first < last
    case .year: return first < last
    }
  }

  /// A report's own look back (比2022年的41.3万张) is not what the next year is told against.
  private func isLatest(_ place: Int, _ figures: [Figure], _ keys: [FigureKey]) -> Bool {
    guard let period = figures[place].period, let year = period.lastYear else { return true }
    return !figures.indices.contains { other in
      keys[other] == keys[place] && figures[other].period?.shape == period.shape
        && (figures[other].period?.lastYear ?? year) > year
    }
  }

  /// Growth over five years is not told against growth over one.
  private func spansAlike(_ i: Int, _ j: Int) -> Bool {
    func years(_ figure: Figure) -> Int? {
      guard let end = figure.period?.lastYear, let start = figure.comparedTo?.lastYear else { return nil }
      return end.subtractingReportingOverflow(start).partialValue
    }
    guard let before = years(from.figures[i]), let after = years(to.figures[j]) else { return true }
    return before == after
  }

  /// A target for the earlier plan year against one for the later, or two for the same far year.
  private func isNextTarget(_ p: Period?, _ q: Period?) -> Bool {
    guard let p, let q, p.shape == q.shape, let first = p.lastYear, let last = q.lastYear else {
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
