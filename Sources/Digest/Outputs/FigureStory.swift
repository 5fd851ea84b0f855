// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import FoundationEssentials
internal import Minutes

/// One change of a figure in one line.
enum FigureStory {
  static func text(_ change: Change, in digest: MeetingDigest) -> String {
    guard let pair = change.figures else { return "" }
    let last = digest.predecessor.map { Names.last(digest.meeting, $0.meeting) } ?? "上次"
    switch change.kind {
    case .met where change.rule == "open-targets":
      return "\(change.scope ?? "")的目标完成：" + judged(pair, change) + (pair.note == .metEarly ? "，提前完成" : "")
    case .met: return "\(last)目标完成：" + judged(pair, change)
    case .missed where change.confidence == .low: return "\(last)目标待核：" + judged(pair, change)
    case .missed: return "\(last)目标未完成：" + judged(pair, change)
    case .notDue: return "\(last)目标未到期：" + one(pair.from) + "，本次未提"
    case .unreported: return "\(last)目标未交代：" + one(pair.from) + ChangeStory.doubt(change)
    case .revised: return revision(pair, last)
    case .targetUp: return compared("目标上调：", pair, change)
    case .targetDown: return compared("目标下调：", pair, change)
    case .targetSame: return compared("目标持平：", pair, change)
    case .figureUp: return compared("上升：", pair, change)
    case .figureDown: return compared("下降：", pair, change)
    case .figureSame: return compared("持平：", pair, change)
    case .modifier: return "限定词变化：" + one(pair.from) + "→" + one(pair.to)
    case .figureNew: return (pair.to?.aspect == .target ? "新设目标：" : "新增量化指标：") + one(pair.to)
    case .figureGone where pair.from?.aspect == .target:
      return "未再设目标：" + one(pair.from) + "（\(last)目标）" + ChangeStory.doubt(change)
    case .figureGone: return "未再列出：" + one(pair.from) + ChangeStory.doubt(change)
    case .reworded:
      return "指标改称：\(Names.quoted(change.wordingFrom ?? ""))→\(Names.quoted(change.wordingTo ?? ""))"
    case .peerAhead: return beside(pair, change, digest)
    case .incomparable: return apart(pair, last)
    case .returned: return again(pair, change)
    case .newItem, .firstEver, .dropped, .kept, .strengthUp, .strengthDown, .rankUp, .rankDown,
      .merged, .split, .peerOnly, .peerLack, .uptake, .uptakeMissing, .uptakeLocal, .leader,
      .newTerm,
      .lostTerm, .freqUp, .freqDown, .length, .structure:
      return ""
    }
  }

  private static func one(_ figure: Figure?) -> String {
    figure.map(FigureName.told) ?? ""
  }

  /// 同级对照：护理型床位占比 云岫61.3%、本级53.5%（−7.8个百分点）.
  private static func beside(_ pair: FigurePair, _ change: Change, _ digest: MeetingDigest) -> String {
    guard let theirs = pair.from?.quantity, let mine = pair.to?.quantity else { return "" }
    let peer = change.baselines.first.flatMap(digest.record(of:)).map { Names.short($0.meeting) } ?? "同级"
    let gap = pair.delta.map { "（\(Amounts.delta($0, like: mine))）" } ?? ""
    return "同级对照：\(pair.indicator) \(peer)\(Amounts.plain(theirs))、本级\(Amounts.plain(mine))\(gap)"
  }

  /// 不可比：救助资金，上年2.3亿元（2022-H1），今年4.1亿元（2023）：时期不同类.
  private static func apart(_ pair: FigurePair, _ last: String) -> String {
    guard let old = pair.from, let new = pair.to else { return "" }
    func side(_ figure: Figure) -> String {
      Amounts.plain(figure.quantity) + (figure.period.map { "（\($0.rawValue)）" } ?? "")
    }
    let why = pair.note.map { "：" + $0.rawValue } ?? ""
    return "不可比：\(new.indicator)，\(last)\(side(old))，今年\(side(new))\(why)"
  }

  /// 目标再设：海葬600例（2022年提出400例，上年未设）.
  private static func again(_ pair: FigurePair, _ change: Change) -> String {
    let before = pair.from.map { Amounts.text($0.quantity) } ?? ""
    return "目标再设：" + one(pair.to) + "（\(change.scope ?? "")\(before)，上次未设）"
  }

  private static func told(_ figure: Figure?) -> Quantity? {
    figure.map { FigureName.quantity($0.quantity, of: $0.indicator) }
  }

  private static func judged(_ pair: FigurePair, _ change: Change) -> String {
    guard let target = pair.from, let result = pair.to else { return "" }
    let gap =
      change.rate.map(Amounts.share)
      ?? pair.delta.map { $0 == 0 ? "持平" : Amounts.delta($0, like: target.quantity) }
    let note = gap.map { "（\($0)）" } ?? ""
    return FigureName.plain(result) + "，目标\(Amounts.text(target.quantity))\(note)"
  }

  /// 修订：2022年养老床位，上年报41.9万张，今年报41.3万张.
  private static func revision(_ pair: FigurePair, _ last: String) -> String {
    guard let old = pair.from, let new = pair.to else { return "" }
    let period = new.period.flatMap(\.lastYear).map { "\($0)年" } ?? ""
    return
      "修订：\(period)\(new.indicator)，\(last)报\(Amounts.plain(old.quantity))，今年报\(Amounts.plain(new.quantity))"
  }

  /// A superior's target is set beside one's own in words: 上级61%、本级56%.
  private static func compared(_ label: String, _ pair: FigurePair, _ change: Change) -> String {
    guard let result = pair.to, let old = told(pair.from), let new = told(result) else { return "" }
    let name = FigureName.of(result)
    if change.relation == .superior {
      let gap = pair.delta.map { "（\(Amounts.delta($0, like: new))）" } ?? ""
      return "目标对照：\(name) 上级\(Amounts.text(old))、本级\(Amounts.text(new))\(gap)"
    }
    let points = new.dimension == .percent
    let way = points ? pair.delta.map { Amounts.delta($0, like: new) } : pair.percent.map(Amounts.percent)
    if change.figures?.note == .revisedBase, let percent = pair.percent, let delta = pair.delta {
      let growth = "\(Amounts.delta(delta, like: new))（\(Amounts.percent(percent))）"
      return "\(label)\(name)\(Amounts.path(old, new))，按修订后的上期数\(growth)"
    }
    let doubt = change.figures?.note == .wordsChanged && label.hasPrefix("目标") ? "，口径待核" : ""
    return label + name + Amounts.path(old, new) + (way.map { "（\($0)）" } ?? "") + doubt
  }
}
