// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Reads the words before a number: cuts scope, time and adverbs, tells the verb from the name.
///
/// Chinese puts the governing verb either at the head of the phrase (新增养老床位7.4万张) or right before the number
/// (养老床位增至40.2万张). A verb after a noun that says what is done is part of the name (适老化改造3012户); one that
/// only says
/// that it came about is not (长者食堂建成86家).
struct SubjectReader {
  let words: FigureWords
  let text: [UInt32]
  /// In a target the verb of growth stays in the name: 新增长者食堂.
  let isTarget: Bool

  /// Reads `window`, the words before a number; after another number, what stands before a verb belongs to
  /// that one
  /// (80家机构带着近6000名社工).
  func read(_ window: Range<Int>, rates: [RateFrame], afterNumber: Bool = false) -> SubjectPhrase {
    // A slice gives up its first token without moving the others.
    var tokens = PhraseToken.tokens(of: window, in: text, words)[...]
    var phrase = SubjectPhrase(start: window.upperBound)
    var low = window.lowerBound
    var high = window.upperBound
    phrase.isBeside = tokens.contains { $0.role == .beside }
    trimEnd(&high, low, &tokens, &phrase, rates)
    if afterNumber, phrase.endsInVerb { low = high }
    trimStart(&low, high, &tokens, &phrase, rates)
    low = afterList(low, high)
    if phrase.isCoordinated { cutPredicate(low, &high, &tokens) }
    if isCause(low, high, window, phrase) {
      phrase.cause = low..<high
      low = high
    }
    cutVerb(&low, high, &tokens, &phrase)
    if isCircumstance(low..<max(low, high)) { low = high }
    phrase.start = min(phrase.start, low)
    phrase.name = joined(low..<max(low, high), tokens)
    phrase.hasVerb =
      phrase.hasVerb || tokens.contains { $0.verb.map { $0.keep == .no || $0.keep == .target } ?? false }
    phrase.isAverage = tokens.first.map { $0.role == .keep && $0.range.lowerBound == low } ?? false
    phrase.isOnlyAverage =
      phrase.isAverage && tokens.first?.range.upperBound == high && text[high - 1] == 0x5747
    return phrase
  }

  // MARK: At the number's side

  private func trimEnd(
    _ high: inout Int, _ low: Int, _ tokens: inout ArraySlice<PhraseToken>, _ phrase: inout SubjectPhrase,
    _ rates: [RateFrame]
  ) {
    var isAfterTime = false
    var isAfterOf = false
    let noun = nounEnd(low..<high, tokens)
    while high > low {
      if let rate = RateFrame.last(before: high, in: rates), rate.range.upperBound == high, !rate.isRatio {
        high = rate.range.lowerBound
        tokens.removeAll { $0.range.upperBound > high }
        phrase.start = high
      } else if let bound = bound(before: high, low) {
        high = bound
        tokens.removeAll { $0.range.upperBound > high }
      } else if let token = tokens.last, token.range.upperBound == high {
        // 占年计划的112%: before 的 stands a noun.
        if isAfterOf, token.role == .adverb, token.verb == nil { break }
        guard cutsAtEnd(token, hasNoun: token.range.lowerBound >= noun, &phrase) else { break }
        isAfterOf = false
        isAfterTime = token.isTime
        if phrase.aspect != nil, text[token.range.lowerBound] == 0x5E76 { phrase.isCoordinated = true }
        high = token.range.lowerBound
        tokens.removeLast()
        phrase.start = high
      } else if Self.particles.contains(text[high - 1]) || text[high - 1].isBlank
        || isAfterTime && Self.comparing.contains(text[high - 1])
      {
        isAfterOf = text[high - 1] == 0x7684
        high -= 1
      } else {
        break
      }
    }
  }

  /// 不低于 before 每年10万元: what bounds a number is no part of its name.
  private func bound(before high: Int, _ low: Int) -> Int? {
    for width in 3...4 where high - width >= low {
      if let found = words.qualifier(in: text, at: high - width), found.value.isBefore,
        found.range.upperBound == high
      {
        return high - width
      }
    }
    return nil
  }

