// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

internal import FoundationEssentials

/// The results told against those of the earlier meeting; revisions first, then the largest movements.
enum FigureSection {
  static func make(_ digest: MeetingDigest) -> Section? {
    guard digest.predecessor != nil else { return nil }
    let revised = told(digest, .revised)
    let (up, down, same) = (told(digest, .figureUp), told(digest, .figureDown), told(digest, .figureSame))
    let gone = isShort(digest) ? [] : told(digest, .figureGone).filter { $0.figures?.from?.aspect != .target }
    let all = up.count + down.count + same.count
    guard all + revised.count > 0 else { return none(digest) }
    let ways = [("升", up.count), ("降", down.count), ("持平", same.count)].filter { $0.1 > 0 }.map {
      "\($0.0)\($0.1)"
    }
    let rest = [("修订", revised.count), ("未再列出", gone.count)].filter { $0.1 > 0 }.map { "；\($0.0)\($0.1)" }
    let moved = (up + down).sorted(by: isTold).compactMap(movement)
    return Section(
      "数字 可比\(all)项：" + ways.joined(separator: " ") + rest.joined(),
      [
        Section.Row(
          label: "修订", items: revised.compactMap { revision($0, digest) }, keep: Weight.keep(.revised)),
        Section.Row(label: "", items: moved, keep: Weight.keep(.figureUp)),
        Section.Row(
          label: "不可比", items: told(digest, .incomparable).compactMap(apart), keep: Weight.keep(.incomparable)),
      ])
  }

  /// A much shorter text leaves figures out without meaning it: they are not counted.
  private static func isShort(_ digest: MeetingDigest) -> Bool {
    guard let before = digest.predecessor?.meeting else { return false }
    return digest.meeting.length * 100 < before.length * 75
  }

  /// Said once where neither report has figures.
  private static func none(_ digest: MeetingDigest) -> Section? {
    digest.meeting.figures.isEmpty && digest.predecessor?.meeting.figures.isEmpty == true
      ? Section("数字 两份报道都没有工作数字，无从比较") : nil
  }

  private static func told(_ digest: MeetingDigest, _ kind: Change.Kind) -> [Change] {
    digest.changes(kind).filter { $0.relation == .previous || $0.relation == .chosen }
  }

  /// What rests on a revised base first, then by the size of the movement in percent, then by the indicator's
  /// name.
  private static func isTold(_ a: Change, before b: Change) -> Bool {
    let (first, second) = (a.figures?.note == .revisedBase, b.figures?.note == .revisedBase)
    if first != second { return first }
    let (x, y) = (size(a), size(b))
    return x == y ? (a.figures?.indicator ?? "") < (b.figures?.indicator ?? "") : x > y
  }

  private static func size(_ change: Change) -> Decimal {
    // Growth of a growth is worth telling last of all.
    if change.figures?.to?.aspect == .increase, change.figures?.to?.quantity.dimension == .percent {
      return 0
    }
    let percent = change.figures?.percent ?? 0
    return percent < 0 ? -percent : percent
  }

  /// 2022年养老服务床位：上年报41.9万张，今年报41.3万张（−6000张）.
  private static func revision(_ change: Change, _ digest: MeetingDigest) -> String? {
    guard let pair = change.figures, let old = pair.from, let new = pair.to else { return nil }
    let last = digest.predecessor.map { Names.last(digest.meeting, $0.meeting) } ?? "上次"
    let period = new.period.flatMap(\.lastYear).map { "\($0)年" } ?? ""
    let delta = pair.delta.map { "（\(Amounts.delta($0, like: new.quantity))）" } ?? ""
    let (first, second) = (Amounts.plain(old.quantity), Amounts.plain(new.quantity))
    return "\(period)\(new.indicator)：\(last)报\(first)，今年报\(second)\(delta)"
  }

  /// 救助资金：上次2.3亿元（2022-H1），今年4.1亿元（2023），时期不同类.
  private static func apart(_ change: Change) -> String? {
    guard let pair = change.figures, let old = pair.from, let new = pair.to else { return nil }
    func side(_ figure: Figure) -> String {
      Amounts.plain(figure.quantity) + (figure.period.map { "（\($0.rawValue)）" } ?? "")
    }
    return "\(new.indicator)：上次\(side(old))，今年\(side(new))" + (pair.note.map { "，\($0.rawValue)" } ?? "")
  }

  private static func movement(_ change: Change) -> String? {
    guard let pair = change.figures, let old = pair.from, let new = pair.to else { return nil }
    if pair.note == .revisedBase, let delta = pair.delta, let percent = pair.percent {
      let growth = "\(Amounts.delta(delta, like: new.quantity))（\(Amounts.percent(percent))）"
      return "\(FigureName.plain(new))：比今年所报上期数\(growth)"
    }
    let way =
      new.quantity.dimension == .percent
      ? pair.delta.map { Amounts.delta($0, like: new.quantity) } : pair.percent.map(Amounts.percent)
    let (first, second) = (
      FigureName.quantity(old.quantity, of: old.indicator),
      FigureName.quantity(new.quantity, of: new.indicator)
    )
    return FigureName.of(new) + Amounts.path(first, second) + (way.map { "（\($0)）" } ?? "")
  }
}
