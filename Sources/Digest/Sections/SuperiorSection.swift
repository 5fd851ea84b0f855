// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

internal import FoundationEssentials

/// Which of the level above's priorities are taken up, and at which place.
enum SuperiorSection {
  static func make(_ digest: MeetingDigest) -> Section? {
    guard let superior = digest.baselines.superiors.first?.meeting else { return nil }
    let missing = digest.changes(.uptakeMissing, about: .priority)
    let all = superior.priorities.count
    let name = "对上级 \(Names.place(superior))\(superior.date?.description ?? "")，"
    let head =
      all == 0
      ? name + "报道未列任务，不论承接"
      : name + "\(all)项：承接\(all - missing.count)" + (missing.isEmpty ? "" : " 未提\(missing.count)")
    let taken = digest.changes(.uptake, about: .priority).sorted { rank($0) < rank($1) }
    let (above, own) = (Names.mark(superior), Names.mark(digest.meeting))
    return Section(
      head,
      [
        row("承接", .uptake, taken.map { self.taken($0, above, own) }),
        row("未提", .uptakeMissing, missing.map { Names.item($0.from[0], mark: above) + doubt($0) }),
        row("提法", .uptake, brands(digest)),
        row("目标", .targetUp, targets(digest, above, own)),
        row(
          "本地", .uptakeLocal,
          digest.changes(.uptakeLocal, about: .priority).map { Names.item($0.to[0], mark: own) }),
      ])
  }

  /// 已用“瀚海众扶”“护苗同行”, 未用“颐养瀚海”: the names that the level above gave its tasks.
  private static func brands(_ digest: MeetingDigest) -> [String] {
    func names(_ kind: Change.Kind) -> String {
      digest.changes(kind, about: .formulation).compactMap { Names.quoted($0.wordingFrom ?? "") }.joined()
    }
    return [("已用", names(.uptake)), ("未用", names(.uptakeMissing))].filter { !$0.1.isEmpty }.map {
      $0.0 + $0.1
    }
  }

  private static func row(_ label: String, _ kind: Change.Kind, _ items: [String]) -> Section.Row {
    Section.Row(label: label, items: items, keep: Weight.keep(kind))
  }

  private static func rank(_ change: Change) -> Int { change.from.first?.rank ?? 0 }

  private static func doubt(_ change: Change) -> String { change.confidence == .low ? "（待核）" : "" }

  /// 省6 发展慈善事业＋省7 引导社会组织→市4.
  private static func taken(_ change: Change, _ above: String, _ own: String) -> String {
    let from = change.from.map { above + "\($0.rank ?? 0) " + Columns.cut($0.name ?? "", to: 22) }
    let to = change.to.map { own + "\($0.rank ?? 0)" }
    return from.joined(separator: "＋") + "→" + to.joined(separator: "、")
  }

  private static func targets(_ digest: MeetingDigest, _ above: String, _ own: String) -> [String] {
    digest.changes(.targetUp, .targetDown, .targetSame, of: .superior).compactMap { change in
      guard let pair = change.figures, let theirs = pair.from, let mine = pair.to, let delta = pair.delta
      else { return nil }
      let size = Amounts.gap(delta, like: mine.quantity)
      let gap = delta == 0 ? "持平" : (delta < 0 ? "低" : "高") + size
      let (goal, aim) = (Amounts.text(theirs.quantity), Amounts.text(mine.quantity))
      return "\(mine.indicator) \(above)\(goal)、\(own)\(aim)（\(gap)）"
    }
  }
}
