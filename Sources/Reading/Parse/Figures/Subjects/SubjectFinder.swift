// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Finds what a quantity counts: before it, after it, or in what was said earlier.
struct SubjectFinder {
  let words: FigureWords
  let text: [UInt32]
  let rates: [RateFrame]
  let isTarget: Bool

  private var reader: SubjectReader { SubjectReader(words: words, text: text, isTarget: isTarget) }
  private var coordination: Coordination { Coordination(words: words, text: text) }

  /// The subject of `mention`, or nil where nothing says what is counted.
  func subject(
    of mention: Mention, in window: Range<Int>, after: Range<Int>, values: Int, afterNumber: Bool,
    _ carried: inout Carried
  ) -> Subject? {
    if let each = text.place(of: Self.each, in: window) {
      share(window.lowerBound..<each, values, &carried)
      let verb = reader.read(each + 2..<window.upperBound, rates: rates)
      return next(of: mention, each + 2..<window.upperBound, verb, &carried)
    }
    let phrase = reader.read(window, rates: rates, afterNumber: afterNumber)
    if phrase.isEmpty, !carried.queue.isEmpty { return next(of: mention, window, phrase, &carried) }
    if values > 1, let names = paired(phrase, values) {
      // 职工医保、居民医保报销比例稳定在85%、70%: as many names as values, without 分别.
      carried.queue = names[...]
      return next(of: mention, window, phrase, &carried)
    }
    guard var subject = named(mention, phrase, after, &carried) else { return nil }
    subject.rate = rate(of: mention, window, phrase, subject, &carried)
    if let rate = subject.rate, rate.isRatio, !phrase.isEmpty, !window.contains(rate.range.lowerBound) {
      let base = String(scalars: text[rate.range])
      subject.names = subject.names.map { $0.hasPrefix(base) ? $0 : base + $0 }
    }
    return subject
  }

  private static let each = [UInt32]("分别")

  // MARK: 分别

  private func share(_ window: Range<Int>, _ values: Int, _ carried: inout Carried) {
    let phrase = reader.read(window, rates: rates)
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
    guard let name = phrase.name.first, phrase.name.count == 1, (2...5).contains(name.count) else { return false }
    return NumeralScalar.chinese(text[name.lowerBound]) != nil
      && [0x9879, 0x8005, 0x7C7B].contains(text[name.lowerBound + 1])
  }

  private func next(
    of mention: Mention, _ window: Range<Int>, _ phrase: SubjectPhrase, _ carried: inout Carried
  ) -> Subject? {
    guard let name = carried.queue.popFirst() ?? carried.subject else { return nil }
    var subject = Subject(
      names: [name], naming: .own, quote: phrase.start..<mention.range.upperBound, phrase: phrase)
    subject.phrase.aspect = phrase.aspect.flatMap { $0 == .level ? nil : $0 } ?? carried.aspect ?? phrase.aspect
    subject.rate = rate(of: mention, window, phrase, subject, &carried)
    return subject
  }

  // MARK: Before, after, earlier

