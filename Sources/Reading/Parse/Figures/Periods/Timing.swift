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
    /// 由 or 从 stands before it: the value a change starts from.
    var isOrigin = false
  }

  let words: FigureWords
  let text: [UInt32]
  let frame: TimeFrame
  let compared: PeriodReader.Mark?
  /// The value before it in the list is one that a change starts from.
  var isAfterOrigin = false

  /// 由650元、460元提高至690元、515元: what 、 joins to the start of a change is one, too.
  private func followsOrigin(_ first: Int, _ subject: Subject) -> Bool {
    isAfterOrigin && text[first - 1] == 0x3001 && subject.phrase.isEmpty && subject.phrase.aspect == nil
  }

  func reading(of mention: Mention, _ subject: Subject, _ carried: Figure.Aspect?) -> Reading {
    let before = mention.range.lowerBound
    // 从每人每月550元提高到685元: the rate stands between.
    let first = subject.rate.flatMap { $0.range.upperBound == before ? $0.range.lowerBound : nil } ?? before
    if let compared, isBase(compared, mention, first) {
      let aspect = subject.phrase.aspect == .increaseTo ? .increaseTo : state(mention)
      return Reading(aspect: aspect, period: compared.frame.state ?? frame.origin, start: nil)
    }
    if first > 0, text[first - 1] == 0x7531 || text[first - 1] == 0x4ECE || followsOrigin(first, subject) {
      return Reading(aspect: state(mention), period: frame.origin, start: nil, isOrigin: true)
    }
    var phrase = subject.phrase
    phrase.isYearly = isYearly(subject)
    let aspect = aspect(mention, phrase, carried)
    let isTarget = frame.isTarget || isGoal(mention)
    var reading = Reading(aspect: isTarget ? .target : aspect, period: period(aspect, mention, phrase))
    if let compared, compared.range.upperBound <= before, !isStart(compared) {
      reading.comparedTo =
        (compared.frame.isSpan ? compared.frame.flow : compared.frame.state) ?? frame.origin
      if compared.frame.isSpan, aspect == .multiple { reading.period = frame.flow }
      if compared.reach == .compared { reading.start = opening(of: compared) }
    } else if aspect == .increase || aspect == .decrease, isRate(mention), !frame.isTarget {
      reading.comparedTo = frame.origin
    }
    if frame.isTarget, mention.isProportion {
      if aspect == .increase { reading.suffix = growth(subject, "增幅") }
      if aspect == .decrease { reading.suffix = growth(subject, "降幅") }
    }
    return reading
  }

  /// The word for a change as printed (涨幅), else the usual one.
  private func growth(_ subject: Subject, _ word: String) -> String {
    guard let name = subject.names.first, !name.hasSuffix("幅"), !name.hasSuffix("增速") else { return "" }
    return subject.phrase.change.map { String(scalars: text[$0]) } ?? word
  }

  // MARK: Aspect

  /// 低于5.5%的预期目标: the number is the goal that the result is held against.
  private func isGoal(_ mention: Mention) -> Bool {
    let end = mention.range.upperBound
    guard end < text.count, text[end] == 0x7684 else { return false }
    let rest = (end + 1..<min(text.count, end + 8)).prefix { !Clauses.isMark(text[$0]) }
    return rest.contains { text.has(Self.goal, at: $0) }
  }

  private static let goal = [UInt32]("目标")

  private func aspect(
    _ mention: Mention, _ phrase: SubjectPhrase, _ carried: Figure.Aspect?
  ) -> Figure.Aspect {
    if mention.isOrdinal { return .rank }
    if mention.quantity.unit.hasPrefix("连") || mention.quantity.unit == "年" { return .streak }
    if let aspect = phrase.aspect, aspect != .level, aspect != .cumulative { return aspect }
    if phrase.isCumulative { return .cumulative }
    let doubles = text[mention.core.lowerBound] == 0x7FFB
    if mention.quantity.unit == "倍", compared != nil || doubles { return .multiple }
    // 起数、人数同比下降25%、33.3%: 、 carries the change on.
    if phrase.isEmpty, isRate(mention), let carried, carried == .increase || carried == .decrease {
      return carried
    }
    // 高于全省2.7个百分点 is a difference, no share of anything.
    if phrase.isBeside, !phrase.isShare { return .level }
    if phrase.isShare || mention.isProportion { return .share }
    if phrase.aspect == nil, !phrase.hasVerb, let carried,
      carried == .increaseTo || carried == .increase || carried == .cumulative
    {
      return carried
    }
    return frame.isSpan && !phrase.isAverage && isFlow(mention, phrase) ? .cumulative : .level
  }

  private func state(_ mention: Mention) -> Figure.Aspect { mention.quantity.unit == "%" ? .share : .level }

  /// What is done adds up over a span; what is there (养老床位14050张) is counted at its end.
  private func isFlow(_ mention: Mention, _ phrase: SubjectPhrase) -> Bool {
    switch mention.quantity.dimension {
    // 五年来，地区生产总值达到726亿元: what is counted by the year is reached in the last.
    case .money where phrase.isYearly && phrase.aspect == .level && !phrase.hasVerb && !phrase.isCumulative:
      false
    case .money, .personTimes: true
    case .percent, .ratio, .area: false
    // 达到137处 after a subject of its own clause is a state, too.
    default: phrase.hasVerb || phrase.isEmpty && phrase.aspect != .level
    }
  }

  /// 地区生产总值, 营业收入, 存款余额: told year by year, whatever the span.
  private func isYearly(_ subject: Subject) -> Bool {
    guard let name = subject.names.last.map({ [UInt32]($0) }) else { return false }
    return (2...6).contains { width in
      name.count >= width && words.isRole(.yearly, in: name, name.count - width..<name.count)
    }
  }

  private func isRate(_ mention: Mention) -> Bool {
    mention.isProportion || mention.quantity.unit == "倍"
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

  /// 至 到 为 是 于: 恢复至2019年的88.1% is a share of that year's number, told of this one.
  private static let reaching: Set<UInt32> = [0x81F3, 0x5230, 0x4E3A, 0x662F, 0x4E8E]

  /// 比2022年的41.3万张: the number is that of the year compared with; 2012年的2.4倍 is not.
  private func isBase(_ mark: PeriodReader.Mark, _ mention: Mention, _ first: Int) -> Bool {
    if mention.quantity.dimension == .percent, mark.range.lowerBound > 0,
      Self.reaching.contains(text[mark.range.lowerBound - 1])
    {
      return false
    }
    return mention.quantity.unit != "倍" && mark.range.upperBound + 1 == first
      && text[mark.range.upperBound] == 0x7684
  }

  /// 由上年的21%提升至34.5%: where a change starts from is told by a figure of its own.
  private func isStart(_ mark: PeriodReader.Mark) -> Bool {
    mark.range.lowerBound > 0 && [0x7531, 0x4ECE].contains(text[mark.range.lowerBound - 1])
  }

  /// 比, 较 and 是 before the year belong to the comparison.
  private func opening(of mark: PeriodReader.Mark) -> Int {
    let before = mark.range.lowerBound - 1
    return before >= 0 && [0x6BD4, 0x8F83, 0x662F].contains(text[before]) ? before : mark.range.lowerBound
  }
}
