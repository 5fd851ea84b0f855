// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Finds what a quantity counts: before it, after it, or in what was said earlier.
struct SubjectFinder {
  let words: FigureWords
  let text: [UInt32]
  let rates: [RateFrame]
  let isTarget: Bool

  var reader: SubjectReader { SubjectReader(words: words, text: text, isTarget: isTarget) }
  private var coordination: Coordination { Coordination(words: words, text: text) }

  /// The subject of `mention`, or nil where nothing says what is counted.
  ///
  /// `after` is what follows it up to the next mark or number, `beyond` how far 、 without a number leads on.
  func subject(
    of mention: Mention, in window: Range<Int>, after: Range<Int>, beyond: Int, values: Int,
    afterNumber: Bool,
    _ carried: inout Carried
  ) -> Subject? {
    if let each = text.place(of: Self.each, in: window) {
      share(window.lowerBound..<each, values, &carried)
      let verb = reader.read(each + 2..<window.upperBound, rates: rates)
      return next(of: mention, each + 2..<window.upperBound, verb, takesAll: values == 1, &carried)
    }
    let phrase = reader.read(window, rates: rates, afterNumber: afterNumber)
    if phrase.isEmpty, carried.queue.isEmpty, carried.isOrigin, values > 1, carried.shared.count == values {
      // 分别由A、B提高至C、D: the ends belong to the names that the starts were shared out to.
      carried.queue = carried.shared[...]
    }
    if phrase.isEmpty, !carried.queue.isEmpty { return next(of: mention, window, phrase, &carried) }
    if values > 1, let names = paired(phrase, values) {
      // 职工医保、居民医保报销比例稳定在85%、70%: as many names as values, without 分别.
      carried.queue = names[...]
      return next(of: mention, window, phrase, &carried)
    }
    guard var subject = named(mention, phrase, after, beyond, &carried) else { return nil }
    subject.rate = rate(of: mention, window, phrase, subject, &carried)
    if let rate = subject.rate, rate.isRatio, !phrase.isEmpty, !window.contains(rate.range.lowerBound) {
      let base = String(scalars: text[rate.range])
      subject.names = subject.names.map { $0.hasPrefix(base) ? $0 : base + $0 }
    }
    return subject
  }

  static let each = [UInt32]("分别")

  // MARK: 分别

  private func share(_ window: Range<Int>, _ values: Int, _ carried: inout Carried) {
    let phrase = reader.read(window, rates: rates)
    // 低保标准每人每月分别提高40元、35元: the rate stands before.
    if let rate = RateFrame.last(before: window.upperBound, in: rates),
      window.contains(rate.range.lowerBound)
    {
      carried.rate = rate
    }
    defer { carried.shared = Array(carried.queue) }
    // 增幅分别为5.9%和9.8%: what is shared out is a change.
    if phrase.aspect == .increase || phrase.aspect == .decrease { carried.aspect = phrase.aspect }
    guard let first = phrase.name.first, let last = phrase.name.last, !phrase.isEmpty else {
      carried.queue = carried.recent.count >= values ? carried.recent.suffix(values) : []
      return
    }
    if isCollective(phrase), carried.recent.count >= values {
      carried.queue = carried.recent.suffix(values)
      return
    }
    if isRelational(phrase), carried.recent.count >= values {
      // 覆盖率分别达到85%和72%: the rates of what was counted before.
      let own = phrase.text(text)
      carried.queue = carried.recent.suffix(values).map { $0 + own }[...]
      return
    }
    carried.queue = coordination.names(in: first.lowerBound..<last.upperBound, wanted: values)[...]
    // 六连涨 after three standards is told of all of them.
    carried.subject = String(scalars: text[first.lowerBound..<last.upperBound])
    carried.base = carried.subject
  }

  /// The joined names of a phrase if there are as many as values and all are measured alike.
  private func paired(_ phrase: SubjectPhrase, _ values: Int) -> [String]? {
    guard phrase.name.count == 1, !phrase.isPart, coordination.isMeasured(phrase.name[0]) else { return nil }
    let name = phrase.name[0]
    let names = coordination.names(in: name, wanted: values)
    return names.count == values ? names : nil
  }

  /// 两项指标, 两者, 三项: the names are those of the figures before.
  private func isCollective(_ phrase: SubjectPhrase) -> Bool {
    guard let name = phrase.name.first, phrase.name.count == 1, (2...5).contains(name.count) else {
      return false
    }
    return NumeralScalar.chinese(text[name.lowerBound]) != nil
      && [0x9879, 0x8005, 0x7C7B].contains(text[name.lowerBound + 1])
  }

  private func next(
    of mention: Mention, _ window: Range<Int>, _ phrase: SubjectPhrase, takesAll: Bool = false,
    _ carried: inout Carried
  ) -> Subject? {
    // 接待量、总收入分别增长20%: one value for all of them.
    let names = takesAll && carried.queue.count > 1 ? Array(carried.queue) : []
    if !names.isEmpty { carried.queue = [] }
    guard let name = names.first ?? carried.queue.popFirst() ?? carried.subject else { return nil }
    var subject = Subject(
      names: names.isEmpty ? [name] : names, naming: .own, quote: phrase.start..<mention.range.upperBound,
      phrase: phrase)
    subject.phrase.aspect =
      phrase.aspect.flatMap { $0 == .level ? nil : $0 } ?? carried.aspect ?? phrase.aspect
    subject.rate = rate(of: mention, window, phrase, subject, &carried)
    return subject
  }

