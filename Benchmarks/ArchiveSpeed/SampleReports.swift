// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// Meetings of invented places, as long as a real report: ten tasks and sixty figures in 3,000 characters.
enum SampleReports {
  static func division(_ number: Int) -> Division {
    // A province for each 100, its cities below it.
    let isProvince = number.isMultiple(of: 100)
    let parent = number / 100 * 100
    return Division(
      code: code(number), name: "第\(number)市", short: "第\(number)",
      level: isProvince ? .province : .prefecture,
      parent: isProvince ? "000000" : code(parent), fullName: "第\(number)市")
  }

  static func code(_ number: Int) -> String { String(number + 200_000) }

  static func meeting(_ place: Int, _ year: Int, sector: String = "民政") -> Meeting {
    let day = MeetingDate(year: year, month: 1 + place % 5, day: 1 + place % 28)
    return Meeting(
      title: "第\(place)市召开\(year)年\(sector)工作会议", jurisdiction: division(place), sector: sector,
      kind: sector + "工作会议", category: "工作会议", date: day, reviewPeriods: [Period(year: year - 1)],
      planPeriods: [Period(year: year)], priorities: (0..<10).map { priority($0, place, year) },
      figures: (0..<60).map { figure($0, place, year) }, paragraphs: (0..<12).map { paragraph($0, place) })
  }

  private static let works = [
    "社会救助", "养老服务", "儿童福利", "基层治理", "社会组织", "慈善事业", "社会事务", "区划地名", "安全生产", "队伍建设",
  ]

  private static func excerpt(_ text: String, _ start: Int, _ paragraph: Int) -> Excerpt {
    Excerpt(text: text, span: Span(start: start, end: start + text.count), paragraph: paragraph)
  }

  private static func priority(_ rank: Int, _ place: Int, _ year: Int) -> Priority {
    let work = works[(rank + year % 2) % works.count]
    let body = "推进\(work)高质量发展。健全\(work)第\(place % 7)类制度，完善\(year % 3)项政策，提升服务水平，建设示范点，加强监督管理和人才培养。"
    return Priority(
      rank: rank + 1, marker: "\(rank + 1)是", head: "推进\(work)高质量发展",
      excerpt: excerpt(body, 1500 + rank * 80, 6), topics: ["topic-\(rank)"], confidence: 0.95)
  }

  private static func figure(_ number: Int, _ place: Int, _ year: Int) -> Figure {
    let name = works[number % 10] + ["机构", "床位", "资金", "站点", "覆盖率", "人数"][number / 10]
    let isTarget = number.isMultiple(of: 4)
    let value = Decimal(1_000 + number * 37 + place % 97 + (year - 2000) * 11)
    return Figure(
      excerpt: excerpt("\(name)\(value)个", 300 + number * 15, 3), indicator: name,
      quantity: Quantity(value: value, unit: "个", dimension: .count), aspect: isTarget ? .target : .level,
      period: Period(year: isTarget ? year : year - 1), topic: "topic-\(number % 10)", confidence: 0.9)
  }

  private static func paragraph(_ number: Int, _ place: Int) -> Excerpt {
    let text = String(repeating: "会议总结了第\(place % 31)市\(works[number % 10])的工作，部署了下一年的任务。", count: 10)
    return excerpt(text, number * 260, number + 1)
  }
}
