// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// What the times of a text mean under the meeting's own date, review year and plan year.
extension PeriodReader {
  // MARK: Times in numbers

  /// What follows a year: 底前, 以来, 上半年, 6月, 1—9月.
  func frame(of years: WrittenYears.Years, _ written: WrittenYears) -> (TimeFrame, Int) {
    var place = years.end
    let year = years.last
    if years.isSchoolYear { return (schoolYear(years), place) }
    if let found = words.time(in: text, at: place), case .part(let part) = found.value,
      found.range.upperBound <= written.end
    {
      return (frame(ofPart: part, of: year, at: place), found.range.upperBound)
    }
    if text.has(Self.since, at: place), let review { return (TimeFrame.span(years.first, review), place + 2) }
    if years.first == year, let months = written.months(at: place) {
      return frame(ofMonths: months, of: year, at: place)
    }
    var isDue = false
    if text.has(Self.previous, at: place) || text.has(Self.earlier, at: place) { place += 1 }
    while place < written.end, Self.yearEnds.contains(text[place]) {
      isDue = isDue || text[place] != 0x5EA6
      place += 1
    }
    if text.has(Self.samePeriod, at: place) { place += 2 }
    let isFuture = plan.map { year >= $0 } ?? false
    let isTarget = isFuture || isDue && (review.map { year > $0 } ?? false)
    guard years.first < year else { return (TimeFrame.year(year, isTarget: isTarget), place) }
    var span = TimeFrame.span(years.first, year)
    span.isTarget = isTarget
    return (span, place)
  }

  /// 度 底 末 前 内 behind a year.
  private static let yearEnds = ScalarSet([0x5EA6, 0x5E95, 0x672B, 0x524D, 0x5185])

  /// The school year that begins in autumn: both its years are one time.
  private func schoolYear(_ years: WrittenYears.Years) -> TimeFrame {
    let period =
      years.first < years.last ? Period(from: years.first, to: years.last) : Period(year: years.last)
    return TimeFrame(flow: period, state: period, origin: Period(year: years.first - 1))
  }

  /// Months of a year, of the last one that has had them where no year is named; December's end is the
  /// year's.
  func frame(ofMonths months: (first: Int, last: Int, end: Int), of year: Int?, at place: Int) -> (
    TimeFrame, Int
  )? {
    let last = Self.digits(months.last)
    let part = months.first < months.last ? "M\(Self.digits(months.first))-\(last)" : last
    guard let year = year ?? self.year(ofPart: part, at: place) else { return nil }
    if months.last == 12, text[months.end - 1] != 0x6708 { return (TimeFrame.year(year), months.end) }
    return (frame(ofPart: part, of: year, at: place), months.end)
  }

  func frame(ofMonths months: (first: Int, last: Int, end: Int), of year: Int, at place: Int) -> (
    TimeFrame, Int
  ) {
    frame(ofMonths: months, of: Optional(year), at: place) ?? (TimeFrame.year(year), months.end)
  }

  private static func digits(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }

  // MARK: Words of the table

  func frame(
    of found: FigureWords.Found<PeriodRule>, _ end: Int, _ year: Int?, hasBefore: Bool
  ) -> (TimeFrame, Int)? {
    var place = found.range.upperBound
    switch found.value {
    case .review(let offset):
      if text.has(Self.samePeriod, at: place) { return (TimeFrame(), place + 2) }
      if let review, let part = part(of: review + offset, place, end) { return part }
      while place < end, Self.yearEnds.contains(text[place]) { place += 1 }
      return review.map { (TimeFrame.year($0 + offset), place) }
    case .plan(let offset): return plan.map { thisYear($0 + offset, place, end) }
    // In what is looked back on, 年内新建60个 is done.
    case .within where review != nil && !isTask(found.range.lowerBound) && !isCalled(found.range.lowerBound):
      return (TimeFrame(), place)
    case .due, .within: return hasBefore ? nil : plan.map { (TimeFrame.year($0, isTarget: true), place) }
    case .now: return plan.map { (TimeFrame.year($0), place) }
    case .same: return (TimeFrame(), place)
    case .since(let first): return review.map { (TimeFrame.span(first, $0), place) }
    case .back(let years): return review.map { (TimeFrame.span($0 - years, $0), place) }
    case .fiveYears(let name, let first, let last): return fiveYears(name, first, last, place, end)
    case .part(let part):
      guard let year = year ?? self.year(ofPart: part, at: place) else { return nil }
      var frame = frame(ofPart: part, of: year, at: place)
      // 二季度要…, 下半年将…: what is to come.
      frame.isTarget = frame.isTarget || place < end && [0x8981, 0x5C06].contains(text[place])
      return (frame, place)
    // Which year that is follows from the frame: the one it begins from.
    case .before: return (TimeFrame(), place)
    }
  }