  // MARK: Before, after, earlier

  private func named(
    _ mention: Mention, _ phrase: SubjectPhrase, _ after: Range<Int>, _ beyond: Int, _ carried: inout Carried
  ) -> Subject? {
    let noun = NounAfter(words: words, text: text).noun(in: after, of: mention)
    var subject = Subject(
      names: [], naming: .own, quote: phrase.start..<mention.range.upperBound, phrase: phrase)
    let own = phrase.text(text)
    let isPart = phrase.isPart || carried.whole != nil && carried.isListed && !phrase.isEmpty
    if isPart, let whole = carried.whole ?? carried.base,
      let part = part(own, phrase, mention, after, &subject)
    {
      subject.names = [whole + part]
      subject.naming = .composed
      carried.whole = whole
      carried.part = own
      return subject
    }
    carried.act = nil
    if let receiver = receiver(mention, after, beyond) {
      subject.names = [String(scalars: text[receiver])]
      subject.quote = mention.range.lowerBound..<receiver.upperBound
      carried.taken = receiver.upperBound
      carried.act = act(from: receiver.upperBound, to: max(beyond, after.upperBound))
    } else if let named = pivoted(mention, after, beyond) {
      subject.names = [named.name]
      subject.quote = phrase.start..<named.end
      carried.taken = named.end
    } else if phrase.isEmpty || phrase.isGoverned || phrase.endsInVerb, !noun.isEmpty {
      subject.names = [(phrase.endsInVerb ? "" : own) + String(scalars: text[noun])]
      subject.quote = phrase.start..<noun.upperBound
    } else if phrase.isEmpty, let whole = shared(mention, after) {
      subject.names = [String(scalars: text[whole])]
      subject.quote = phrase.start..<whole.upperBound
    } else if phrase.isEmpty || phrase.isOnlyAverage {
      guard elided(mention, phrase, after, carried, &subject) else { return nil }
      return subject
    } else if isBare(phrase) {
      subject.names = [completed(own, phrase, carried)]
      if subject.names != [own] { subject.naming = .composed }
    } else if let town = moved(own, carried) ?? contrasted(own, carried) ?? measured(own, carried) {
      subject.names = [town]
      subject.naming = .composed
    } else if phrase.isGoverned || isRelational(phrase) {
      relate(own, phrase, mention, carried, &subject)
      carried.subject = subject.names[0]
      carried.isStale = false
      return subject
    } else if !noun.isEmpty, phrase.hasLeadingVerb || phrase.hasVerb, phrase.aspect == nil {
      subject.names = [own + String(scalars: text[noun])]
      subject.quote = phrase.start..<noun.upperBound
    } else {
      subject.names = names(of: phrase)
      if phrase.isShare { subject.names = subject.names.map { $0 + Self.shareSuffix($0) } }
    }
    if let standard = standard(own, mention, carried) { subject.names = [standard] }
    carried.subject = subject.names.last
    (carried.isStale, carried.part) = (false, nil)
    carried.base = carried.subject
    return subject
  }

  /// One name, or the joined names that share the value.
  func names(of phrase: SubjectPhrase) -> [String] {
    guard phrase.name.count == 1 else { return [phrase.text(text)] }
    return coordination.sharing(phrase.name[0]).map { String(scalars: text[$0]) }
  }

  /// 占23.9%, 占总人口的22.3%, 护理型床位占55.3%: the name of a share says so.
  static func shareSuffix(_ name: String) -> String {
    if name.hasSuffix("比重") || name.hasSuffix("比例") || name.hasSuffix("占比") { return "" }
    return name.contains("占") ? "比重" : "占比"
  }

  // MARK: Rates

  private func rate(
    of mention: Mention, _ window: Range<Int>, _ phrase: SubjectPhrase, _ subject: Subject,
    _ carried: inout Carried
  ) -> RateFrame? {
    // 高于国家标准450元 is a difference of money, whatever the standard is told for.
    if mention.quantity.unit.contains("/") || phrase.name.first.map({ isBeside($0) }) ?? false { return nil }
    if let own = RateFrame.last(before: window.upperBound, in: rates), window.contains(own.range.lowerBound) {
      carried.rate = own
      return own.isRatio || mention.quantity.dimension != .percent ? own : nil
    }
    guard let rate = carried.rate else { return nil }
    if rate.isRatio {
      return carried.isListed && [.people, .count, .other, .area].contains(mention.quantity.dimension)
        ? rate : nil
    }
    guard mention.quantity.dimension == .money, mention.quantity.multiplier == 0 else { return nil }
    if carried.isListed || phrase.aspect == .increaseTo { return rate }
    if subject.names.contains(where: { $0.contains("标准") || $0.contains("补贴") || $0.contains("养老金") }) {
      return rate
    }
    // 人均救助水平由1216元提升到1352元: the text has left what is paid by the month.
    carried.rate = nil
    return nil
  }
}
