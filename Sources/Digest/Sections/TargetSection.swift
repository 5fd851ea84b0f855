// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import FoundationEssentials
internal import Minutes

/// The scoreboard of last year's targets, what readers look for first.
enum TargetSection {
  static func make(_ digest: MeetingDigest) -> Section? {
    guard let before = digest.predecessor?.meeting else { return nil }
    let all = changes(digest, .missed)
    let (missed, doubtful) = (all.filter { $0.confidence != .low }, all.filter { $0.confidence == .low })
    let (met, silent, open) = (changes(digest, .met), changes(digest, .unreported), changes(digest, .notDue))
    let counts = [("完成", met), ("未完成", missed), ("待核", doubtful), ("未交代", silent), ("未到期", open)]
      .map { ($0.0, $0.1.count) }.filter { $0.1 > 0 }
    let older = older(digest, than: met)
    guard !counts.isEmpty || !older.isEmpty else { return nil }
    return Section(
      "\(Names.last(digest.meeting, before))目标 \(counts.reduce(0) { $0 + $1.1 })项："
        + counts.map { "\($0.0)\($0.1)" }.joined(separator: " "),
      [
        row("未完成", .missed, missed.compactMap(reached)), row("待核", .missed, doubtful.compactMap(reached)),
        row("完成", .met, met.enumerated().compactMap { self.met($0.element, first: $0.offset == 0) }),
        row("历年", .met, older.compactMap(answered)), row("未交代", .unreported, silent.compactMap(plain)),
        row("未到期", .notDue, open.compactMap(due)),
      ])
  }

  /// What answers older targets alone: a result that meets last year's target too is told there.
  private static func older(_ digest: MeetingDigest, than met: [Change]) -> [Change] {
    let told = Set(met.compactMap { $0.figures?.to })
    return digest.changes(.met).filter { change in
      isOlder(change, digest) && change.figures?.to.map(told.contains) != true
    }
  }

  private static func row(_ label: String, _ kind: Change.Kind, _ items: [String]) -> Section.Row {
    Section.Row(label: label, items: items, keep: Weight.keep(kind))
  }

  private static func changes(_ digest: MeetingDigest, _ kind: Change.Kind) -> [Change] {
    digest.changes(kind).filter {
      ($0.relation == .previous || $0.relation == .chosen) && !isOlder($0, digest)
    }
  }

  /// True for a target that another report than the last one set.
  private static func isOlder(_ change: Change, _ digest: MeetingDigest) -> Bool {
    change.rule == "open-targets" && change.relation == .previous
  }

  /// 累计改造敬老院436所（2023年提出2025年底前400所，提前完成）.
  private static func answered(_ change: Change) -> String? {
    guard let pair = change.figures, let target = pair.from, let result = pair.to else { return nil }
    let due = target.period?.lastYear.map { "\($0)年底前" } ?? ""
    let early = pair.note == .metEarly ? "，提前完成" : ""
    return "\(FigureName.plain(result))（\(change.scope ?? "")\(due)\(Amounts.text(target.quantity))\(early)）"
  }

  /// 新建老年助餐点1143个，目标1200个（95.3%）；今年目标1500个. Shares are told as a gap in points.
  private static func reached(_ change: Change) -> String? {
    guard let pair = change.figures, let target = pair.from, let result = pair.to else { return nil }
    let gap =
      change.rate.map(Amounts.share) ?? pair.delta.map { "差" + Amounts.gap($0, like: target.quantity) }
    let reached = FigureName.plain(result)
    let note = gap.map { "（\($0)）" } ?? ""
    return "\(reached)，目标\(Amounts.text(target.quantity))\(note)\(next(change, target))"
  }

  /// ；今年目标提到1500个, where the same thing has a target again.
  private static func next(_ change: Change, _ target: Figure) -> String {
    guard let next = change.nextTarget, let new = next.quantity.value, let old = target.quantity.value else {
      return ""
    }
    let way = new > old ? "提到" : new < old ? "降到" : "仍为"
    return "；今年目标\(way)\(Amounts.text(next.quantity))"
  }

  private static func met(_ change: Change, first: Bool) -> String? {
    guard let target = change.figures?.from, let result = change.figures?.to else { return nil }
    return FigureName.plain(result)
      + "（\(first ? "目标" : "")\(Amounts.text(target.quantity))）"
  }

  private static func plain(_ change: Change) -> String? {
    change.figures?.from.map(FigureName.told)
  }

  private static func due(_ change: Change) -> String? {
    guard let target = change.figures?.from, let text = plain(change) else { return nil }
    return (target.period?.lastYear.map { "\($0)年底前" } ?? "") + text + "：本次未提"
  }
}
