// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What became of the baseline's targets: met, missed, not yet due, not reported.
///
/// A target is only called missed where the result is surely of the same thing: names that are merely like
/// (适老化改造, 困难家庭适老化改造) may count something else.
enum JudgedTargets {
  @Sendable static func find(_ side: Comparing) -> [Change] {
    let silent = !SilenceWeight.counts(side)
    let bulletins = BulletinAnswers(side)
    return side.comparison.figures.compactMap { pair in
      guard let kind = kind(pair.kind) else { return nil }
      if kind == .unreported, let answer = bulletins.answer(to: pair) { return answer }
      var change = FigureChange.make(kind, pair, in: side, rule: "judged-targets")
      change.nextTarget = side.comparison.figures.first { $0.kind == .retargeted && $0.from == pair.from }?.to
      if kind == .unreported && silent { change.confidence = .low }
      if kind == .missed, pair.note == .wordsChanged, change.confidence != .high { change.confidence = .low }
      return change
    }
  }

  private static func kind(_ kind: FigurePair.Kind) -> Change.Kind? {
    switch kind {
    case .met: .met
    case .missed: .missed
    case .notDue: .notDue
    case .unreported: .unreported
    case .up, .down, .same, .revised, .added, .dropped, .retargeted, .incomparable: nil
    }
  }
}