  private func named(
    _ mention: Mention, _ phrase: SubjectPhrase, _ after: Range<Int>, _ carried: inout Carried
  ) -> Subject? {
    let noun = NounAfter(words: words, text: text).noun(in: after, of: mention)
    var subject = Subject(names: [], naming: .own, quote: phrase.start..<mention.range.upperBound, phrase: phrase)
    let own = phrase.text(text)
    let isPart = phrase.isPart || carried.whole != nil && carried.isListed && !phrase.isEmpty
    if isPart, let whole = carried.whole ?? carried.base, let part = part(own, phrase, mention, after, &subject) {
      subject.names = [whole + part]
      subject.naming = .composed
      carried.whole = whole
      carried.part = own
      return subject
    }
    if let receiver = receiver(mention, noun) {
      subject.names = [String(scalars: text[receiver])]
      subject.quote = mention.range.lowerBound..<receiver.upperBound
      carried.taken = receiver.upperBound
    } else if phrase.isEmpty || phrase.isGoverned || phrase.endsInVerb, !noun.isEmpty {
      subject.names = [(phrase.endsInVerb ? "" : own) + String(scalars: text[noun])]
      subject.quote = phrase.start..<noun.upperBound
    } else if phrase.isEmpty, let whole = shared(mention, after) {
      subject.names = [String(scalars: text[whole])]
      subject.quote = phrase.start..<whole.upperBound
    } else if phrase.isEmpty || phrase.isOnlyAverage {
      guard elided(mention, phrase, after, carried, &subject) else { return nil }
      return subject
    } else if phrase.isGoverned || isRelational(phrase) {
      relate(own, phrase, carried, &subject)
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

  /// 84%的县级医院达到…: what a share is a share of, behind 的 and up to its verb.
  private func shared(_ mention: Mention, _ after: Range<Int>) -> Range<Int>? {
    guard mention.isProportion, after.count > 3, text[after.lowerBound] == 0x7684 else { return nil }
    let noun = after.dropFirst().prefix(20)
    let verb = PhraseToken.tokens(of: noun, in: text, words).first { $0.verb != nil || $0.role == .stop }
    return verb.flatMap { $0.range.lowerBound > noun.lowerBound ? noun.lowerBound..<$0.range.lowerBound : nil }
  }

  /// 为1.9万名困难群众发放救助金: behind 为 or 向 and before a verb stands who receives, whoever acts before.
  private func receiver(_ mention: Mention, _ noun: Range<Int>) -> Range<Int>? {
    guard mention.range.lowerBound > 0, Self.giving.contains(text[mention.range.lowerBound - 1]) else { return nil }
    let verb = PhraseToken.tokens(of: noun, in: text, words).first { $0.verb != nil }
    return verb.flatMap { $0.range.lowerBound >= noun.lowerBound + 2 ? noun.lowerBound..<$0.range.lowerBound : nil }
  }

  /// 为 向 给 对
  private static let giving: Set<UInt32> = [0x4E3A, 0x5411, 0x7ED9, 0x5BF9]

  /// One name, or the joined names that share the value.
  private func names(of phrase: SubjectPhrase) -> [String] {
    guard phrase.name.count == 1 else { return [phrase.text(text)] }
    return coordination.sharing(phrase.name[0]).map { String(scalars: text[$0]) }
  }

  /// 占23.9%, 占总人口的22.3%, 护理型床位占55.3%: the name of a share says so.
  private static func shareSuffix(_ name: String) -> String {
    if name.hasSuffix("比重") || name.hasSuffix("比例") || name.hasSuffix("占比") { return "" }
    return name.contains("占") ? "比重" : "占比"
  }

  // MARK: What was said before

  /// 覆盖率 of what, 惠及 by what: the name needs the one before it.
  private func relate(_ own: String, _ phrase: SubjectPhrase, _ carried: Carried, _ subject: inout Subject) {
    guard let base = carried.part ?? carried.base, !own.hasPrefix(base), carried.clause == nil || !phrase.isGoverned else {
      subject.names = [own]
      return
    }
    let name = own == "占比" || !own.hasPrefix("占") ? own : own + Self.shareSuffix(own)
    subject.names = [(repeats(own, base) ? stem(base) : base) + name]
    subject.naming = .composed
  }

  /// 总数 after 新登记经营主体, 化解率 after 化解信访积案: the verb before the noun tells of the year alone, or is said again.
  private func repeats(_ own: String, _ base: String) -> Bool {
    if own.hasPrefix("总") { return true }
    guard own.hasSuffix("率") else { return false }
    return base.hasPrefix(own.dropLast())
  }

  /// 经营主体 of 新登记经营主体.
  private func stem(_ name: String) -> String {
    let scalars = [UInt32](name)
    guard let verb = words.verb(in: scalars, at: 0), verb.value.keep == .yes, scalars.count - verb.range.count >= 2
    else { return name }
    return String(scalars: scalars[verb.range.upperBound...])
  }

  private func isRelational(_ phrase: SubjectPhrase) -> Bool {
    guard phrase.name.count == 1 else { return false }
    let name = phrase.name[0]
    // 化解率, 检查率: how much was done of what the verb says.
    if name.count >= 3, text[name.upperBound - 1] == 0x7387,
      let verb = words.verb(in: text, at: name.lowerBound), verb.range == name.dropLast(),
      verb.value.keep != .link || verb.value.aspect != .level
    { return true }
    if words.isRole(.relational, in: text, name) || phrase.isShare && text[name.lowerBound] == 0x5360 { return true }
    return isBeside(name)
  }

  private func isBeside(_ name: Range<Int>) -> Bool { words.role(in: text, at: name.lowerBound)?.value == .beside }

  /// 其中支援深圳本地逾7100万元 is 抗疫捐赠款物（支援深圳本地）; what names a rate of its own is no part.
  private func part(
    _ own: String, _ phrase: SubjectPhrase, _ mention: Mention, _ after: Range<Int>, _ subject: inout Subject
  ) -> String? {
    if phrase.isEmpty {
      guard mention.isProportion, after.count > 1 else { return nil }
      subject.quote = phrase.start..<after.upperBound
      return "（\(String(scalars: text[after])))"
    }
    if phrase.isShare || mention.quantity.dimension == .percent || mention.quantity.dimension == .ratio { return nil }
    return "（\(own.hasSuffix("的") ? String(own.dropLast()) : own)）"
  }

  private func elided(
    _ mention: Mention, _ phrase: SubjectPhrase, _ after: Range<Int>, _ carried: Carried, _ subject: inout Subject
  ) -> Bool {
    defer { if phrase.isAverage, let own = subject.names.first { subject.names = [own + phrase.text(text)] } }
    let object = NounAfter(words: words, text: text).object(in: after)
    if phrase.hasVerb, mention.quantity.dimension == .money, !object.isEmpty {
      subject.names = [String(scalars: text[object]) + "投入"]
      subject.quote = phrase.start..<object.upperBound
      return true
    }
    if let grown = grown(carried) {
      subject.names = [grown]
      subject.naming = .remote
      return true
    }
    if let topic = topic(carried) {
      subject.names = [topic + (mention.quantity.dimension == .money && phrase.hasVerb ? "投入" : "")]
      return true
    }
    if carried.isStale, !phrase.isShare, let clause = carried.clause, let name = name(of: clause) {
      // The clause before it is nearer than the sentence before that.
      subject.names = [name]
      subject.naming = .remote
      return true
    }
    let isRate = mention.quantity.dimension == .percent || mention.quantity.dimension == .ratio
    let counted = isRate ? carried.subject : carried.inUnit[mention.quantity.unit] ?? carried.subject
    if let name = phrase.isShare ? carried.base.map({ $0 + "占比" }) : counted {
      subject.names = [name]
      subject.naming = .elided
      return true
    }
    guard let name = carried.clause.flatMap(name(of:)) ?? act(phrase, mention) else { return false }
    subject.names = [name]
    subject.naming = .remote
    return true
  }

  /// What a clause without a number speaks of, as far as it can be told.
  private func name(of clause: Range<Int>) -> String? {
    let name = reader.read(clause, rates: rates).text(text)
    return (2...40).contains(name.unicodeScalars.count) ? name : nil
  }

  /// 近三年累计投入12.8亿元: where nothing else is named, what was done names the sum.
  private func act(_ phrase: SubjectPhrase, _ mention: Mention) -> String? {
    guard phrase.hasVerb, mention.quantity.dimension == .money else { return nil }
    let tokens = PhraseToken.tokens(of: phrase.start..<mention.range.lowerBound, in: text, words)
    let verb = tokens.last { $0.verb.map { $0.keep == .no || $0.keep == .yes } ?? false }
    return verb.map { String(scalars: text[$0.range]) }
  }

  /// 服务中心从无到有，达到137处: a clause that says how its subject grew, without a number, names what the next counts.
  private func grown(_ carried: Carried) -> String? {
    guard let clause = carried.clause else { return nil }
    let growth = PhraseToken.tokens(of: clause, in: text, words).last { $0.role == .growth }
    guard let growth, growth.range.upperBound == clause.upperBound else { return nil }
    let name = reader.read(clause.lowerBound..<growth.range.lowerBound, rates: rates).text(text)
    return (2...40).contains(name.unicodeScalars.count) ? name : nil
  }

  /// 民生微实事方面，投入近90亿元: a clause that only names what the next is about.
  private func topic(_ carried: Carried) -> String? {
    guard let clause = carried.clause, clause.count > 3, text.has(Self.regarding, at: clause.upperBound - 2) else {
      return nil
    }
    return String(scalars: text[clause.dropLast(2)])
  }

  private static let regarding = [UInt32]("方面")

  /// The part of a name up to the end of its first 标准, if more follows: 孤儿保障标准 of 孤儿保障标准集中供养.
  private static func measured(_ name: String, _ end: String.Index, _ own: String) -> String? {
    let rest = name[end...].unicodeScalars.count
    return rest >= 2 && abs(rest - own.unicodeScalars.count) <= 2 ? String(name[..<end]) : nil
  }

  /// 农村745元 after 城市低保平均标准每人每月850元: a bare modifier takes the standard of the list.
  private func standard(_ own: String, _ mention: Mention, _ carried: Carried) -> String? {
    guard carried.rate != nil, mention.quantity.dimension == .money, mention.quantity.multiplier == 0,
      (1...4).contains(own.unicodeScalars.count), let subject = carried.subject, let end = subject.firstRange(of: "标准")
    else { return nil }
    if own == "农村", let town = subject.firstRange(of: "城市") ?? subject.firstRange(of: "城镇") {
      return subject[..<town.lowerBound] + own + subject[town.upperBound...]
    }
    if let head = Self.measured(subject, end.upperBound, own) { return head + own }
    return own + subject[..<end.upperBound].suffix(4)
  }

  // MARK: Rates

  private func rate(
    of mention: Mention, _ window: Range<Int>, _ phrase: SubjectPhrase, _ subject: Subject, _ carried: inout Carried
  ) -> RateFrame? {
    // 高于国家标准450元 is a difference of money, whatever the standard is told for.
    if mention.quantity.unit.contains("/") || phrase.name.first.map({ isBeside($0) }) ?? false { return nil }
    if let own = RateFrame.last(before: window.upperBound, in: rates), window.contains(own.range.lowerBound) {
      carried.rate = own
      return own.isRatio || mention.quantity.dimension != .percent ? own : nil
    }
    guard let rate = carried.rate else { return nil }
    if rate.isRatio {
      return carried.isListed && [.people, .count, .other, .area].contains(mention.quantity.dimension) ? rate : nil
    }
    guard mention.quantity.dimension == .money, mention.quantity.multiplier == 0 else { return nil }
    if carried.isListed || phrase.aspect == .increaseTo { return rate }
    return subject.names.contains { $0.contains("标准") || $0.contains("补贴") || $0.contains("养老金") } ? rate : nil
  }
}
