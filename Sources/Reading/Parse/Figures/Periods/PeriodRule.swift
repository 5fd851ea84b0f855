// SPDX-License-Identifier: Apache-2.0

/// What a word of time means, as the table of periods gives it.
enum PeriodRule: Sendable, Hashable {
  /// The year looked back on, and years from it: 去年, 前年.
  case review(Int)
  /// The year that tasks are set for: 今年.
  case plan(Int)
  /// The plan year as a date by which something is due: 年内.
  case due
  /// 年内: due where something is called for, else the year that is spoken of.
  case within
  /// The plan year so far: 今年以来.
  case now
  /// The year that is spoken of anyway: 全年.
  case same
  /// From a year to the review year: 党的十九大以来.
  case since(Int)
  /// So many years up to the review year: 五年来.
  case back(Int)
  /// A five-year plan: 十三五 is 2016 to 2020.
  case fiveYears(String, Int, Int)
  /// A part of a year, in the notation of `Period`: H1, Q3, M01-09.
  case part(String)
  /// The period before, compared with: 同比.
  case before

  init(word: String, rule: String) {
    let parts = rule.split(separator: ":", maxSplits: 1).map(String.init)
    let years = parts.count > 1 ? parts[1].split(separator: "-").compactMap { Int($0) } : []
    switch (parts.first ?? "", years.count) {
    case ("due", _): self = .due
    case ("within", _): self = .within
    case ("now", _): self = .now
    case ("before", _): self = .before
    case ("since", 1...): self = .since(years[0])
    case ("back", 1...): self = .back(years[0])
    case ("plan", 2...): self = .fiveYears(word, years[0], years[1])
    case (let year, _) where year.first == "R": self = .review(Int(year.dropFirst()) ?? 0)
    case (let year, _) where year.first == "P": self = .plan(Int(year.dropFirst()) ?? 0)
    case (let part, _) where "HQM".contains(part.first ?? " "): self = .part(part)
    default: self = .same
    }
  }
}
