// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

internal import FoundationEssentials

/// This year's targets against last year's: lowered, raised, the same, newly set.
struct NextTargetSection {
  private let digest: MeetingDigest
  private let voice: Voice

  static func make(_ digest: MeetingDigest) -> Section? {
    digest.predecessor == nil ? nil : NextTargetSection(digest: digest, voice: digest.voice).section
  }

  private var section: Section? {
    let (down, up, same) = (told(.targetDown), told(.targetUp), told(.targetSame))
    let again = told(.returned).filter { $0.subject == .figure }
    let new = told(.figureNew).filter { $0.figures?.to?.aspect == .target }
    let apart = told(.incomparable).filter { $0.figures?.to?.aspect == .target }
    let board: [(Phrase, Int)] = [
      (.raised, up.count), (.lowered, down.count), (.level, same.count), (.setAgain, again.count),
      (.newTarget, new.count), (.incomparable, apart.count),
    ]
    let counts = board.filter { $0.1 > 0 }
    guard !counts.isEmpty else { return nil }
    let parts = voice.list(counts.map { voice(.count, voice($0.0), "\($0.1)") }, .countGap)
    return Section(
      voice(.nextHead, "\(counts.reduce(0) { $0 + $1.1 })", parts),
      [
        row(.lowered, .targetDown, down.compactMap { moved($0, withPercent: true) }),
        row(.raised, .targetUp, up.compactMap { moved($0, withPercent: false) }),
        row(.level, .targetSame, same.compactMap { moved($0, withPercent: false) }),
        row(.setAgain, .targetUp, again.compactMap(self.again)),
        row(.newTarget, .targetUp, new.compactMap { $0.figures?.to }.map(set)),
        row(.incomparable, .incomparable, apart.compactMap { moved($0, withPercent: false) }),
      ])
  }

  private func row(_ label: Phrase, _ kind: Change.Kind, _ items: [String]) -> Section.Row {
    Section.Row(label: voice(label), items: items, keep: Weight.keep(kind))
  }

  private func told(_ kind: Change.Kind) -> [Change] {
    digest.changes(kind).filter { $0.relation == .previous || $0.relation == .chosen }
  }

  /// 2025年底前改造敬老院400所: a target that is due later than the plan says when.
  private func set(_ target: Figure) -> String {
    guard let due = target.period?.lastYear, let year = digest.meeting.planYear, due > year else {
      return voice.told(target)
    }
    return voice(.dueBy, "\(due)") + voice.told(target)
  }

  /// 海葬600例（2022年400例）: a target that the last report did not set and an older one did.
  private func again(_ change: Change) -> String? {
    guard let pair = change.figures, let new = pair.to, let old = pair.from else { return nil }
    let year = change.from.first.flatMap { digest.year(of: $0.meeting) }.map { voice(.year, "\($0)") }
    let gap = voice.language == .chinese ? "" : " "
    return set(new) + voice.bracket((year ?? voice(.oncePut)) + gap + voice.text(old.quantity))
  }

  private func moved(_ change: Change, withPercent: Bool) -> String? {
    guard let pair = change.figures, let old = pair.from, let new = pair.to else { return nil }
    let relative = old.quantity.dimension == .percent
    let notes = [
      withPercent && !relative ? pair.percent.map(voice.percent) : nil,
      pair.note == .wordsChanged ? voice(.scopeDoubt, old.indicator, new.indicator) : nil,
    ].compactMap(\.self)
    return voice.name(new) + voice.path(old, new)
      + (notes.isEmpty ? "" : voice.bracket(voice.list(notes, .semicolon)))
  }
}
