// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The first two lines: what happened, and which meeting against what with what caveat.
struct Story {
  let digest: MeetingDigest

  var lines: [String] { [headline, circumstances] }

  private var meeting: Meeting { digest.meeting }

  private var headline: String {
    let name = Names.story(meeting)
    switch digest.primary.relation {
    case .none: return "\(name)（首次收录，无可比会议）：\(meeting.priorities.count)项任务；未与其他会议比较"
    case .previous:
      if let superior = digest.baselines.superiors.first {
        return told(name + "：", uptake(superior) + behind + items(withMissed: false))
      }
      return told("\(name)比\(year(digest.baselines.previous))：", items(withMissed: true))
    case .superior: return told(name + "：", digest.baselines.superiors.first.map(uptake) ?? [])
    case .peer:
      let first = digest.isFromArchive ? "（首次收录）" : ""
      return told(name + first + "：", ["\(meeting.priorities.count)项"] + unique)
    case .chosen:
      return told(
        "\(name)对照\(digest.baselines.chosen.map { Names.story($0.meeting) } ?? "")：", items(withMissed: true))
    }
  }

  private func year(_ record: Record?) -> String {
    record?.meeting.planYear.map(String.init) ?? "上次"
  }

  /// As many parts as fit into one line; where only words and figures moved it says so.
  private func told(_ name: String, _ parts: [String]) -> String {
    if digest.isUnchanged { return name + "无实质变化" }
    if parts.isEmpty { return name + (digest.changes(.split).isEmpty ? "任务无增减" : "任务有单列") }
    var text = name + parts[0]
    for part in parts.dropFirst() where Columns.width(text) + 2 + Columns.width(part) <= Page.width {
      text += "；" + part
    }
    return text
  }

  /// 省9项承接7，发展银发经济未提.
  private func uptake(_ superior: Record) -> [String] {
    let missing = digest.changes(.uptakeMissing, about: .priority)
    let all = superior.meeting.priorities.count
    let mark = Names.mark(superior.meeting)
    guard all > 0 else { return [mark + "报道未列任务"] }
    let silent = missing.prefix(2).compactMap { $0.from.first?.name }.map { Columns.cut($0, to: 24) }
    let tail = silent.isEmpty ? "" : "，" + silent.joined(separator: "、") + "未提"
    return ["\(mark)\(all)项承接\(all - missing.count)项" + tail]
  }

  /// Targets that were missed, by name alone: 护理型床位占比、命名海岛地名未达标.
  private var behind: [String] {
    let names = digest.changes(.missed).filter { $0.confidence != .low }.compactMap {
      $0.figures?.from.map(FigureName.of)
    }
    return names.isEmpty ? [] : [names.prefix(2).joined(separator: "、") + "未达标"]
  }

  /// The heaviest changes in a few words each: tasks first, then a target that was missed.
  private func items(withMissed: Bool) -> [String] {
    let order: [Change.Kind] = [
      .dropped, .newItem, .firstEver, .returned, .rankUp, .rankDown, .merged,
    ]
    let own = digest.changes.filter { $0.relation == .previous || $0.relation == .chosen }
    let tasks = order.flatMap { kind in own.filter { $0.kind == kind }.prefix(2) }
    let figures = digest.changes(.missed, .revised).filter { withMissed || $0.kind == .revised }.compactMap(
      figure)
    // The third task gives way where it would push out the figure that readers look for first.
    let three = phrase(tasks.prefix(3))
    let short = figures.isEmpty || Columns.width(three + figures[0]) <= 50
    let told = short ? three : phrase(tasks.prefix(2))
    return (told.isEmpty ? [] : [told]) + figures.prefix(2)
  }

  /// 不再提基层治理、安全底线，新增银发经济: the verb of neighbours is said once.
  private func phrase(_ changes: some Sequence<Change>) -> String {
    var phrase = ""
    var last: String?
    for change in changes {
      guard let (verb, name) = task(change) else { continue }
      phrase += phrase.isEmpty ? verb + name : verb == last ? "、" + name : "，" + verb + name
      last = verb
    }
    return phrase
  }

