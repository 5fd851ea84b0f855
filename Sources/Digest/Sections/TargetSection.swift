// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import FoundationEssentials
internal import Minutes

/// The scoreboard of last year's targets, what readers look for first.
struct TargetSection {
  private let digest: MeetingDigest
  private let voice: Voice

  static func make(_ digest: MeetingDigest) -> Section? {
    digest.predecessor == nil ? nil : TargetSection(digest: digest, voice: digest.voice).section
  }

  private var section: Section? {
    let all = changes(.missed)
    let (missed, doubtful) = (all.filter { $0.confidence != .low }, all.filter { $0.confidence == .low })
    let (met, open) = (changes(.met), changes(.notDue))
    let silent = changes(.unreported).filter { $0.confidence != .low }
    let unnamed = changes(.unreported).filter { $0.confidence == .low }
    let board: [(Phrase, Int)] = [
      (.met, met.count), (.missed, missed.count), (.doubtful, doubtful.count), (.silentTargets, silent.count),
      (.unnamed, unnamed.count), (.open, open.count),
    ]
    let counts = board.filter { $0.1 > 0 }
    let older = older(than: met)
    guard !counts.isEmpty || !older.isEmpty else { return nil }
    let told = voice.list(counts.map { voice(.count, voice($0.0), "\($0.1)") }, .countGap)
    return Section(
      voice(.scoreHead, voice.last(digest), "\(counts.reduce(0) { $0 + $1.1 })", told),
      [
        row(.missed, .missed, missed.compactMap(reached)),
        row(.doubtful, .missed, doubtful.compactMap(reached)),
        row(.met, .met, met.enumerated().compactMap { self.met($0.element, first: $0.offset == 0) }),
        row(.older, .met, older.compactMap(answered)),
        row(.silentTargets, .unreported, silent.compactMap(plain)),
        row(.unnamed, .unreported, unsure(unnamed)),
        row(.open, .notDue, open.compactMap(due)), row(.bulletins, .met, bulletins(all + met + older)),
      ])
  }

  /// 2024-01-22《2023年瀚海省民政事业发展统计公报》: what answers in the report's stead.
  private func bulletins(_ changes: [Change]) -> [String] {
    let used = Set(changes.compactMap { digest.bulletin(of: $0)?.document.sha256 })
    return digest.baselines.bulletins.filter { used.contains($0.document.sha256) }.map {
      voice(.bulletinItem, $0.published.description, Columns.cut($0.title ?? $0.document.name, to: 56))
    }
  }

  private func source(_ change: Change) -> String? { digest.bulletin(of: change).map(voice.bulletin) }

  private func noted(_ text: String?, _ change: Change) -> String {
    voice.bracket(voice.list([text, source(change)].compactMap(\.self), .comma))
  }

  /// What answers older targets alone: a result that meets last year's target too is told there.
  private func older(than met: [Change]) -> [Change] {
    let older = digest.changes(.missed, .met, .unreported).filter(\.isOfOlderTarget)
    if older.isEmpty { return [] }
    let told = Set(met.compactMap { $0.figures?.to })
    return older.filter { $0.figures?.to.map(told.contains) != true }
  }

  private func row(_ label: Phrase, _ kind: Change.Kind, _ items: [String]) -> Section.Row {
    Section.Row(label: voice(label), items: items, keep: Weight.keep(kind))
  }

  private func changes(_ kind: Change.Kind) -> [Change] {
    digest.changes(kind).filter {
      ($0.relation == .previous || $0.relation == .chosen) && !$0.isOfOlderTarget
    }
  }

  /// 累计改造敬老院436所（2023年提出2025年底前400所，提前完成）.
  private func answered(_ change: Change) -> String? {
    guard let pair = change.figures, let target = pair.from else { return nil }
    let due = target.period?.lastYear.map { voice(.dueBy, "\($0)") } ?? ""
    let set = (change.scope.map(voice.scope) ?? "") + due + voice.text(FigureName.quantity(target))
    guard let result = pair.to else {
      // Said to be silent only where it surely is.
      if change.confidence == .low { return nil }
      return voice.name(target) + voice.bracket(set + voice(.comma) + voice(.silentTargets))
    }
    let verdict = change.kind == .missed ? voice(.comma) + voice(.missed) : ""
    return voice.told(result) + noted(set + (pair.note == .metEarly ? voice(.early) : verdict), change)
  }

  /// 新建老年助餐点1143个，目标1200个（95.3%）；今年目标1500个. Shares are told as a gap in points.
  private func reached(_ change: Change) -> String? {
    guard let pair = change.figures, let target = pair.from, let result = pair.to else { return nil }
    let gap =
      change.rate.map(Amounts.share)
      ?? pair.delta.map { voice(.short, voice.gap($0, like: target.quantity)) }
    return voice(.reached, voice.told(result), voice.text(target.quantity)) + noted(gap, change)
      + next(change, target)
  }

  /// ；今年目标提到1500个, where the same thing has a target again.
  private func next(_ change: Change, _ target: Figure) -> String {
    guard let next = change.nextTarget, let new = next.quantity.value, let old = target.quantity.value else {
      return ""
    }
    let way: Phrase = new > old ? .raisedTo : new < old ? .loweredTo : .stillAt
    return voice(.nextTarget, voice(way), voice.text(next.quantity))
  }

  private func met(_ change: Change, first: Bool) -> String? {
    guard let target = change.figures?.from, let result = change.figures?.to else { return nil }
    let goal = voice.text(target.quantity)
    return voice.told(result) + noted(first ? voice(.goal, goal) : goal, change)
  }

  /// What a short text or one without numbers does not name, with the doubt once at the end.
  private func unsure(_ changes: [Change]) -> [String] {
    let names = changes.compactMap(plain)
    guard let last = names.last else { return [] }
    return names.dropLast() + [last + voice.bracket(voice(.doubt))]
  }

  private func plain(_ change: Change) -> String? { change.figures?.from.map(voice.told) }

  private func due(_ change: Change) -> String? {
    guard let target = change.figures?.from, let text = plain(change) else { return nil }
    return voice(.notMentioned, (target.period?.lastYear.map { voice(.dueBy, "\($0)") } ?? "") + text)
  }
}
