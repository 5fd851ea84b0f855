// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// One side of a pairing: a meeting's figures with what decides which others they may be told against.
struct FigureSide {
  let meeting: Meeting
  /// In the report's order.
  let figures: [KeyedFigures.Keyed]
  /// One a figure.
  let keys: [FigureKey]
  /// Whether a figure tells of its thing's latest period in the report.
  let isLatest: [Bool]

  init(_ meeting: Meeting, keys: [FigureKey]) {
    self.meeting = meeting
    self.keys = keys
    figures = Array(zip(meeting.figures, keys))
    isLatest = LatestFigures.marked(keys)
  }
}
