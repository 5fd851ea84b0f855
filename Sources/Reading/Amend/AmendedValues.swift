// SPDX-License-Identifier: Apache-2.0

internal import struct FoundationEssentials.Decimal
internal import Lexicon
internal import Minutes

/// What fields of a reading may hold: takes it from a person's words, and puts it in.
///
/// What follows from a field follows here too: a meeting's class from the words of its name, a figure's
/// dimension from its unit, the year of the tasks from a date.
struct AmendedValues: Sendable {
  private let vocabulary: Vocabulary

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  // MARK: - Out of a person's words

  /// The form that is kept: 1.45万 is 14500, 深圳市 is 440300.
  func value(
    of field: Amendment.Field, from text: String, for meeting: Meeting
  ) throws(AmendmentError) -> String {
    switch field {
    case .none: return ""
    case .date:
      guard let date = MeetingDate(iso: WrittenTime.plain(text)) else {
        throw AmendmentError(
          what: Saying("\(text) is no date", "“\(text)”不是日期"),
          hint: Saying(
            "write 2024-03-08, 2024年3月8日, 2024-03 or 2024", "请写 2024-03-08、2024年3月8日、2024-03 或 2024"))
      }
      return date.description
    case .jurisdiction: return try place(text, in: meeting.date?.year).code
    case .kind: return try MeetingClass(naming: text, vocabulary).words
    case .sector:
      let sectors = Set(vocabulary[.sectors].compactMap { $0[1] })
      return try known(text, sectors, Saying("field of work", "领域"), "sectors")
    case .topic: return try topic(text)
    case .value: return try WrittenAmount(text).description
    case .unit: return try unit(text)
    case .period: return try period(WrittenTime.plain(text))
    case .rank:
      // Of a meeting that is not kept here nobody knows how many tasks it has.
      let last = meeting.priorities.isEmpty ? 999 : meeting.priorities.count
      guard let rank = Int(text), (1...last).contains(rank) else {
        throw AmendmentError(
          what: Saying("\(text) is no place in a list of \(last)", "“\(text)”不是\(last)项中的位次"),
          hint: Saying("write a number from 1 to \(last)", "请写1到\(last)的数"))
      }
      return String(rank)
    case .indicator: return try name(text, Saying("indicator", "指标"))
    case .head: return try name(text, Saying("title", "题目"))
    // The title of a task that is kept, as it stands there.
    case .link, .unlink: return text
    }
  }

  /// What a thing is called from now on, in one line.
  private func name(_ text: String, _ what: Saying) throws(AmendmentError) -> String {
    let name = WrittenLine.text(text)
    guard !name.isEmpty else {
      throw AmendmentError(
        what: Saying("the \(what.english) is empty", "\(what.chinese)是空的"),
        hint: Saying(
          "write its name; --remove takes the thing away", "请写出名称；要去掉这一项，请用 --remove"))
    }
    guard !WrittenLine.isTooLong(name) else {
      throw AmendmentError(
        what: Saying(
          "the \(what.english) is longer than \(WrittenLine.most) characters",
          "\(what.chinese)超过\(WrittenLine.most)字"),
        hint: Saying("say it in fewer words", "请写短些"))
    }
    return name
  }

  /// A unit of the table as it is recorded there; what stands behind a slash is told for: 元/人·月.
  private func unit(_ text: String) throws(AmendmentError) -> String {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let (word, base) = (String(parts[0]), parts.count == 2 ? "/" + parts[1] : "")
    if base != "/", let row = row(ofUnit: text) { return row[2] ?? row.key }
    if base != "/", let row = row(ofUnit: word) { return (row[2] ?? row.key) + base }
    if let power = ["万亿", "万", "亿"].first(where: word.hasPrefix),
      row(ofUnit: String(word.dropFirst(power.count))) != nil
    {
      let unit = text.dropFirst(power.count)
      throw AmendmentError(
        what: Saying("\(power) belongs to the value and not to the unit", "“\(power)”属于数值，不属于单位"),
        hint: Saying("write --value 1.45\(power) --unit \(unit)", "请写 --value 1.45\(power) --unit \(unit)"))
    }
    throw AmendmentError(
      what: Saying("\(text) is no unit of the lexicon", "词库里没有单位“\(text)”"),
      hint: Saying(
        "write one such as 元, 张, 人, % or 元/人·月; one more is a line of units.tsv in /etc/minuted/lexicon",
        "请写元、张、人、%、元/人·月等；要增加，请在 /etc/minuted/lexicon/units.tsv 中加一行"))
  }

  private func row(ofUnit word: String) -> TableRow? {
    vocabulary[.units].first {
      ($0.key == word || $0[2] == word) && Quantity.Dimension(rawValue: $0[1] ?? "") != nil
    }
  }

  private func place(_ text: String, in year: Int?) throws(AmendmentError) -> Division {
    if let division = vocabulary.divisions.division(code: text, in: year) { return division }
    let found = vocabulary.divisions.rows(named: text, in: year).map {
      vocabulary.divisions.division(at: $0, in: year)
    }
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else {
      throw AmendmentError(
        what: Saying("no division is called \(text)", "没有名为“\(text)”的行政区划"),
        hint: Saying("give its name, such as 浙江省, or its code, 330000", "请写名称（如浙江省）或代码（如330000）"))
    }
    let codes = found.map { "\($0.code) \($0.fullName)" }.joined(separator: ", ")
    throw AmendmentError(
      what: Saying("more than one division is called \(text)", "名为“\(text)”的行政区划不止一个"),
      hint: Saying("give the code of one: \(codes)", "请写其中一个的代码：\(codes)"))
  }

