// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The figures of reports with their keys, worked out once a report: a meeting is laid beside twenty others,
/// and detectors ask for those of all years.
///
/// What figures have in common, names, units and periods, is taken apart once as well.
final class KeyedFigures {
  typealias Keyed = (figure: Figure, key: FigureKey)

  private let words: ComparingWords
  private var sides: [String: FigureSide] = [:]
  private var indicators: [String: IndicatorKey] = [:]
  private var units: [String: String] = [:]
  private var periods: [Period: PeriodKey] = [:]

  init(words: ComparingWords) { self.words = words }

  /// A report's figures in its order.
  func of(_ meeting: Meeting) -> [Keyed] { side(of: meeting).figures }

  /// A report's figures with all that a pairing asks for.
  func side(of meeting: Meeting) -> FigureSide {
    let id = meeting.id
    // Two reports of one meeting have one id and may differ; the same one's figures are equal at a glance.
    if let side = sides[id], side.meeting.figures == meeting.figures { return side }
    let side = FigureSide(meeting, keys: meeting.figures.map(key(of:)))
    sides[id] = side
    return side
  }

  func key(of figure: Figure) -> FigureKey {
    FigureKey(
      figure, indicator(figure.indicator), unit: unit(figure.quantity.unit), period: figure.period.map(period)
    )
  }

  private func indicator(_ name: String) -> IndicatorKey {
    if let key = indicators[name] { return key }
    let key = IndicatorKey(name, words: words)
    indicators[name] = key
    return key
  }

  private func unit(_ name: String) -> String {
    if let unit = units[name] { return unit }
    let unit = words.figures.standard(unit: name)
    units[name] = unit
    return unit
  }

  private func period(_ period: Period) -> PeriodKey {
    if let key = periods[period] { return key }
    let key = PeriodKey(period)
    periods[period] = key
    return key
  }
}
