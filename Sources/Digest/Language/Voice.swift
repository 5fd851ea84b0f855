// SPDX-License-Identifier: Apache-2.0

internal import Diff
package import FoundationEssentials
package import Minutes

/// Says what a digest has to say, in one language.
///
/// Sections ask it for phrases, names and amounts and know no language themselves. Chinese keeps the words of
/// `Names`, `FigureName` and `Amounts`; English has its own amounts, since it counts neither in 万 nor with
/// classifiers.
package struct Voice: Sendable, Hashable {
  /// What is said where nobody asked for another language.
  package static let chinese = Voice(.chinese)

  package let language: Language
  private let words: EnglishWords

  /// `words` are what English calls things; without them names stay as they were printed.
  package init(_ language: Language, words: EnglishWords = .none) {
    self.language = language
    self.words = words
  }

  /// The same words in another language.
  func speaking(_ language: Language) -> Voice { Voice(language, words: words) }

  private var isChinese: Bool { language == .chinese }

  /// A phrase with its places filled.
  func callAsFunction(_ phrase: Phrase, _ parts: String...) -> String {
    let text = (isChinese ? ChinesePhrases.table : EnglishPhrases.table)[phrase] ?? ""
    return parts.isEmpty ? text : Self.filled(text, parts)
  }

  /// The text with `{1}` replaced by the first part, `{2}` by the second, and `{1s}` by the s of a plural
  /// unless the first part is 1; what a part says is never a place.
  ///
  /// Over bytes: a digest fills thousands of phrases, and `replacing` breaks each into characters.
  private static func filled(_ text: String, _ parts: [String]) -> String {
    var filled = ""
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      filled += Substring(rest[..<open])
      let place = rest[open...].dropFirst().prefix { $0 != UInt8(ascii: "}") }
      rest = rest[place.endIndex...].dropFirst()
      let isPlural = place.last == UInt8(ascii: "s")
      guard let number = Int(Substring(isPlural ? place.dropLast() : place)),
        parts.indices.contains(number - 1)
      else {
        continue
      }
      filled += isPlural ? (parts[number - 1] == "1" ? "" : "s") : parts[number - 1]
    }
    return filled + Substring(rest)
  }

  /// A text in brackets, or nothing for nothing.
  func bracket(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return self(.bracket, text)
  }

  func list(_ items: [String], _ mark: Phrase = .enumeration) -> String {
    items.joined(separator: self(mark))
  }
}

// MARK: - Amounts

extension Voice {
  private var amounts: EnglishAmounts { EnglishAmounts(words: words) }

  /// An amount with its unit and its bound: 60家以上.
  package func text(_ quantity: Quantity) -> String {
    isChinese ? Amounts.text(quantity) : amounts.text(quantity)
  }

  func plain(_ quantity: Quantity) -> String {
    isChinese ? Amounts.plain(quantity) : amounts.plain(quantity)
  }

  /// From one value to the other, each with its bound as the source words it: 不足40%→43.8%.
  package func path(_ old: Figure, _ new: Figure) -> String {
    var from = FigureName.quantity(old)
    let to = FigureName.quantity(new)
    // A target that moved is told by the new one's bound: 58%→61%.
    if new.aspect == .target, from.value != to.value { from.qualifier = .exact }
    let words = (from: old.excerpt.text, to: new.excerpt.text)
    if isChinese { return Amounts.path(from, to, words: words) }
    return " " + amounts.side(from, words: words.from) + " -> " + amounts.side(to, words: words.to)
  }

  /// The amount alone with its bound: 不足40%.
  package func text(_ figure: Figure) -> String {
    isChinese
      ? Amounts.text(figure.quantity, words: figure.excerpt.text) : amounts.text(figure.quantity)
  }

  func gap(_ delta: Decimal, like quantity: Quantity) -> String {
    isChinese ? Amounts.gap(delta, like: quantity) : amounts.gap(delta, like: quantity)
  }

  /// A difference with its sign: −6000张, -6,000.
  package func delta(_ delta: Decimal, like quantity: Quantity) -> String {
    isChinese
      ? Amounts.delta(delta, like: quantity)
      : (delta < 0 ? "-" : "+") + amounts.gap(delta, like: quantity)
  }

  /// A change in percent with its sign: +3.4%.
  package func percent(_ value: Decimal) -> String {
    isChinese ? Amounts.percent(value) : Amounts.percent(value).replacing("−", with: "-")
  }

  /// An indicator as the reports have it, or in English where that is common knowledge.
  func indicator(_ name: String) -> String { isChinese ? name : words.indicator(name) ?? name }

  /// The name of a figure, with what its aspect adds to it.
  package func name(_ figure: Figure) -> String {
    if isChinese { return FigureName.of(figure) }
    let name = indicator(figure.indicator)
    let relative = figure.quantity.dimension == .percent || figure.quantity.unit.hasSuffix("百分点")
    switch figure.aspect {
    case .increase: return relative ? name + " growth" : "added " + name
    case .decrease: return relative ? name + " fall" : "fewer " + name
    case .cumulative: return name + " in all"
    case .level, .increaseTo, .share, .multiple, .rank, .streak, .target: return name
    }
  }

  /// Name and amount with its qualifier: 长者食堂60家以上, canteens for the old at least 60.
  package func told(_ figure: Figure) -> String {
    isChinese ? FigureName.told(figure) : name(figure) + " " + text(FigureName.quantity(figure))
  }

}

