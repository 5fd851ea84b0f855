// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Finds the day of a meeting, and its year where the date has none.
///
/// The year comes from the date itself, else from the name of the meeting, the page's date, the year of the
/// tasks, another report of the page, the file's name. 近日 tells no day: only the year is given.
struct MeetingDay {
  /// A date, and whether any part of it followed from its surroundings.
  struct Day {
    var date: MeetingDate
    var inferred: Bool
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
      return Day(date: MeetingDate(year: year, month: expression.month, day: expression.day), inferred: false)
    }
    if let day = fromPage(expression, page, named: yearNamed(name, article)) { return day }
    guard let year = yearNamed(name, article) ?? agenda.year else { return nil }
    guard let expression, let month = expression.month else {
      return Day(date: MeetingDate(year: year), inferred: true)
    }
    let held =
      month >= 11 && agenda.looksBack(on: year - 1) && !agenda.looksBack(on: year) && agenda.year == year
    return Day(
      date: MeetingDate(year: held ? year - 1 : year, month: month, day: expression.day), inferred: true)
  }

  /// The year from another report of the page or from the file's name.
  func undated(_ name: MeetingName, elsewhere: Int?) -> Day? {
    let inFile = DateScanner(vocabulary: vocabulary)
      .dates(in: [UInt32](fileName), 0..<fileName.unicodeScalars.count).compactMap(\.year).last
    return (elsewhere ?? inFile ?? leadingYear).map { Day(date: MeetingDate(year: $0), inferred: true) }
  }

  /// A year that stands alone in the file's name: 2023/深圳.txt, minzheng-2023.txt, 20230210.txt.
  private var leadingYear: Int? {
    for run in fileName.split(whereSeparator: { !("0"..."9").contains($0) }).reversed() {
      if run.count == 4 || run.count == 8, let year = Int(run.prefix(4)), (1980...2100).contains(year) {
        return year
      }
    }
    return nil
  }

  private func yearNamed(_ name: MeetingName, _ article: Article) -> Int? {
    if let year = name.year { return year }
    guard let title = article.title else { return nil }
    return MeetingNameFinder(vocabulary: vocabulary).names(in: text.scalars, title).compactMap(\.year).first
  }
}
