// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

internal import FoundationEssentials

/// This year's targets against last year's: lowered, raised, the same, newly set.
enum NextTargetSection {
  static func make(_ digest: MeetingDigest) -> Section? {
    let down = told(digest, .targetDown)
    let up = told(digest, .targetUp)
    let same = told(digest, .targetSame)
    let new = told(digest, .figureNew).filter { $0.figures?.to?.aspect == .target }
    let again = told(digest, .returned).filter { $0.subject == .figure }
    let counts = [("上调", up), ("下调", down), ("持平", same), ("再设", again), ("新设", new)].filter { !$0.1.isEmpty }
    guard !counts.isEmpty, digest.predecessor != nil else { return nil }
    let all = counts.reduce(0) { $0 + $1.1.count }
    return Section(
      "今年目标 \(all)项：" + counts.map { "\($0.0)\($0.1.count)" }.joined(separator: " "),
      [
        row("下调", .targetDown, down.compactMap { moved($0, withPercent: true) }),
        row("上调", .targetUp, up.compactMap { moved($0, withPercent: false) }),
        row("持平", .targetSame, same.compactMap { moved($0, withPercent: false) }),
        row("再设", .targetUp, again.compactMap { self.again($0, in: digest) }),
        row("新设", .targetUp, new.compactMap { $0.figures?.to }.map { set($0, in: digest) }),
      ])
  }

  private static func row(_ label: String, _ kind: Change.Kind, _ items: [String]) -> Section.Row {
    Section.Row(label: label, items: items, keep: Weight.keep(kind))
  }

  private static func told(_ digest: MeetingDigest, _ kind: Change.Kind) -> [Change] {
    digest.changes(kind).filter { $0.relation == .previous || $0.relation == .chosen }
  }

  /// 2025年底前改造敬老院400所: a target that is due later than the plan says when.
  private static func set(_ target: Figure, in digest: MeetingDigest) -> String {
    guard let due = target.period?.lastYear, let year = digest.meeting.planYear, due > year else {
      return FigureName.told(target)
    }
    return "\(due)年底前" + FigureName.told(target)
  }

  /// 海葬600例（2022年400例）: a target that the last report did not set and an older one did.
  private static func again(_ change: Change, in digest: MeetingDigest) -> String? {
    guard let pair = change.figures, let new = pair.to, let old = pair.from else { return nil }
    let year = change.from.first.flatMap { digest.year(of: $0.meeting) }.map { "\($0)年" } ?? "曾为"
    return set(new, in: digest) + "（\(year)\(Amounts.text(old.quantity))）"
  }

  private static func moved(_ change: Change, withPercent: Bool) -> String? {
    guard let pair = change.figures, let old = pair.from, let new = pair.to else { return nil }
    let relative = old.quantity.dimension == .percent
    let notes = [
      withPercent && !relative ? pair.percent.map(Amounts.percent) : nil,
      pair.note == .wordsChanged ? "\(old.indicator)→\(new.indicator)，口径待核" : nil,
    ].compactMap(\.self)
    return FigureName.of(new) + Amounts.path(old.quantity, new.quantity)
      + (notes.isEmpty ? "" : "（\(notes.joined(separator: "；"))）")
  }
}