extension Voice {
  /// A name and its way from one value to the other: 福彩销售68.5→66.9亿元, or 福彩销售由增长21.3%转为下降1.5%.
  func movement(_ pair: FigurePair, _ old: Figure, _ new: Figure) -> String {
    guard pair.hasTurned else {
      return name(new) + path(old, new)
    }
    let phrase: Phrase = new.aspect == .decrease ? .turnedDown : .turnedUp
    return self(phrase, indicator(new.indicator), text(old), text(new))
  }
}

// MARK: - Offices and bulletins

extension Voice {
  /// An office as the reports have it, or in English where that is common knowledge.
  func role(_ role: String) -> String { isChinese ? role : words.office(role) ?? role }

  /// 副省长邵令仪出席并讲话, 邵令仪 (vice governor, spoke).
  func present(_ official: Official) -> String {
    if isChinese { return Columns.cut("\(official.role)\(official.name)\(official.part)", to: 40) }
    let known = [role(official.role), words.part(official.part)].compactMap(\.self)
    return official.name + bracket(known.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// 据2024-01-22公报: whose word it is.
  func bulletin(_ bulletin: Bulletin) -> String { self(.scoreBulletin, bulletin.published.description) }
}

// MARK: - Names

extension Voice {
  /// 瀚海省民政2024: a meeting as a headline names it.
  package func story(_ meeting: Meeting) -> String {
    if isChinese { return Names.story(meeting) }
    // The line below says the sector, unless the meeting is one of a special kind.
    let class_ = Names.special(meeting)
    let sector = meeting.sector.map { words.sector($0) ?? $0 }
    let isTold = meeting.sector.flatMap(words.sector) != nil && class_.isEmpty
    return [
      place(meeting), isTold ? nil : sector, class_.isEmpty ? nil : class_, meeting.planYear.map(String.init),
    ]
    .compactMap(\.self).joined(separator: " ")
  }

  func place(_ meeting: Meeting) -> String {
    meeting.jurisdiction == nil ? self(.unknownPlace) : Names.place(meeting)
  }

  /// 第3页第2段, or 第7段 where there are no pages.
  package func place(_ excerpt: Excerpt) -> String {
    guard let page = excerpt.page else { return self(.paragraph, "\(excerpt.paragraph)") }
    return self(.paragraphOnPage, "\(page)", "\(excerpt.paragraph)")
  }

  /// A meeting's date, or that it is not known.
  package func date(_ meeting: Meeting?) -> String { meeting?.date?.description ?? self(.unknownDate) }

  func session(_ meeting: Meeting) -> String {
    guard !isChinese else { return Names.session(meeting) }
    let sector = meeting.sector.flatMap(words.sector)
    guard let sector, Names.special(meeting).isEmpty, let reach = EnglishPhrases.reach(of: meeting) else {
      return Names.scope(meeting, "全") + meeting.kind + " " + date(meeting)
    }
    return "\(reach) \(sector) meeting \(date(meeting))"
  }

  /// 本省, or the place itself where the language has no such word.
  func here(_ meeting: Meeting) -> String { isChinese ? Names.scope(meeting, "本") : Names.short(meeting) }

  /// One character for a level beside a rank: 省2; prov. 2 in English.
  func mark(_ meeting: Meeting) -> String {
    if isChinese { return Names.mark(meeting) }
    switch meeting.jurisdiction?.level {
    case .national: return "nation "
    case .province: return "prov. "
    case .prefecture: return "city "
    case .county: return "county "
    case nil: return ""
    }
  }

  /// 虚构，仅供演示 or 改写文本; nil for a real report.
  package func provenance(_ record: Record) -> String? {
    switch record.provenance {
    case .report: nil
    case .paraphrase: self(.paraphrase)
    case .invented: self(.invented)
    }
  }

  /// 上年 for the meeting of the year before, else 上次.
  package func last(_ digest: MeetingDigest) -> String {
    guard let before = digest.predecessor?.meeting else { return self(.lastTime) }
    guard let year = digest.meeting.planYear, before.planYear == year - 1 else { return self(.lastTime) }
    return self(.lastYear)
  }

  /// Rank and head; in English with the line of work, which a reader may know where the words are foreign.
  func item(_ evidence: Change.Evidence, mark: String = "", topic: String? = nil) -> String {
    Names.item(evidence, mark: mark) + gloss(topic)
  }

  /// A task in a headline: its short name, or in English its line of work.
  func short(_ name: String, _ topic: String?) -> String { isChinese ? name : line(topic) ?? name }

  /// The line of work behind a name that an English reader cannot read.
  func gloss(_ topic: String?) -> String { isChinese ? "" : bracket(line(topic)) }

  /// What people call a line of work by its code: 养老服务, elderly care.
  func topic(_ code: String) -> String { isChinese ? words.chineseTopics[code] ?? code : words.topic(code) }

  /// What people call a place by its code: 广东省深圳市, in any language.
  func place(code: String) -> String { words.places[code] ?? code }

  private func line(_ topic: String?) -> String? {
    topic == "other" ? nil : topic.map(words.topic)
  }

  func years(_ years: [Int]) -> String {
    if isChinese { return Names.years(years) }
    let years = Set(years).sorted()
    guard let first = years.first, let last = years.last else { return "" }
    if first == last { return "\(first)" }
    return years.count == last - first + 1
      ? "\(first)-\(last)" : years.map(String.init).joined(separator: ", ")
  }
}
