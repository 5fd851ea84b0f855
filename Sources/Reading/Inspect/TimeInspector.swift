// SPDX-License-Identifier: Apache-2.0

package import Lexicon
package import Minutes

/// Shows every date and period that the scanners recognise in a text.
///
/// The reference stands for the day of a meeting: the year before it is looked back on, its own year is planned for.
package struct TimeInspector: Sendable {
  private let vocabulary: Vocabulary
  private let words: FigureWords
  private let reference: MeetingDate?

  package init(vocabulary: Vocabulary, reference: MeetingDate?) {
    self.vocabulary = vocabulary
    self.reference = reference
    words = FigureWords(vocabulary)
  }

  /// All dates and periods of a text, in their order; where several readings overlap, the longest stands.
  package func times(in text: String) -> [TimeReading] {
    let scalars = [UInt32](text)
    let whole = 0..<scalars.count
    let found = periods(in: scalars) + dates(in: scalars, whole) + words(in: scalars, whole)
    // Periods come first: of two readings of one length, 2023年 is a period rather than a date.
    let ranked = found.enumerated().sorted {
      (-$0.element.span.end + $0.element.span.start, $0.offset) < (
        -$1.element.span.end + $1.element.span.start, $1.offset
      )
    }.map(\.element)
    var taken = [Bool](repeating: false, count: scalars.count)
    let longest = ranked.filter { reading in
      let range = reading.span.start..<reading.span.end
      guard !taken[range].contains(true) else { return false }
      for place in range { taken[place] = true }
      return true
    }
    return longest.sorted { $0.span.start < $1.span.start }
  }

  private func reading(
    _ kind: TimeReading.Kind, _ value: String?, _ range: Range<Int>, _ scalars: [UInt32],
    compared: Bool = false,
    target: Bool = false
  ) -> TimeReading {
    TimeReading(
      text: String(scalars: scalars[range]), span: Span(start: range.lowerBound, end: range.upperBound),
      kind: kind,
      value: value, isCompared: compared, isTarget: target)
  }

  // MARK: Periods

  private func periods(in scalars: [UInt32]) -> [TimeReading] {
    let reader = PeriodReader(
      words: words, text: scalars, review: reference.map { $0.year - 1 }, plan: reference?.year,
      meeting: reference)
    return Clauses(scalars, 0..<scalars.count).list.flatMap { clause in
      reader.marks(in: clause.range, isLeading: clause.opening == .stop).map { mark in
        let period = mark.frame.flow ?? mark.frame.state
        return reading(
          .period, period?.rawValue, mark.range, scalars, compared: mark.reach == .compared,
          target: mark.frame.isTarget)
      }
    }
  }

  /// Words of time that mean nothing here: 去年 without a reference.
  private func words(in scalars: [UInt32], _ range: Range<Int>) -> [TimeReading] {
    range.compactMap { place in
      words.time(in: scalars, at: place).map { reading(.period, nil, $0.range, scalars) }
    }
  }

  // MARK: Dates

  private func dates(in scalars: [UInt32], _ range: Range<Int>) -> [TimeReading] {
    DateScanner(vocabulary: vocabulary).dates(in: scalars, range).compactMap { date in
      if let month = date.month, let day = date.day, !CivilDay.exists(month, day, in: date.year) {
        return nil
      }
      return reading(date.tellsDay ? .date : .period, value(of: date), date.range, scalars)
    }
  }

  private func value(of date: DateExpression) -> String? {
    if let relative = date.relative { return day(relative) }
    let month = date.month ?? (date.year == nil ? reference?.month : nil)
    guard let year = date.year ?? reference?.year else {
      return "XXXX-" + [month, date.day].map { $0.map(Self.twoDigits) ?? "XX" }.joined(separator: "-")
    }
    return MeetingDate(year: year, month: month, day: date.day).description
  }

  /// 昨日 and its like, counted from the reference; 近日 tells no day.
  private func day(_ relative: DateExpression.Relative) -> String? {
    guard let distance = MeetingDay.distance(of: relative), let reference, let month = reference.month,
      let day = reference.day
    else { return nil }
    return CivilDay(reference.year, month, day).before(distance).date.description
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