  /// 由, 从, 的, 第, 、 and opening quotes right before a number.
  private static let particles = ScalarSet([
    0x7531, 0x4ECE, 0x7684, 0x201C, 0x2018, 0x4E86, 0xFF1A, 0x7B2C, 0x3001,
  ])

  /// 比 and 较 before the year that a number is compared with.
  private static let comparing = ScalarSet([0x6BD4, 0x8F83])

  private func cutsAtEnd(_ token: PhraseToken, hasNoun: Bool, _ phrase: inout SubjectPhrase) -> Bool {
    guard let verb = token.verb else {
      if token.isTime { return true }
      if text.has(Self.amongThem, at: token.range.lowerBound) { phrase.isPart = true }
      return token.role == .adverb || token.role == .scope || token.role == .glue
    }
    if verb.aspect == .cumulative { phrase.isCumulative = true }
    switch verb.keep {
    // 增幅居全国第三, 增速连续五年领先, 高于全省增速2个百分点: what is told is the change itself.
    case .change where phrase.aspect == .rank || phrase.aspect == .streak || phrase.isBeside: return false
    case .change: phrase.change = token.range
    default: break
    }
    switch verb.keep {
    case .target where isTarget && hasNoun:
      phrase.aspect = phrase.aspect ?? verb.aspect
      phrase.hasVerb = true
      return false
    case .link, .lead, .change, .target:
      if verb.aspect == .share { phrase.isShare = true }
      if phrase.aspect == nil || phrase.aspect == .level { phrase.aspect = verb.aspect }
      if verb.keep == .target { phrase.hasVerb = true }
      if !hasNoun { phrase.isGoverned = true }
      return true
    case .no:
      phrase.hasVerb = true
      phrase.endsInVerb = true
      if !hasNoun { phrase.isGoverned = true }
      return true
    case .yes:
      phrase.hasVerb = true
      if !hasNoun { phrase.isGoverned = true }
      // 降价53%: the verb says it all.
      if verb.aspect == .decrease || verb.aspect == .increase { phrase.aspect = phrase.aspect ?? verb.aspect }
      return false
    case .noun: return false
    }
  }

  /// From where on something stays of the words before it once all tokens that would be cut are gone.
  ///
  /// Told once for a phrase: asked anew at each token, a phrase of nothing but such tokens would take their
  /// square.
  private func nounEnd(_ range: Range<Int>, _ tokens: ArraySlice<PhraseToken>) -> Int {
    var place = range.lowerBound
    for token in tokens {
      if token.range.lowerBound > place { break }
      switch token.role {
      case .keep, .relational, .measure, .noun, .base: return token.range.upperBound
      default: place = token.range.upperBound
      }
    }
    return place + 1
  }

  // MARK: At the head

  private func trimStart(
    _ low: inout Int, _ high: Int, _ tokens: inout ArraySlice<PhraseToken>, _ phrase: inout SubjectPhrase,
    _ rates: [RateFrame]
  ) {
    while low < high {
      if text[low].isBlank || text[low] == 0x201D || text[low] == 0x7684 {
        low += 1
      } else if let end = afterMarker(low, high) {
        low = end
        tokens = tokens.drop { $0.range.lowerBound < end }
      } else if let token = tokens.first, token.range.lowerBound == low, cutsAtStart(token, high, &phrase) {
        if token.verb != nil { phrase.start = min(phrase.start, low) }
        low = token.range.upperBound
        tokens = tokens.dropFirst()
      } else if let rate = RateFrame.at(low, in: rates), !rate.isRatio, rate.range.upperBound < high {
        // 每月走访2次: the rate is told by the unit.
        low = rate.range.upperBound
        tokens = tokens.drop { $0.range.lowerBound < low }
      } else {
        break
      }
    }
  }

