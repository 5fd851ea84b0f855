// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What bulletins of the place say of targets that the meeting's own report leaves unanswered.
///
/// 社区工作者持证率40%, on which the report of March is silent, is missed where the bulletin of January has 38.5%.
/// The latest bulletin that answers counts. Its words are the evidence, with the bulletin's hash in the
/// excerpt: a reader is told whose they are.
struct BulletinAnswers {
  private let side: Comparing
  /// For each bulletin the pairs of the last report's targets and its figures, made when first asked for.
  private let pairs: Lazy

  private final class Lazy {
    var made: [[FigurePair]]?
  }

  init(_ side: Comparing) {
    self.side = side
    pairs = Lazy()
  }

  /// The verdict on a target that the report does not name, or nil where no bulletin gives one.
  func answer(to unreported: FigurePair) -> Change? {
    guard side.relation == .previous, !side.bulletins.isEmpty, let target = unreported.from else {
      return nil
    }
    let found = answers.lazy.flatMap(\.self).first { $0.from == target }
    return found.map { told($0) }
  }

  private var answers: [[FigurePair]] {
    if let made = pairs.made { return made }
    let made = side.bulletins.map(judged)
    pairs.made = made
    return made
  }

  /// A bulletin stands in for the report: the same questions are put to its figures.
  private func judged(_ bulletin: Bulletin) -> [FigurePair] {
    var told = side.meeting
    told.figures = bulletin.figures
    let keys = bulletin.figures.map(side.keyed.key(of:))
    let pairing = FigurePairing(
      from: side.keyed.side(of: side.baseline), to: FigureSide(told, keys: keys), as: .previous,
      words: side.words)
    return pairing.pairs().filter { $0.kind == .met || $0.kind == .missed }
  }

  private func told(_ pair: FigurePair) -> Change {
    let kind: Change.Kind = pair.kind == .met ? .met : .missed
    var change = FigureChange.make(kind, pair, in: side, rule: "bulletin-answers")
    change.nextTarget = side.comparison.figures.first { $0.kind == .retargeted && $0.from == pair.from }?.to
    if kind == .missed, pair.note == .wordsChanged, change.confidence != .high { change.confidence = .low }
    return change
  }
}