  /// 今年 is to come, but 今年一季度 is over.
  private func thisYear(_ year: Int, _ place: Int, _ end: Int) -> (TimeFrame, Int) {
    if let part = part(of: year, place, end) { return part }
    let isDone = (place..<end).contains { here in Self.done.contains { text.has($0, at: here) } }
    return (TimeFrame.year(year, isTarget: !isDone), place)
  }

  /// 今年已建成, 今年首次突破: it has happened.
  private static let done = ["已", "首次", "以来"].map { [UInt32]($0) }

  /// The part that follows the word for a year: 去年上半年, 今年1—9月.
  private func part(of year: Int, _ place: Int, _ end: Int) -> (TimeFrame, Int)? {
    if let found = words.time(in: text, at: place), case .part(let part) = found.value,
      found.range.upperBound <= end
    {
      return (frame(ofPart: part, of: year, at: place), found.range.upperBound)
    }
    return WrittenYears(text: text, end: end).months(at: place).map {
      frame(ofMonths: $0, of: year, at: place)
    }
  }

  // MARK: Parts of a year

  /// What is not over by the day of the meeting is to come.
  private func frame(ofPart part: String, of year: Int, at place: Int) -> TimeFrame {
    var frame = TimeFrame.part(part, of: year)
    if let meeting {
      frame.isTarget = year > meeting.year || year == meeting.year && !isOver(part, meeting, place)
    }
    return frame
  }

  /// The year that 上半年 or 1至9月 belongs to: the meeting's own if that part is over, else the one that is
  /// planned
  /// for, or, in what is looked back on, the one before.
  private func year(ofPart part: String, at place: Int) -> Int? {
    guard let meeting, let plan, meeting.month != nil else { return plan }
    if isTask(place) { return plan }
    if isOver(part, meeting, place) { return meeting.year }
    if let review, review < meeting.year, !isCalled(place) { return review }
    return max(plan, meeting.year)
  }

  private func isOver(_ part: String, _ meeting: MeetingDate, _ place: Int) -> Bool {
    guard let month = meeting.month else { return true }
    let last = Self.lastMonth(of: part)
    return last < month || last == month && !isTask(place)
  }

  private static func lastMonth(of part: String) -> Int {
    let digits = part.split(separator: "-").last.flatMap { Int($0.filter(\.isNumber)) } ?? 12
    switch part.first {
    case "H": return digits * 6
    case "Q": return digits * 3
    default: return digits
    }
  }

  /// 要, 将, 力争 or 确保 beside a time: it is still to come.
  private func isCalled(_ place: Int) -> Bool {
    (max(0, place - 8)..<min(text.count, place + 6)).contains { here in
      Self.calling.contains { text.has($0, at: here) }
    }
  }

  private static let calling = ["力争", "确保", "要", "将", "预计", "争取"].map { [UInt32]($0) }

  // MARK: Plans

  /// A plan frames what follows only with 期间, 时期, 以来, 前四年 or 末: “十五五”民政规划 is a name.
  func fiveYears(_ name: String, _ first: Int, _ last: Int, _ place: Int, _ end: Int) -> (TimeFrame, Int)? {
    var place = place
    if place < end, text[place] == 0x201D { place += 1 }
    guard place + 1 < end else { return nil }
    if text[place] == 0x672B || text.has(Self.planEnd, at: place) {
      return (TimeFrame.year(last, isTarget: review.map { last > $0 } ?? false), place + 1)
    }
    if text.has(Self.during, at: place) || text.has(Self.era, at: place) || text.has(Self.since, at: place)
      || text.has(Self.fiveYears, at: place)
    {
      return (TimeFrame.plan(name, first, last, upTo: review), place + 2)
    }
    if text[place] == 0x524D, place + 2 < end, let years = NumeralScalar.chinese(text[place + 1]),
      text[place + 2] == 0x5E74
    {
      var frame = TimeFrame.span(first, first + Int(years) - 1)
      frame.origin = Period(year: first - 1)
      return (frame, place + 3)
    }
    return nil
  }

  private static let during = [UInt32]("期间")
  private static let era = [UInt32]("时期")
  private static let since = [UInt32]("以来")
  private static let fiveYears = [UInt32]("五年")
  private static let planEnd = [UInt32]("期末")
  private static let samePeriod = [UInt32]("同期")
  private static let previous = [UInt32]("以前")
  private static let earlier = [UInt32]("之前")
}