  /// 五是 and 十一要 number the task and are no part of a name; 用 before a number of years only says how long it
  /// takes.
  private func afterMarker(_ low: Int, _ high: Int) -> Int? {
    if text[low] == 0x7528, low + 1 < high, NumeralScalar.opens(text[low + 1]) { return low + 1 }
    var place = low
    while place < high, NumeralScalar.chinese(text[place]) != nil || text[place] == 0x5341 { place += 1 }
    guard place > low, place < high, text[place] == 0x662F || text[place] == 0x8981 else { return nil }
    return place + 1
  }

  private func cutsAtStart(_ token: PhraseToken, _ high: Int, _ phrase: inout SubjectPhrase) -> Bool {
    if let role = token.role, role == .adverb || role == .scope || role == .glue {
      if text.has(Self.amongThem, at: token.range.lowerBound) { phrase.isPart = true }
      return true
    }
    if token.isTime { return true }
    guard let verb = token.verb, token.range.upperBound < high else { return false }
    // 压减率, 增长额: the verb is part of a noun.
    if Self.nominal.contains(text[token.range.upperBound]), text[token.range.upperBound] != 0x7684 {
      return false
    }
    if verb.aspect == .cumulative { phrase.isCumulative = true }
    switch verb.keep {
    // 共有, 设有: they open a phrase as they join one.
    case .lead: return true
    // 减税, 降费, 增收: one character alone begins other words.
    case .link, .change: return (token.range.count > 1 || verb.aspect == .share) && leads(verb, &phrase)
    case .no, .noun:
      phrase.hasVerb = true
      phrase.hasLeadingVerb = true
      return true
    case .target:
      phrase.hasVerb = true
      phrase.hasLeadingVerb = true
      phrase.aspect = phrase.aspect ?? verb.aspect
      return !isTarget
    case .yes:
      phrase.hasVerb = true
      phrase.hasLeadingVerb = true
      return false
    }
  }

  /// 累计, 增加 and 减轻 may lead (减轻企业负担8522.58万元); 居, 有, 是 begin other words there (居民).
  private func leads(_ verb: FigureWords.Verb, _ phrase: inout SubjectPhrase) -> Bool {
    switch verb.aspect {
    case .cumulative: return true
    case .increase, .decrease:
      phrase.aspect = phrase.aspect ?? verb.aspect
      phrase.hasLeadingVerb = true
      return true
    case .share:
      phrase.isShare = true
      return false
    default: return false
    }
  }

  private static let amongThem = [UInt32]("其中")

  // MARK: In the middle

  /// 服务设施实现零的突破并增至27个: what 并 joins to another predicate has the subject of that one.
  private func cutPredicate(_ low: Int, _ high: inout Int, _ tokens: inout ArraySlice<PhraseToken>) {
    let verb = tokens.first { $0.verb != nil && $0.role == .stop && $0.range.lowerBound > low + 2 }
    guard let verb, verb.range.lowerBound < high else { return }
    high = verb.range.lowerBound
    tokens.removeAll { $0.range.upperBound > verb.range.lowerBound }
  }

  /// 因撤并整合较上年减少17家: the cause of a change is not what changed; 因事故死亡人数 is.
  private func isCause(_ low: Int, _ high: Int, _ window: Range<Int>, _ phrase: SubjectPhrase) -> Bool {
    guard low > window.lowerBound, low < high, text[low - 1] == 0x56E0,
      phrase.aspect == .increase || phrase.aspect == .decrease
    else { return false }
    return !(1...3).contains { width in
      let end = high - min(width, high - low)..<high
      return words.isRole(.measure, in: text, end) || words.isRole(.relational, in: text, end)
    }
  }

  /// 剔除留抵退税因素后增长8.1%: what only says how it was reckoned names nothing.
  private func isCircumstance(_ name: Range<Int>) -> Bool {
    name.count >= 4 && [0x540E, 0x65F6].contains(text[name.upperBound - 1])
      && Self.reckoning.contains { text.has($0, at: name.lowerBound) }
  }

  private static let reckoning = ["剔除", "扣除", "考虑", "还原", "调整", "计入"].map { [UInt32]($0) }

