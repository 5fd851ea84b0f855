// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Names that a clause leaves out altogether: ，同比增长4.9%.
extension SubjectFinder {
  func elided(
    _ mention: Mention, _ phrase: SubjectPhrase, _ after: Range<Int>, _ carried: Carried,
    _ subject: inout Subject
  ) -> Bool {
    defer { if phrase.isAverage, let own = subject.names.first { subject.names = [own + phrase.text(text)] } }
    let object = NounAfter(words: words, text: text).object(in: after)
    if phrase.hasVerb, mention.quantity.dimension == .money, !object.isEmpty {
      subject.names = [String(scalars: text[object]) + "投入"]
      subject.quote = phrase.start..<object.upperBound
      return true
    }
    if let grown = grown(carried, phrase) {
      subject.names = [grown]
      subject.naming = .remote
      return true
    }
    if let topic = topic(carried) {
      subject.names = [topic + (mention.quantity.dimension == .money && phrase.hasVerb ? "投入" : "")]
      return true
    }
    if carried.isStale, !phrase.isShare, let clause = carried.clause, let name = told(by: clause) {
      // The clause before it is nearer than the sentence before that.
      subject.names = [name]
      subject.naming = .remote
      return true
    }
    if phrase.endsInVerb, mention.quantity.dimension == .money, !carried.isStale,
      let base = carried.act ?? carried.base, base != carried.inUnit["元"], let verb = act(phrase, mention)
    {
      // 高龄津贴惠及1.93万人，发放2784万元: what was paid out.
      subject.names = [deedless(base) + verb]
      subject.naming = .composed
      return true
    }
    let isRate = mention.quantity.dimension == .percent || mention.quantity.dimension == .ratio
    let isStated = phrase.aspect == nil || phrase.aspect == .level || phrase.aspect == .increaseTo
    let counted =
      isRate || isStated && carried.isUnitless
      ? carried.subject : carried.inUnit[mention.quantity.unit] ?? carried.subject
    if let name = phrase.isShare ? (carried.part ?? carried.base).map({ $0 + "占比" }) : counted {
      subject.names = [name]
      subject.naming = .elided
      return true
    }
    guard
      let name = carried.clause.flatMap(told(by:)) ?? act(phrase, mention)
        ?? phrase.cause.map({ String(scalars: text[$0]) })
    else { return false }
    subject.names = [name]
    subject.naming = .remote
    return true
  }

  /// What a clause without a number speaks of, as far as it can be told.
  func told(by clause: Range<Int>) -> String? {
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
  private func grown(_ carried: Carried, _ phrase: SubjectPhrase) -> String? {
    guard let clause = carried.clause else { return nil }
    let tokens = PhraseToken.tokens(of: clause, in: text, words)
    let growth =
      tokens.last { $0.role == .growth && $0.range.upperBound == clause.upperBound }
      // 低保标准实现城乡一体，提高到769元.
      ?? (phrase.aspect == .increaseTo ? tokens.first { $0.role == .stop && $0.verb != nil } : nil)
    guard let growth, growth.range.lowerBound > clause.lowerBound + 2 else { return nil }
    let name = reader.read(clause.lowerBound..<growth.range.lowerBound, rates: rates).text(text)
    return (2...40).contains(name.unicodeScalars.count) ? name : nil
  }

  /// 民生微实事方面，投入近90亿元: a clause that only names what the next is about.
  private func topic(_ carried: Carried) -> String? {
    guard let clause = carried.clause, clause.count > 3, text.has(Self.regarding, at: clause.upperBound - 2)
    else {
      return nil
    }
    return String(scalars: text[clause.dropLast(2)])
  }

  private static let regarding = [UInt32]("方面")
}
