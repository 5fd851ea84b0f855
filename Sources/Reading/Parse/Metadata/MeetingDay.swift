// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Finds the day of a meeting, and its year where the date has none.
///
/// The year comes from the date itself, else from the name of the meeting, the page's date, the year of the
/// tasks, another report of the page, the file's name. 近日 tells no day: only the year is given.
struct MeetingDay {
  /// A date, and where its year came from.
  struct Day {
    var date: MeetingDate
    var basis: MeetingDate.Basis

    /// Whether any part of the date followed from its surroundings.
    var inferred: Bool { basis != .text }
  }

  let vocabulary: Vocabulary
  let text: CleanText
  let fileName: String

  /// The day by the article's own evidence and its page's date, or nil where these give no year.
  func date(
    of name: MeetingName, in lead: Range<Int>, _ article: Article, _ agenda: Agenda, page: MeetingDate?
  ) -> Day? {
    let expression = expression(of: name, in: lead)
    if let expression, let year = expression.year {
      return Day(date: MeetingDate(year: year, month: expression.month, day: expression.day), basis: .text)
    }
    let named = yearNamed(name, article)
    let wire = wire(in: lead, page, agenda, named: named)
    // 2月9日讯（记者…）今天上午: what is told from the day of the wire needs no page.
    let counted = expression.map { $0.month == nil } ?? false
    let basis: MeetingDate.Basis = named == nil ? .tasks : .meetingName
    if var day = fromPage(expression, counted ? wire ?? page : page, named: named) {
      if page == nil { day.basis = basis }
      return day
    }
    guard let year = named ?? agenda.year ?? agenda.year(after: expression?.month) else { return nil }
    guard let expression, let month = expression.month else {
      return Day(date: MeetingDate(year: year), basis: basis)
    }
    return Day(
      date: MeetingDate(
        year: Self.held(in: month, planning: year, agenda), month: month, day: expression.day),
      basis: basis)
  }

  /// The year of a meeting in `month` that plans for `year`: one in December, or in November if it looks back on the
  /// year before the tasks', was held in that year.
  static func held(in month: Int, planning year: Int, _ agenda: Agenda) -> Int {
    let isEarly =
      (month == 12 || month == 11 && agenda.looksBack(on: year - 1)) && !agenda.looksBack(on: year)
      && agenda.year == year
    return isEarly ? year - 1 : year
  }

  /// The year from another report of the page or from the file's name, with the day that the text tells.
  func undated(_ name: MeetingName, in lead: Range<Int>, elsewhere: Int?) -> Day? {
    let expression = expression(of: name, in: lead)
    if elsewhere == nil, let file = fileDate, var day = fromPage(expression, file, named: nil) {
      day.basis = .fileName
      return day
    }
    guard let year = elsewhere ?? fileDate?.year ?? leadingYear else { return nil }
    let basis: MeetingDate.Basis = elsewhere == nil ? .fileName : .otherReport
    return Day(date: MeetingDate(year: year, month: expression?.month, day: expression?.day), basis: basis)
  }

  /// A date that the file's name holds: 2023-02-10 云岫.txt, 20230210.txt, 2023年/云岫.txt.
  private var fileDate: MeetingDate? {
    let scalars = [UInt32](fileName)
    if let date = DateScanner(vocabulary: vocabulary).dates(in: scalars, 0..<scalars.count)
      .last(where: { $0.year != nil }), let year = date.year
    {
      return MeetingDate(year: year, month: date.month, day: date.day)
    }
    for run in digitRuns where run.count == 8 {
      if let year = Self.year(run), let month = Int(run.dropFirst(4).prefix(2)), let day = Int(run.suffix(2)),
        (1...12).contains(month), (1...31).contains(day)
      {
        return MeetingDate(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// A year that stands alone in the file's name: 2023/深圳.txt, minzheng-2023.txt.
  private var leadingYear: Int? {
    digitRuns.lazy.filter { $0.count == 4 || $0.count == 8 }.compactMap(Self.year).first
  }

  /// The runs of digits in the file's name, the last first.
  private var digitRuns: [Substring] {
    fileName.split { !("0"..."9").contains($0) }.reversed()
  }

  private static func year(_ run: Substring) -> Int? {
    Int(run.prefix(4)).flatMap { (1980...2100).contains($0) ? $0 : nil }
  }

  private func yearNamed(_ name: MeetingName, _ article: Article) -> Int? {
    if let year = name.year { return year }
    guard let title = article.title else { return nil }
    return MeetingNameFinder(vocabulary: vocabulary).names(in: text.scalars, title).compactMap(\.year).first
  }
}
