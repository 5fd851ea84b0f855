// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// The frames of time in force while a paragraph is read from clause to clause.
struct TimeLine {
  private var paragraph: TimeFrame?
  private var sentence: TimeFrame?
  /// An earlier year that is spoken of by the way.
  private var aside: TimeFrame?
  private var clause: TimeFrame?
  /// What the clause compares with: 同比, 比2022年.
  private var ownBase: PeriodReader.Mark?
  /// What a clause before it compares with: 与2018年相比，….
  private var sharedBase: PeriodReader.Mark?
  /// Without a word of time: the year looked back on, or the one that tasks are set for.
  let usual: TimeFrame

  init(usual: TimeFrame) { self.usual = usual }

  var frame: TimeFrame { clause ?? aside ?? sentence ?? paragraph ?? usual }
  var compared: PeriodReader.Mark? { ownBase ?? sharedBase }

  /// Steps on to the next clause.
  mutating func enter(_ opening: Clauses.Mark) {
    if opening == .stop { (sentence, sharedBase) = (nil, nil) }
    if opening >= .semicolon { aside = nil }
    if opening != .item { clause = nil }
    ownBase = nil
  }

  /// A clause without a number that only compares holds for the rest of its sentence.
  mutating func leaveWithoutNumber() {
    guard var base = ownBase else { return }
    base.reach = .sentence
    sharedBase = base
  }

  mutating func take(_ mark: PeriodReader.Mark) {
    // A due date in a task names its own clause; a past year there is what the task starts from.
    switch mark.reach {
    case .compared: ownBase = mark
    case .unlessTarget: if !frame.isTarget { sentence = mark.frame }
    case .whole: sentence = frame.wholeYear ?? sentence
    case .clause: clause = mark.frame
    case .aside where isEarlier(mark.frame): (aside, clause) = (mark.frame, nil)
    case .sentence, .aside: (sentence, aside, clause) = (mark.frame, nil, nil)
    case .paragraph: (paragraph, sentence, aside, clause) = (mark.frame, nil, nil, nil)
    }
  }

  /// A year before the one that the sentence speaks of; a span of years up to it is none.
  private func isEarlier(_ other: TimeFrame) -> Bool {
    let current = sentence ?? paragraph ?? usual
    guard !other.isSpan, let year = other.state?.lastYear, let now = current.state?.lastYear else {
      return false
    }
    return year < now
  }
}