  /// A line of work by its code or, as readers are told it, by its name: 养老服务.
  private func topic(_ text: String) throws(AmendmentError) -> String {
    if let named = vocabulary[.topicNames].first(where: { $0[1] == text }) { return named.key }
    let codes = Set(vocabulary[.topics].flatMap { ($0[2] ?? "").split(separator: ",").map(String.init) })
    if codes.contains(text) { return text }
    // As readers are told them; what has no name goes by its code.
    let names = codes.map { code in vocabulary[.topicNames].first { $0.key == code }?[1] ?? code }
    return try known(text, Set(names), Saying("line of work", "工作领域"), "topics")
  }

  private func known(
    _ text: String, _ words: Set<String>, _ what: Saying, _ table: String
  ) throws(AmendmentError) -> String {
    if words.contains(text) { return text }
    let near = NearWords.three(of: words, like: text)
    throw AmendmentError(
      what: Saying(
        "\(text) is no \(what.english) of the lexicon", "词库里没有“\(text)”这一\(what.chinese)"),
      hint: Saying(
        "the nearest are \(near.joined(separator: ", ")); all of them stand in \(table).tsv, see minuted-lexicon(5)",
        "相近的有\(near.joined(separator: "、"))；全部见词表 \(table).tsv（minuted-lexicon(5)）"))
  }

  /// The shapes of the contract: 2023, 2023-H1, 2023-Q3, 2023-06, two of them with a slash, 十四五.
  private func period(_ text: String) throws(AmendmentError) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count <= 2, parts.allSatisfy(Self.isTime) || parts.count == 1 && Self.isPlan(text) {
      return text
    }
    throw AmendmentError(
      what: Saying("\(text) is no period", "“\(text)”不是报告期"),
      hint: Saying(
        "write 2023, 2023-H1, 2023-Q3, 2023-06, 2012/2022 or 十四五",
        "请写 2023、2023-H1、2023-Q3、2023-06、2012/2022 或 十四五"))
  }

  private static func isTime(_ text: Substring) -> Bool {
    if MeetingDate(iso: String(text)).map({ $0.day == nil }) ?? false { return true }
    return ["-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"].contains { end in
      text.hasSuffix(end) && MeetingDate(iso: String(text.dropLast(3)))?.month == nil && text.utf8.count == 7
    }
  }

  private static func isPlan(_ text: String) -> Bool { text.hasSuffix("五") && text.count == 3 }

  // MARK: - Into a reading

  func set(_ field: Amendment.Field, _ text: String, in figure: inout Figure) {
    switch field {
    case .value:
      guard let amount = WrittenAmount(kept: text) else { return }
      figure.quantity.value = amount.value
      (figure.quantity.low, figure.quantity.high) = (amount.low, amount.high)
      // A number below what was printed as a unit of 万 is printed in full.
      if let value = amount.value ?? amount.low,
        value < Decimal(sign: .plus, exponent: figure.quantity.multiplier, significand: 1)
      {
        figure.quantity.multiplier = 0
      }
    case .unit:
      figure.quantity.unit = text
      let row = vocabulary[.units].first { ($0[2] ?? $0.key) == text || $0.key == text }
      figure.quantity.dimension =
        row.flatMap { Quantity.Dimension(rawValue: $0[1] ?? "") } ?? figure.quantity.dimension
    case .indicator: figure.indicator = text
    case .period: figure.period = Period(rawValue: text)
    case .date, .jurisdiction, .kind, .sector, .head, .rank, .topic, .none, .link, .unlink: return
    }
    figure.confidence = 1
  }

  func set(_ field: Amendment.Field, _ text: String, in meeting: inout Meeting) {
    switch field {
    case .date: set(MeetingDate(iso: text), in: &meeting)
    case .jurisdiction:
      meeting.jurisdiction =
        vocabulary.divisions.division(code: text, in: meeting.date?.year) ?? meeting.jurisdiction
    case .kind:
      guard let named = try? MeetingClass(naming: text, vocabulary) else { return }
      (meeting.kind, meeting.category) = (named.words, named.category)
    case .sector: meeting.sector = text
    case .period: meeting.planPeriods = [Period(rawValue: text)]
    case .value, .unit, .indicator, .head, .rank, .topic, .none, .link, .unlink: return
    }
  }

  /// Tasks that were taken for the meeting's own year are those of its own year still; what the text says of
  /// their year stands.
  private func set(_ date: MeetingDate?, in meeting: inout Meeting) {
    guard let date else { return }
    if meeting.planPeriods == meeting.date.map({ [Self.usualPlan(of: $0)] }) ?? [] {
      meeting.planPeriods = [Self.usualPlan(of: date)]
    }
    meeting.date = date
    meeting.dateInferred = false
    meeting.dateBasis = .text
  }

  private static func usualPlan(of date: MeetingDate) -> Period {
    Period(year: date.month == 12 ? date.year + 1 : date.year)
  }
}
