// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Decides aspect and period of a quantity, once its subject is known.
struct Timing {
  struct Reading {
    var aspect: Figure.Aspect
    var period: Period?
    var comparedTo: Period?
    /// What a change adds to the indicator's name in a target: 增幅.
    var suffix = ""
    /// Where a comparison in the clause begins, if the quote has to hold it.
    var start: Int?
  }

  let text: [UInt32]
  let frame: TimeFrame
  let compared: PeriodReader.Mark?

  func reading(of mention: Mention, _ subject: Subject, _ carried: Figure.Aspect?) -> Reading {
    let before = mention.range.lowerBound
    if let compared, isBase(compared, mention) {
      return Reading(aspect: state(mention), period: compared.frame.state, start: nil)
    }
    if before > 0, text[before - 1] == 0x7531 || text[before - 1] == 0x4ECE {
      return Reading(aspect: state(mention), period: frame.origin, start: nil)
    }
    let aspect = aspect(mention, subject.phrase, carried)
    var reading = Reading(aspect: frame.isTarget ? .target : aspect, period: period(aspect, mention, subject.phrase))
    if let compared, compared.range.upperBound <= before {
      reading.comparedTo = compared.frame.state ?? frame.origin
      reading.start = opening(of: compared)
    } else if aspect == .increase || aspect == .decrease, isRate(mention), !frame.isTarget {
      reading.comparedTo = frame.origin
    }
    if frame.isTarget, mention.quantity.dimension == .percent {
      if aspect == .increase { reading.suffix = Self.growth(subject, "增幅") }
      if aspect == .decrease { reading.suffix = Self.growth(subject, "降幅") }
    }
    return reading
  }

  private static func growth(_ subject: Subject, _ word: String) -> String {
    guard let name = subject.names.first, !name.hasSuffix("幅"), !name.hasSuffix("增速") else { return "" }
    return word
  }

  // MARK: Aspect

  private func aspect(_ mention: Mention, _ phrase: SubjectPhrase, _ carried: Figure.Aspect?) -> Figure.Aspect {
    if mention.isOrdinal { return .rank }
    if mention.quantity.unit.hasPrefix("连") || mention.quantity.unit == "年" { return .streak }
    if let aspect = phrase.aspect, aspect != .level, aspect != .cumulative { return aspect }
    if phrase.isCumulative { return .cumulative }
    if mention.quantity.unit == "倍", compared != nil { return .multiple }
    if phrase.isShare || mention.quantity.dimension == .percent { return .share }
    if phrase.aspect == nil, !phrase.hasVerb, let carried, carried == .increaseTo || carried == .cumulative {
      return carried
    }
    return frame.isSpan && !phrase.isAverage && isFlow(mention, phrase) ? .cumulative : .level
  }

  private func state(_ mention: Mention) -> Figure.Aspect { mention.quantity.unit == "%" ? .share : .level }

  /// What is done adds up over a span; what is there (养老床位14050张) is counted at its end.
  private func isFlow(_ mention: Mention, _ phrase: SubjectPhrase) -> Bool {
    switch mention.quantity.dimension {
    case .money, .personTimes: true
    case .percent, .ratio, .area: false
    default: phrase.hasVerb || phrase.isEmpty
    }
  }

  private func isRate(_ mention: Mention) -> Bool {
    mention.quantity.dimension == .percent || mention.quantity.unit == "倍"
  }

  // MARK: Period

  private func period(_ aspect: Figure.Aspect, _ mention: Mention, _ phrase: SubjectPhrase) -> Period? {
    guard frame.isSpan else { return frame.flow ?? frame.state }
    switch aspect {
    case .cumulative, .decrease: return frame.flow
    case .increase: return compared == nil ? frame.flow : frame.state
    case .level: return isFlow(mention, phrase) ? frame.flow : frame.state
    default: return frame.state
    }
  }

  // MARK: Comparison

  /// 比2022年的41.3万张: the number is that of the year compared with; 2012年的2.4倍 is not.
  private func isBase(_ mark: PeriodReader.Mark, _ mention: Mention) -> Bool {
    mention.quantity.unit != "倍" && mark.range.upperBound + 1 == mention.range.lowerBound
      && text[mark.range.upperBound] == 0x7684
  }

  /// 比, 较 and 是 before the year belong to the comparison.
  private func opening(of mark: PeriodReader.Mark) -> Int {
    let before = mark.range.lowerBound - 1
    return before >= 0 && [0x6BD4, 0x8F83, 0x662F].contains(text[before]) ? before : mark.range.lowerBound
  }
}
