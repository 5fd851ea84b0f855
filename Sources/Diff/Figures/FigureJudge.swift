// SPDX-License-Identifier: Apache-2.0

internal import Minutes
internal import FoundationEssentials

/// Says of a found pair what it is: up, met, revised, not to be subtracted …
struct FigureJudge {
  let from: Meeting
  let to: Meeting
  let relation: Relation
  let before: [FigureKey]
  let after: [FigureKey]
  let words: FigureWords

  /// The pair of figures i and j that answers a question.
  func pair(_ i: Int, _ j: Int, _ question: FigurePairing.Question) -> FigurePair {
    let (old, new) = (from.figures[i], to.figures[j])
    var pair = FigurePair(
      kind: .incomparable, indicator: new.indicator, unit: new.quantity.unit, from: old, to: new,
      confidence: confidence(i, j), note: obstacle(i, j, question))
    guard pair.note == nil, let (a, b) = values(pair, old.quantity.value, new.quantity.value) else {
      if pair.note == nil, old.quantity.isSame(as: new.quantity), question.isOneMeasure {
        pair.kind = .same
        return pair
      }
      pair.note = pair.note ?? .rangeGiven
      pair.kind = answered(question, old, new) ?? .incomparable
      return pair
    }
    pair.delta = b - a
    pair.kind = kind(question, old, new, a, b)
    pair.note = remark(i, j)
    return pair
  }

  /// Both values, with the sign of a fall where the other side grew: two falls are told by their sizes.
  private func values(_ pair: FigurePair, _ old: Decimal?, _ new: Decimal?) -> (Decimal, Decimal)? {
    guard let old, let new else { return nil }
    guard pair.hasTurned else { return (old, new) }
    return pair.to?.aspect == .decrease ? (old, -new) : (-old, new)
  }

  /// Two figures of one name that may not be subtracted, with the reason.
  func incomparable(_ i: Int, _ j: Int) -> FigurePair {
    let (old, new) = (from.figures[i], to.figures[j])
    let isOneMeasure = before[i].measure == after[j].measure && !before[i].isPaid(otherwiseThan: after[j])
    return FigurePair(
      kind: .incomparable, indicator: new.indicator, unit: new.quantity.unit, from: old, to: new,
      confidence: confidence(i, j), note: isOneMeasure ? .periodsDiffer : .measuresDiffer)
  }

  /// What stands only in the later report.
  func added(_ j: Int) -> FigurePair {
    let figure = to.figures[j]
    return FigurePair(
      kind: .added, indicator: figure.indicator, unit: figure.quantity.unit, from: nil, to: figure,
      confidence: figure.confidence)
  }

  /// What the later report does not answer, or nil where it does.
  func gone(_ i: Int, answers: [FigurePairing.Question]) -> FigurePair? {
    let figure = from.figures[i]
    let kind: FigurePair.Kind
    if before[i].isTarget {
      guard !answers.contains(.targetAndResult) else { return nil }
      guard let due = figure.period?.lastYear, let reviewed else { return nil }
      if due > reviewed && answers.contains(.targetAndTarget) { return nil }
      kind = due <= reviewed ? .unreported : .notDue
    } else {
      guard answers.isEmpty else { return nil }
      kind = .dropped
    }
    return FigurePair(
      kind: kind, indicator: figure.indicator, unit: figure.quantity.unit, from: figure, to: nil,
      confidence: figure.confidence)
  }

  /// The last year that the later report looks back on: the one before its plan.
  private var reviewed: Int? {
    to.reviewYear
  }

  private func kind(
    _ question: FigurePairing.Question, _ old: Figure, _ new: Figure, _ a: Decimal, _ b: Decimal
  ) -> FigurePair.Kind {
    switch question {
    case .targetAndResult: answered(question, old, new) ?? .incomparable
    case .targetAndTarget: isOnePromise(old, new) ? .same : .retargeted
    case .samePeriod: a == b ? .same : .revised
    case .laterPeriod, .peerTargets, .peerResults: a == b ? .same : a < b ? .up : .down
    }
  }

  /// The same number in the same bounds for the same time: nothing was set anew.
  private func isOnePromise(_ old: Figure, _ new: Figure) -> Bool {
    old.quantity.value == new.quantity.value && old.quantity.qualifier == new.quantity.qualifier
      && old.period == new.period
  }

  private func answered(_ question: FigurePairing.Question, _ target: Figure, _ result: Figure) -> FigurePair
    .Kind?
  {
    guard question == .targetAndResult else { return nil }
    // A running total says nothing of one year's number, but all of what there is to be in the end: 达到100个.
    guard result.aspect != .cumulative || Stock.isNamed(in: target, words: words) else { return nil }
    return Verdict.isMet(target: target, result: result, words: words).map { $0 ? .met : .missed }
  }

  private func obstacle(_ i: Int, _ j: Int, _ question: FigurePairing.Question) -> FigurePair.Note? {
    if before[i].measure != after[j].measure, !isRunning(i, j, question) { return .measuresDiffer }
    let relative = before[i].measure == .share || before[i].measure == .growth
    if relation == .superior && !relative { return .totalsOfLevels }
    return nil
  }

  private func isRunning(_ i: Int, _ j: Int, _ question: FigurePairing.Question) -> Bool {
    switch question {
    case .laterPeriod: before[i].isRunning(beside: after[j])
    case .targetAndResult: Stock.isNamed(in: from.figures[i], words: words)
    case .samePeriod, .targetAndTarget, .peerTargets, .peerResults: false
    }
  }

  private func remark(_ i: Int, _ j: Int) -> FigurePair.Note? {
    let isAnswer = before[i].isTarget && !after[j].isTarget
    let isOneMeasure = before[i].measure == after[j].measure || isAnswer
    if !before[i].isNamed(like: after[j]) || !isOneMeasure { return .wordsChanged }
    return from.figures[i].quantity.qualifier != to.figures[j].quantity.qualifier ? .qualifierChanged : nil
  }

  /// The readings' own, lowered where the names differ.
  private func confidence(_ i: Int, _ j: Int) -> Double {
    let name = 0.5 + 0.5 * before[i].likeness(after[j])
    return min(from.figures[i].confidence, to.figures[j].confidence) * name
  }
}
