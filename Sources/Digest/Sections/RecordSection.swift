// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The tasks and figures of a meeting that has no earlier one to be compared with.
enum RecordSection {
  static func make(_ digest: MeetingDigest) -> [Section] {
    guard digest.predecessor == nil else { return [] }
    let meeting = digest.meeting
    let tasks = meeting.priorities.map { "\(pad($0.rank)) \(Columns.cut($0.head, to: 72))" }
    let counts = digest.baselines.peers.map { "\(Names.short($0.meeting))\($0.meeting.priorities.count)项" }
    let beside = counts.isEmpty ? "" : "（\(counts.joined(separator: "、"))）"
    let results = meeting.figures.filter { $0.aspect != .target }
    let targets = meeting.figures.filter { $0.aspect == .target }
    return [
      Section(
        "重点 \(meeting.priorities.count)项" + beside,
        [Section.Row(label: "", items: tasks, keep: 80, apart: true)]),
      list("目标", targets, keep: 60), list("数字", results, keep: 50), silence(digest),
    ].compactMap(\.self)
  }

  /// That there are no figures anywhere is said once.
  private static func silence(_ digest: MeetingDigest) -> Section? {
    guard digest.meeting.figures.isEmpty else { return nil }
    let peers = digest.baselines.peers
    guard !peers.isEmpty, peers.allSatisfy({ $0.meeting.figures.isEmpty }) else {
      return Section("数字 报道中没有工作数字")
    }
    let numerals = ["", "", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
    let count = peers.count + 1
    return Section("数字 \(count < numerals.count ? numerals[count] : String(count))份报道都没有工作数字，无从比较")
  }

  private static func list(_ name: String, _ figures: [Figure], keep: Int) -> Section? {
    guard !figures.isEmpty else { return nil }
    let items = figures.map(FigureName.told)
    return Section("\(name) \(figures.count)项", [Section.Row(label: "", items: items, keep: keep)])
  }

  private static func pad(_ rank: Int) -> String { rank < 10 ? " \(rank)" : String(rank) }
}