  /// What happened to a task and its short name.
  private func task(_ change: Change) -> (verb: String, name: String)? {
    let name = Columns.cut(change.to.first?.name ?? change.from.first?.name ?? "", to: 20)
    switch change.kind {
    case .dropped where change.confidence == .low: return ("未提及", gone(change))
    case .dropped: return ("不再提", gone(change))
    case .newItem: return ("新增", name)
    case .firstEver: return ("首次提出", name)
    case .returned: return ("再提", name)
    case .merged: return ("并为", name)
    case .rankUp: return ("", name + "升第\(change.to[0].rank ?? 0)")
    case .rankDown: return ("", name + "降第\(change.to[0].rank ?? 0)")
    case .kept, .reworded, .split, .strengthUp, .strengthDown, .peerAhead, .peerOnly, .peerLack, .uptake,
      .uptakeMissing, .uptakeLocal, .leader, .newTerm, .lostTerm, .freqUp, .freqDown, .length, .structure,
      .figureUp, .figureDown, .figureSame, .targetUp, .targetDown, .targetSame, .met, .missed, .notDue,
      .unreported, .figureNew, .figureGone, .revised, .modifier, .incomparable:
      return nil
    }
  }

  private func gone(_ change: Change) -> String { Columns.cut(change.from.first?.name ?? "", to: 20) }

  private func figure(_ change: Change) -> String? {
    guard change.relation != .superior, change.confidence != .low, let pair = change.figures else {
      return nil
    }
    return change.kind == .missed ? missed(pair) : "修订" + pair.indicator
  }

  private func missed(_ pair: FigurePair) -> String? {
    guard let delta = pair.delta, let target = pair.from else { return nil }
    return "\(FigureName.of(target))差" + Amounts.gap(delta, like: target.quantity)
  }

  private var unique: [String] {
    let only = digest.changes(.peerOnly).compactMap { $0.to.first?.name }.map { Columns.cut($0, to: 18) }
    return only.isEmpty ? [] : ["独有" + only.joined(separator: "、")]
  }

  private var circumstances: String {
    let versions = [parts(naming: true), parts(naming: false)].map { $0 + caveat }
    let told = versions.first { Columns.width($0.joined(separator: "｜")) <= Page.width } ?? versions[1]
    // Where the text comes from is never cut; the rest of the line may be.
    let room = Page.width - caveat.reduce(0) { $0 + Columns.width($1) + 2 }
    let start = Columns.cut(told.dropLast(caveat.count).joined(separator: "｜"), to: room)
    return ([start] + caveat).joined(separator: "｜")
  }

  private func parts(naming: Bool) -> [String] {
    // What is known anyway gives way where the line is too long: the peers' names, how far the archive
    // reaches.
    var parts = [Names.session(meeting) + (Self.caution(meeting.dateBasis).map { "（\($0)）" } ?? "")]
    if let before = digest.predecessor?.meeting {
      let name = digest.primary.relation == .chosen ? "对照" + Names.place(before) : "上次"
      parts.append(name + (before.date?.description ?? "日期不明") + (naming ? held : ""))
    } else if digest.primary.relation != .none {
      parts.append(digest.isFromArchive ? "馆藏无往年会议" + (naming ? peers : "") : "只比较这两份文本")
    }
    return parts
  }

  /// What a reader must know of the date: a year that the meeting's own words do not give.
  private static func caution(_ basis: MeetingDate.Basis?) -> String? {
    switch basis {
    case nil, .text, .meetingName: nil
    case .page: "年份据页面日期"
    case .tasks: "年份据任务年度"
    case .otherReport: "年份据同页报道"
    case .fileName: "年份据文件名"
    }
  }

  /// What a reader must know of the texts: invented, or in other words than printed.
  private var caveat: [String] {
    if let own = Names.provenance(digest.record) { return [own] }
    return digest.compared.lazy.compactMap { Names.provenance($0.record) }.first.map { ["对比文本为" + $0] } ?? []
  }

  /// How far the archive reaches back in this series, and whether a year is missing.
  private var held: String {
    let years = Set((digest.baselines.history.map(\.meeting) + [meeting]).compactMap(\.planYear)).sorted()
    guard years.count > 2, let first = years.first, let last = years.last else { return "" }
    let missing = (first...last).filter { !years.contains($0) }
    return missing.isEmpty ? "，馆藏\(first)—\(last)年无缺" : "，馆藏缺\(Names.years(missing))"
  }

  private var peers: String {
    let names = digest.baselines.peers.prefix(3).map {
      Names.short($0.meeting) + ($0.meeting.date.map { String($0.description.dropFirst(5)) } ?? "")
    }
    return names.isEmpty ? "" : "；同级已收录：" + names.joined(separator: "、")
  }
}
