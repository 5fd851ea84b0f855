// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

extension MeetingDay {
  /// The date that stands with the meeting: the last before its name in the sentence, else the last before
  /// the sentence, else the first after. The day of the wire (1月5日电) and the second of several days (至22日)
  /// are none.
  func expression(of name: MeetingName, in lead: Range<Int>) -> DateExpression? {
    guard lead.contains(name.whole.lowerBound) else {
      // ——2024年1月18日在云岫县第十七届人民代表大会第三次会议上: the headline has the day.
      let line = text.paragraphs.first { $0.contains(name.whole.lowerBound) } ?? lead
      let before = line.lowerBound..<max(line.lowerBound, name.kind.lowerBound)
      return candidates(in: before).last ?? first(in: lead)
    }
    let start = sentenceStart(name.whole.lowerBound, lead)
    let before = candidates(in: lead.lowerBound..<name.kind.lowerBound)
    if let near = before.last(where: { $0.range.lowerBound >= start && $0.relative == nil }) { return near }
    if let near = before.last { return near }
    let end =
      text.scalars[name.kind.upperBound..<lead.upperBound].firstIndex(where: \.endsSentence)
      ?? lead.upperBound
    return candidates(in: name.kind.upperBound..<end).first
  }

  private func first(in lead: Range<Int>) -> DateExpression? {
    candidates(in: lead.lowerBound..<min(lead.upperBound, lead.lowerBound + 60)).first
  }

  private func candidates(in range: Range<Int>) -> [DateExpression] {
    let scalars = text.scalars
    return DateScanner(vocabulary: vocabulary).dates(in: scalars, range).filter { date in
      guard date.tellsDay else { return false }
      let next = date.range.upperBound < scalars.count ? scalars[date.range.upperBound] : 0
      return !Self.wire.contains(next) && !isUpTo(date.range.lowerBound, range)
    }
  }

  /// The day on which the report was sent, 兰州2月9日讯, with the year that the page or the meeting gives it.
  func wire(in lead: Range<Int>, _ page: MeetingDate?, _ agenda: Agenda, named: Int?) -> MeetingDate? {
    let head = lead.lowerBound..<min(lead.upperBound, lead.lowerBound + Self.byline)
    let sent = DateScanner(vocabulary: vocabulary).dates(in: text.scalars, head).first { date in
      let end = date.range.upperBound
      return date.month != nil && date.day != nil && end < lead.upperBound
        && Self.wire.contains(text.scalars[end])
    }
    guard let sent, let month = sent.month, let day = sent.day else { return nil }
    let inPageYear = page.map { ($0.month ?? 12, $0.day ?? 31) < (month, day) ? $0.year - 1 : $0.year }
    let planned = (named ?? agenda.year ?? agenda.year(after: month)).map {
      Self.held(in: month, planning: $0, agenda)
    }
    return (sent.year ?? inPageYear ?? planned).map { MeetingDate(year: $0, month: month, day: day) }
  }

  /// A byline is at most so long.
  private static let byline = 40

  private func sentenceStart(_ place: Int, _ range: Range<Int>) -> Int {
    text.scalars[range.lowerBound..<place].lastIndex(where: \.endsSentence).map { $0 + 1 } ?? range.lowerBound
  }

  /// 电 讯: the day on which a report was sent.
  private static let wire = ScalarSet("电讯")
  /// Whether a date is the last of several: 至22日, 21—22日; the —— before a line of its own joins nothing.
  private func isUpTo(_ place: Int, _ range: Range<Int>) -> Bool {
    guard place > range.lowerBound, Self.upTo.contains(text.scalars[place - 1]) else { return false }
    return place - 2 >= range.lowerBound && (text.scalars[place - 2].isDigit || text.scalars[place - 2].isHan)
  }

  private static let upTo = ScalarSet("至到—–-~～、")

  /// The day with what the page's date adds: 昨日, 12日, 3月7日, or the year alone.
  func fromPage(_ expression: DateExpression?, _ page: MeetingDate?, named: Int?) -> Day? {
    guard let page, let month = page.month, let day = page.day else { return nil }
    let year = named == page.year + 1 && month >= 11 ? page.year : named
    let basis: MeetingDate.Basis = year == nil ? .page : .meetingName
    guard let expression else { return Day(date: MeetingDate(year: year ?? page.year), basis: basis) }
    if let relative = expression.relative {
      guard let distance = Self.distance(of: relative) else {
        return Day(date: MeetingDate(year: year ?? page.year), basis: basis)
      }
      return Day(date: CivilDay(page.year, month, day).before(distance).date, basis: .page)
    }
    guard let ownDay = expression.day else { return nil }
    if let ownMonth = expression.month {
      let inPageYear = (ownMonth, ownDay) <= (month, day) ? page.year : page.year - 1
      let isNear = named.map { $0 == inPageYear || $0 == inPageYear + 1 && ownMonth >= 11 } ?? true
      return Day(
        date: MeetingDate(year: isNear ? inPageYear : named ?? inPageYear, month: ownMonth, day: ownDay),
        basis: basis)
    }
    let earlier = CivilDay(page.year, month, 1).before(1)
    let date =
      ownDay <= day
      ? MeetingDate(year: page.year, month: month, day: ownDay)
      : MeetingDate(year: earlier.year, month: earlier.month, day: ownDay)
    return Day(date: date, basis: .page)
  }

  /// How many days before the page's date; nil for 近日.
  static func distance(of relative: DateExpression.Relative) -> Int? {
    switch relative {
    case .today: 0
    case .yesterday: 1
    case .beforeYesterday: 2
    case .recent: nil
    }
  }
}
