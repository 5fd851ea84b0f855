// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The figures of each report with their keys, worked out once a report: detectors ask for those of all years.
final class KeyedFigures {
  typealias Keyed = (figure: Figure, key: FigureKey)

  private let words: ComparingWords
  private var made: [String: [Keyed]] = [:]

  init(words: ComparingWords) { self.words = words }

  /// A report's figures in its order.
  func of(_ meeting: Meeting) -> [Keyed] {
    if let keyed = made[meeting.id] { return keyed }
    let keyed = meeting.figures.map { ($0, FigureKey($0, words: words)) }
    made[meeting.id] = keyed
    return keyed
  }
}
