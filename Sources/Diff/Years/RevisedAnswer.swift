// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

extension TargetRegister.Entry {
  /// Judges the target anew where a report revises the figure that answered it.
  ///
  /// 长者食堂45家 was met by 47家; 经核查应为44家, says the next report, and so it was missed. A target that was met
  /// early and is short now is open until it is due.
  mutating func revise(by revision: Change, in meeting: Meeting, words: ComparingWords) {
    guard isAnswered, bulletin == nil, let told = revision.figures?.from, let right = revision.figures?.to,
      var verdict, var pair = verdict.figures, pair.to == told, judgedBy == revision.from.first?.meeting,
      let isMet = Verdict.isMet(target: target, result: right, words: words.figures)
    else { return }
    pair.to = right
    pair.kind = isMet ? .met : .missed
    pair.delta = right.quantity.value.flatMap { now in target.quantity.value.map { now - $0 } }
    verdict.kind = isMet ? .met : .missed
    verdict.figures = pair
    verdict.to = revision.to
    state = revised(isMet, isDue: due.map { $0 <= meeting.reviewYear ?? $0 } ?? true, verdict.confidence)
    self.verdict = verdict
    unrevised = unrevised ?? told
    judgedBy = meeting.id
  }

  /// True where a number was held against the target.
  private var isAnswered: Bool { [.met, .metEarly, .missed, .doubtful].contains(state) }

  private func revised(_ isMet: Bool, isDue: Bool, _ confidence: Change.Confidence) -> TargetRegister.State {
    if isMet { return state == .metEarly ? .metEarly : .met }
    guard isDue else { return .notDue }
    return confidence == .low ? .doubtful : .missed
  }
}