  /// 深圳市医疗器械行业协会等“20+8”产业集群协会: the name is what the examples are examples of.
  private func afterList(_ low: Int, _ high: Int) -> Int {
    // 祁东、耒阳等5家机构: the examples themselves name nothing.
    if high - low > 2, text[high - 1] == 0x7B49, !Self.beforeRank.contains(text[high - 2]) { return high }
    var place = high - 2
    while place > low {
      if text[place] == 0x7B49, !Self.afterRank.contains(text[place + 1]),
        !Self.beforeRank.contains(text[place - 1])
      {
        // 城市社区日间照料中心等设施: too little is left to name it.
        return high - place > 3 ? place + 1 : low
      }
      place -= 1
    }
    return low
  }

  /// 等级 等次 等待 等候 等额, and 高等 中等 初等 平等 同等 对等 均等 优等 一等 特等 甲等, list nothing.
  private static let afterRank = ScalarSet([0x7EA7, 0x6B21, 0x5F85, 0x5019, 0x989D])
  private static let beforeRank = ScalarSet([
    0x9AD8, 0x4E2D, 0x521D, 0x5E73, 0x540C, 0x5BF9, 0x5747, 0x4F18, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x7279,
    0x7532,
    0x4E59,
  ])

  /// 全市民政系统新建养老机构: what stands before a verb of making is who made it, unless it is a short modifier
  /// (城镇新增就业).
  private func cutVerb(
    _ low: inout Int, _ high: Int, _ tokens: inout ArraySlice<PhraseToken>, _ phrase: inout SubjectPhrase
  ) {
    tokens.removeAll { $0.range.lowerBound < low || $0.range.upperBound > high }
    guard let place = tokens.lastIndex(where: { cutsInside($0, low, high) }) else { return }
    let token = tokens[place]
    if token.verb?.aspect != .level { phrase.aspect = phrase.aspect ?? token.verb?.aspect }
    phrase.hasVerb = true
    guard token.range.lowerBound - low > 4 else { return }
    phrase.hasLeadingVerb = true
    let before = place > tokens.startIndex ? tokens[place - 1] : nil
    let total = before.flatMap {
      $0.verb?.aspect == .cumulative && $0.range.upperBound == token.range.lowerBound ? $0 : nil
    }
    if total != nil { phrase.isCumulative = true }
    low = token.verb?.keep == .target && isTarget ? token.range.lowerBound : token.range.upperBound
    phrase.start = (total ?? token).range.lowerBound
    tokens.removeAll { $0.range.lowerBound < low }
  }

  private func cutsInside(_ token: PhraseToken, _ low: Int, _ high: Int) -> Bool {
    guard let verb = token.verb, verb.keep == .no || verb.keep == .target, token.range.lowerBound > low,
      high - token.range.upperBound >= 2
    else { return false }
    if let next = words.role(in: text, at: token.range.upperBound),
      next.value == .measure || next.value == .relational
    {
      return false
    }
    // 研发投入占GDP比重: before another verb it is a noun.
    if let next = words.verb(in: text, at: token.range.upperBound), next.value.aspect == .share {
      return false
    }
    return !Self.nominal.contains(text[token.range.upperBound])
  }

  /// 率 额 量 数 度 者 金 费 站 点 期 after a verb make it a noun: 完成率, 投入额, 建设者.
  private static let nominal = ScalarSet([
    0x7387, 0x989D, 0x91CF, 0x6570, 0x5EA6, 0x8005, 0x91D1, 0x8D39, 0x7AD9, 0x70B9, 0x671F, 0x7684,
  ])

  /// The name without links in its middle: 孤儿养育标准提高至机构 names 孤儿养育标准机构.
  private func joined(_ range: Range<Int>, _ tokens: ArraySlice<PhraseToken>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for token in tokens where token.range.lowerBound > start && token.range.upperBound < range.upperBound {
      guard token.verb?.aspect == .increaseTo else { continue }
      parts.append(start..<token.range.lowerBound)
      start = token.range.upperBound
    }
    parts.append(start..<max(start, range.upperBound))
    return parts
  }
}
