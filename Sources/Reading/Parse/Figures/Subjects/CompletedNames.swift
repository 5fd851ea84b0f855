// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Names that say too little by themselves and take the rest from what was said before.
///
/// 覆盖率32% after 社工站412个 is 社工站覆盖率; 投入资金 after 帮扶项目2315个 is 帮扶项目投入资金.
extension SubjectFinder {
  /// 资金, 支出: a sum that only its verb and what it was spent on tell apart.
  func isBare(_ phrase: SubjectPhrase) -> Bool {
    phrase.name.count == 1 && words.isRole(.bare, in: text, phrase.name[0])
  }

  /// 紧急下拨资金, 帮扶项目投入资金, 临时救助支出: the verb before a bare sum, and what the figure before it counts unless
  /// that is a sum itself (基金收入62亿元，支出58亿元).
  func completed(_ own: String, _ phrase: SubjectPhrase, _ carried: Carried) -> String {
    let lead = phrase.start..<max(phrase.start, phrase.name[0].lowerBound)
    let verb = words.verb(in: text, at: lead.lowerBound).flatMap {
      $0.range == lead ? String(scalars: text[lead]) : nil
    }
    let base = carried.act ?? carried.base.flatMap { $0 == carried.inUnit["元"] ? nil : deedless($0) }
    return (base ?? "") + (verb ?? "") + own
  }

  /// 高龄津贴 of 高龄津贴惠及: a name without the verb that closes it.
  func deedless(_ name: String) -> String {
    let scalars = [UInt32](name)
    for width in 2...3 where scalars.count > width + 1 {
      if words.verb(in: scalars, at: scalars.count - width)?.range.count == width {
        return String(scalars: scalars.dropLast(width))
      }
    }
    return name
  }

  /// 城市社区设施覆盖率100%、农村达到87.4%: the same of the other place.
  func moved(_ own: String, _ carried: Carried) -> String? {
    guard own == "农村" || own == "城市" || own == "城镇", let subject = carried.subject, subject != own,
      let place = Self.places.first(where: { subject.hasPrefix($0) && $0 != own })
    else { return nil }
    return own + subject.dropFirst(place.count)
  }

  /// 两者之比 after 城市低保平均标准每人每月850元，农村745元: what town and country have in common, of both.
  func contrasted(_ own: String, _ carried: Carried) -> String? {
    guard let both = ["两者", "二者"].first(where: { own.hasPrefix($0) && own != $0 }),
      let subject = carried.subject,
      let place = Self.places.first(where: { subject.hasPrefix($0) && subject != $0 })
    else { return nil }
    return "城乡" + subject.dropFirst(place.count) + own.dropFirst(both.count)
  }

  private static let places = ["城市", "城镇", "农村"]

  /// 残疾人生活补贴和护理补贴惠及…，补贴标准均提高到…: what a short name measures was named in full before.
  func measured(_ own: String, _ carried: Carried) -> String? {
    guard let base = carried.base, own.hasSuffix("标准"), (4...6).contains(own.count) else { return nil }
    let name = deedless(base)
    let noun = own.dropLast(2)
    return name.hasSuffix(noun) && name.count > noun.count ? name + "标准" : nil
  }

  /// 覆盖率 of what, 惠及 by what: the name needs the one before it.
  func relate(
    _ own: String, _ phrase: SubjectPhrase, _ mention: Mention, _ carried: Carried, _ subject: inout Subject
  ) {
    // 净增36家，撤销14家: of the same things.
    if mention.quantity.dimension == .count, phrase.name.count == 1,
      let counted = carried.inUnit[mention.quantity.unit],
      let verb = words.verb(in: text, at: phrase.name[0].lowerBound), verb.range == phrase.name[0],
      verb.value.keep == .yes
    {
      subject.names = [own + stem(counted)]
      subject.naming = .composed
      return
    }
    if let clause = carried.clause, let deed = repeated(phrase, clause) {
      subject.names = [deed + own.dropFirst(own.hasSuffix("率") ? own.count - 1 : own.count)]
      subject.naming = .composed
      return
    }
    if carried.base == nil, isRelational(phrase), let clause = carried.clause, let name = told(by: clause) {
      // 培育壮大经营主体，总量突破80万户: the clause before names what is told.
      subject.names = [name + own]
      subject.naming = .remote
      return
    }
    guard let base = carried.part ?? carried.base, !own.hasPrefix(base),
      carried.clause == nil || !phrase.isGoverned
    else {
      subject.names = [own]
      return
    }
    let name = own == "占比" || !own.hasPrefix("占") ? own : own + Self.shareSuffix(own)
    subject.names = [(repeats(own, base) ? stem(base) : base) + name]
    subject.naming = .composed
  }

