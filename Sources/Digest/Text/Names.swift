// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// How meetings, places and tasks are called in a digest.
struct Names {
  /// 瀚海省民政2024: place, sector and plan year, as a reader would say it.
  static func story(_ meeting: Meeting) -> String {
    place(meeting) + (meeting.sector ?? "") + special(meeting) + (meeting.planYear.map(String.init) ?? "")
  }

  /// The division without the province above it: 澜浦市; of an autonomous one the short name: 广西, not 广西壮族自治区.
  static func place(_ meeting: Meeting) -> String {
    guard let division = meeting.jurisdiction else { return "辖区不明：" }
    let isLong = ["自治区", "自治州", "自治县", "自治旗", "特别行政区"].contains(where: division.name.hasSuffix)
    return isLong ? division.short : division.name
  }

  /// Words in quotation marks; quotes inside them become single ones: “开展‘护苗同行’行动”.
  static func quoted(_ words: String) -> String {
    let inner =
      words.holds("“") || words.holds("”")
      ? words.replacing("“", with: "‘").replacing("”", with: "’") : words
    return "“" + inner + "”"
  }

  /// 浙江, as one of several.
  static func short(_ meeting: Meeting) -> String { meeting.jurisdiction?.short ?? "不明" }

  /// What tells a class apart from the plain 工作会议: 宣传.
  static func special(_ meeting: Meeting) -> String {
    meeting.category.hasSuffix("工作会议") ? String(meeting.category.dropLast(4)) : meeting.category
  }

  /// 全省民政工作会议 2024-03-08.
  static func session(_ meeting: Meeting) -> String {
    scope(meeting, "全") + meeting.kind + " " + (meeting.date?.description ?? "日期不明")
  }

  /// 本省, 全市, 全区 … by the last character of the division's name.
  static func scope(_ meeting: Meeting, _ before: String) -> String {
    guard let division = meeting.jurisdiction else { return "" }
    if division.level == .national { return "全国" }
    return before + (division.name.last.map(String.init) ?? "")
  }

  /// One character for a level beside a rank: 省2→市1.
  static func mark(_ meeting: Meeting) -> String {
    switch meeting.jurisdiction?.level {
    case .national: "国"
    case .province: "省"
    case .prefecture: "市"
    case .county: "县"
    case nil: ""
    }
  }

  /// 虚构，仅供演示 or 改写文本, where a record is no report as printed.
  static func provenance(_ record: Record) -> String? {
    switch record.provenance {
    case .report: nil
    case .paraphrase: "改写文本"
    case .invented: "虚构，仅供演示"
    }
  }

  /// 上年 for the meeting of the year before, else 上次.
  static func last(_ meeting: Meeting, _ before: Meeting) -> String {
    guard let year = meeting.planYear, let other = before.planYear else { return "上次" }
    return other == year - 1 ? "上年" : "上次"
  }

  /// Rank and head: 4 发展银发经济.
  static func item(_ evidence: Change.Evidence, mark: String = "") -> String {
    let head = evidence.head ?? evidence.excerpt.text
    return mark + (evidence.rank.map { "\($0) " } ?? "") + Columns.cut(head, to: 44)
  }

  /// 2021—2023年, or 2021、2023年 where a year is missing.
  static func years(_ years: [Int]) -> String {
    let years = Set(years).sorted()
    guard let first = years.first, let last = years.last else { return "" }
    if first == last { return "\(first)年" }
    if years.count == last - first + 1 { return "\(first)—\(last)年" }
    return years.map(String.init).joined(separator: "、") + "年"
  }
}
