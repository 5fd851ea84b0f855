// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Diff
internal import Digest
internal import FoundationEssentials
internal import Minutes

/// The targets of one series, under the meeting that set them.
struct TargetTable {
  let holding: Holding
  let entries: [TargetRegister.Entry]

  init(_ holding: Holding, _ register: TargetRegister, where wanted: (TargetRegister.Entry) -> Bool) {
    self.holding = holding
    entries = register.entries.filter(wanted)
  }

  private static let labels: [(state: TargetRegister.State, label: String)] = [
    (.met, "完成"), (.metEarly, "提前完成"), (.missed, "未完成"), (.doubtful, "待核"), (.unreported, "未交代"),
    (.notDue, "未到期"), (.open, "待后续"), (.replaced, "已改"),
  ]

  static func label(_ state: TargetRegister.State) -> String {
    labels.first { $0.state == state }?.label ?? state.rawValue
  }

  /// The register of a series with what its place published in between.
  static func register(of holding: Holding, _ tools: ArchiveTools) throws -> TargetRegister {
    let meetings = holding.records.map(\.meeting)
    let bulletins = try meetings.last?.jurisdiction.map { place in
      try tools.archive.bulletins(of: place.code, provenance: holding.isInvented ? .invented : .paraphrase)
    }
    return TargetRegister(of: meetings, bulletins: bulletins ?? [], by: tools.comparer)
  }

  /// 目标14项：完成8 未完成2.
  var summary: String {
    let counts = Self.labels.compactMap { state, label in
      let count = entries.count { $0.state == state }
      return count > 0 ? "\(label)\(count)" : nil
    }
    return "目标\(entries.count)项：" + counts.joined(separator: " ")
  }

  /// 2025年底前改造敬老院400所.
  func target(_ entry: TargetRegister.Entry) -> String {
    let due = entry.due.flatMap { $0 == entry.year ? nil : "\($0)年底前" } ?? ""
    return due + FigureName.told(entry.target)
  }

  func lines(width: Int) -> [String] {
    let meeting = holding.records.last?.meeting
    let head =
      "\(meeting?.jurisdiction?.fullName ?? "")　\(meeting?.kind ?? "")　\(summary)"
      + holding.note
    var lines = Wrap.lines(Sanitised.text(head), width: width).map { Terminal.strong($0) }
    for record in holding.records {
      let own = entries.filter { $0.meeting == record.meeting.id }
      guard !own.isEmpty else { continue }
      let date = record.meeting.date?.description ?? "日期不明"
      lines.append("\(record.meeting.planYear.map { "\($0)年" } ?? "")提出（\(date)）")
      lines += own.flatMap { self.lines(of: $0, width) }
    }
    return lines
  }

  /// One target, broken under its own words.
  private func lines(of entry: TargetRegister.Entry, _ width: Int) -> [String] {
    let told = [target(entry), answer(entry), next(entry)].filter { !$0.isEmpty }.joined(separator: "；")
    return Wrap.hanging("  " + Self.label(entry.state), Sanitised.text(told), margin: 12, width: width)
  }

  /// 2024年报1143个（95.3%）：what the report that judged it says, and where.
  func answer(_ entry: TargetRegister.Entry) -> String {
    guard let result = entry.verdict?.figures?.to, entry.state != .unreported, entry.state != .notDue else {
      return ""
    }
    let rate = entry.verdict?.rate.map { "，\(Amounts.share($0))" } ?? ""
    let meeting = entry.judgedBy?.split(separator: "/").last.map(String.init) ?? ""
    let date = entry.bulletin.map { "\($0.published)公报" } ?? meeting
    let verb = entry.state == .replaced ? "改为" : "报"
    let place = "（\(date) \(result.excerpt.mark)\(rate)）"
    if let first = entry.unrevised {
      return "按修订数\(Amounts.text(result.quantity))\(place)，原报\(Amounts.text(first.quantity))"
    }
    return "\(verb)\(Amounts.text(result.quantity))\(place)"
  }

  func next(_ entry: TargetRegister.Entry) -> String {
    entry.verdict?.nextTarget.map { "下一年目标\(Amounts.text($0.quantity))" } ?? ""
  }

  var objects: [JSONValue] {
    let meeting = holding.records.last?.meeting
    return entries.map { entry in
      let result = entry.verdict?.figures?.to
      return .object([
        "series": .string(meeting?.series ?? ""), "meeting": .string(entry.meeting),
        "year": entry.year.map(JSONValue.integer) ?? .null, "due": entry.due.map(JSONValue.integer) ?? .null,
        "state": .string(entry.state.rawValue), "target": MeetingJSON.figure(entry.target),
        "result": result.map(MeetingJSON.figure) ?? .null, "judged_by": .optional(entry.judgedBy),
        "unrevised": entry.unrevised.map(MeetingJSON.figure) ?? .null,
        "bulletin": .optional(entry.bulletin?.document.name),
        "rate": .optional(entry.verdict?.rate), "invented": .bool(holding.isInvented),
      ])
    }
  }
}