  /// 年内转型42家 after 加快县级儿童福利机构转型: the verb says again what the clause before says in full.
  private func repeated(_ phrase: SubjectPhrase, _ clause: Range<Int>) -> String? {
    guard phrase.name.count == 1, let name = phrase.name.first, name.count >= 2 else { return nil }
    let verb = Array(text[name.prefix(2)])
    guard name.count == 2 || name.count == 3 && text[name.upperBound - 1] == 0x7387,
      words.verb(in: text, at: name.lowerBound)?.range.count == 2,
      let place = text.place(of: verb, in: clause), place > clause.lowerBound + 2
    else { return nil }
    return told(by: clause.lowerBound..<place).map { $0 + String(scalars: verb[...]) }
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
    guard let verb = words.verb(in: scalars, at: 0), verb.value.keep == .yes,
      scalars.count - verb.range.count >= 2
    else { return name }
    return String(scalars: scalars[verb.range.upperBound...])
  }

  func isRelational(_ phrase: SubjectPhrase) -> Bool {
    guard phrase.name.count == 1 else { return false }
    let name = phrase.name[0]
    // 化解率, 检查率: how much was done of what the verb says.
    if name.count >= 3, text[name.upperBound - 1] == 0x7387,
      let verb = words.verb(in: text, at: name.lowerBound), verb.range == name.dropLast(),
      verb.value.keep != .link || verb.value.aspect != .level
    {
      return true
    }
    if words.isRole(.relational, in: text, name) || phrase.isShare && text[name.lowerBound] == 0x5360 {
      return true
    }
    return isBeside(name)
  }

  func isBeside(_ name: Range<Int>) -> Bool { words.role(in: text, at: name.lowerBound)?.value == .beside }

  /// 其中支援深圳本地逾7100万元 is 抗疫捐赠款物（支援深圳本地）; what names a rate of its own is no part.
  func part(
    _ own: String, _ phrase: SubjectPhrase, _ mention: Mention, _ after: Range<Int>, _ subject: inout Subject
  ) -> String? {
    if phrase.isEmpty {
      guard mention.isProportion, after.count > 1 else { return nil }
      subject.quote = phrase.start..<after.upperBound
      return "（\(String(scalars: text[after])))"
    }
    if phrase.isShare || mention.quantity.dimension == .percent || mention.quantity.dimension == .ratio {
      return nil
    }
    return "（\(own.hasSuffix("的") ? String(own.dropLast()) : own)）"
  }

  /// The part of a name up to the end of its first 标准, if more follows: 孤儿保障标准 of 孤儿保障标准集中供养.
  private static func measured(_ name: String, _ end: String.Index, _ own: String) -> String? {
    let rest = name[end...].unicodeScalars.count
    return rest >= 2 && abs(rest - own.unicodeScalars.count) <= 2 ? String(name[..<end]) : nil
  }

  /// 农村745元 after 城市低保平均标准每人每月850元: a bare modifier takes the standard of the list.
  func standard(_ own: String, _ mention: Mention, _ carried: Carried) -> String? {
    guard carried.rate != nil, mention.quantity.dimension == .money, mention.quantity.multiplier == 0,
      (1...8).contains(own.unicodeScalars.count), let subject = carried.subject,
      let end = subject.firstRange(of: "标准")
    else { return nil }
    if own == "农村", let town = subject.firstRange(of: "城市") ?? subject.firstRange(of: "城镇") {
      return subject[..<town.lowerBound] + own + subject[town.upperBound...]
    }
    if own.count > 4 {
      // 社会散居孤儿1752元 after 机构集中养育孤儿基本生活标准: the same of other people.
      return subject.firstRange(of: own.suffix(2)).flatMap {
        $0.upperBound < end.lowerBound ? own + subject[$0.upperBound..<end.upperBound] : nil
      }
    }
    if let head = Self.measured(subject, end.upperBound, own) { return head + own }
    return own + subject[..<end.upperBound].suffix(4)
  }
}
