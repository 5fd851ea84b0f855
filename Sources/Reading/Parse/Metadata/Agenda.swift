// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// The years that a report looks back on and those that it sets tasks for.
///
/// Example: 总结2022年工作，部署2023年任务 looks back on 2022 and plans 2023; 党的十八大以来 looks back on ten years.
struct Agenda {
  /// Years after a verb of planning, with how often; years after a verb of review, in order.
  private var planned: [Int: Int] = [:]
  private var reviewed: [String] = []
  /// Years that a sentence opens with: 2022年，全市民政系统….
  private var told: Set<Int> = []
  /// 去年, 过去一年: the year before, whichever that is.
  private var tellsLastYear = false
  /// 今年以来, 上半年: results of the year that the meeting is held in.
  private var tellsThisYear = false
  /// The halves of the year that are formally reviewed and planned for: 总结上半年工作，部署下半年任务.
  private var halfReviewed: Int?
  private var halfPlanned: Int?
  /// Spans such as 党的十九大以来, by their first year.
  private var since: [Int] = []
  private var formalSince = false
  /// 回顾过去五年: a verb of review before the five years up to the one before the tasks'.
  private var reviewsFiveYears = false

  init(of article: Article, in text: CleanText, _ vocabulary: Vocabulary) {
    for paragraph in article.paragraphs {
      let clauses = AgendaClauses(text: text, paragraph: paragraph, vocabulary: vocabulary)
      for year in clauses.years() + clauses.titledYears() { note(year) }
      for (half, role) in clauses.halves() {
        if role == .plan { halfPlanned = halfPlanned ?? half } else { halfReviewed = halfReviewed ?? half }
      }
      for (year, formal) in clauses.congresses() where !since.contains(year) {
        since.append(year)
        formalSince = formalSince || formal
      }
      reviewed += clauses.plansReviewed()
      tellsThisYear = tellsThisYear || clauses.tellThisYear()
      tellsLastYear = tellsLastYear || clauses.tellLastYear()
      reviewsFiveYears = reviewsFiveYears || clauses.reviewFiveYears()
    }
  }

  private mutating func note(_ mention: AgendaClauses.Year) {
    switch mention.role {
    case .plan: planned[mention.year, default: 0] += 1
    case .review: if !reviewed.contains(String(mention.year)) { reviewed.insert(String(mention.year), at: 0) }
    case .opens: told.insert(mention.year)
    }
  }

  /// The year that tasks are set for, by the verbs of planning alone.
  var year: Int? { planned.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }

  /// The year after the one that a meeting early in the year tells the results of: 1月29日, with 2023年全省粮食产量….
  func year(after month: Int?) -> Int? {
    guard let month, month <= 4 else { return nil }
    return (told.union(reviewed.compactMap { Int($0) })).max().map { $0 + 1 }
  }

  func looksBack(on year: Int) -> Bool { reviewed.contains(String(year)) || told.contains(year) }

  /// The years planned for: of those named the one next to the meeting, else the meeting's; in December the
  /// next.
  func plan(of date: MeetingDate?, _ named: Int?) -> [Period] {
    guard let date else { return (year ?? named).map { [Period(year: $0)] } ?? [] }
    // In December 上半年 is the next year's.
    if let half = halfPlanned, halfReviewed.map({ $0 < half }) ?? false {
      return [Period(year: date.year, half: half)]
    }
    for candidate in [date.year, date.year + 1] where planned[candidate] != nil {
      return [Period(year: candidate)]
    }
    if let named, named == date.year || named == date.year + 1 { return [Period(year: named)] }
    return [Period(year: date.month == 12 ? date.year + 1 : date.year)]
  }

  /// What is formally reviewed first, then longer spans; nothing where the report looks only ahead.
  func review(before plan: Int?, in date: MeetingDate?) -> [Period] {
    if let half = halfReviewed, let planned = halfPlanned, half < planned, let year = date?.year {
      return [Period(year: year, half: half)]
    }
    var periods = reviewed.filter { year in plan.map { (Int(year) ?? 0) < $0 } ?? true }.map(
      Period.init(rawValue:))
    if let last = plan.map({ $0 - 1 }), periods.isEmpty || formalSince, told.contains(last) || tellsLastYear {
      if !periods.contains(Period(year: last)) { periods.append(Period(year: last)) }
    }
    let spans =
      plan.map { plan in since.filter { $0 < plan - 1 }.map { Period(from: $0, to: plan - 1) } } ?? []
    if reviewsFiveYears, spans.isEmpty, let plan { periods.append(Period(from: plan - 6, to: plan - 1)) }
    // A meeting within the year, which sets tasks for what is left of it.
    if periods.isEmpty, spans.isEmpty, tellsThisYear, let date, (date.month ?? 0) >= 4, date.year == plan {
      periods.append(Period(year: date.year))
    }
    return formalSince ? spans + periods : periods + spans
  }
}
