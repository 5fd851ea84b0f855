// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The frames of time in force while a paragraph is read from clause to clause.
struct TimeLine {
  private var paragraph: TimeFrame?
  private var sentence: TimeFrame?
  private var clause: TimeFrame?
  /// What the clause compares with: 同比, 比2022年.
  private(set) var compared: PeriodReader.Mark?
  /// Without a word of time: the year looked back on, or the one that tasks are set for.
  let usual: TimeFrame

  init(usual: TimeFrame) { self.usual = usual }

  var frame: TimeFrame { clause ?? sentence ?? paragraph ?? usual }

  /// Steps on to the next clause.
  mutating func enter(_ opening: Clauses.Mark) {
    if opening == .stop { sentence = nil }
    if opening != .item { clause = nil }
    compared = nil
  }

  mutating func take(_ mark: PeriodReader.Mark) {
    // A due date in a task names its own clause; a past year there is what the task starts from.
    switch mark.reach {
    case .compared: compared = mark
    case .clause: clause = mark.frame
    case .sentence: (sentence, clause) = (mark.frame, nil)
    case .paragraph: (paragraph, sentence, clause) = (mark.frame, nil, nil)
    }
  }
}
