// SPDX-License-Identifier: Apache-2.0

internal import Minutes
internal import struct FoundationEssentials.Decimal

/// Tells numbers that nobody would tabulate: names, idioms, sessions, counts of tasks, ages that only
/// delimit a group.
struct Exclusions {
  let words: FigureWords
  let text: [UInt32]
  let paragraph: Range<Int>

  /// How far after a number its noun is looked for.
  private static let reach = 16

  /// True where the number's digits belong to a word: 进一步, 党的二十大, 第一时间, 3A级, “20+8”.
  func names(_ numeral: Numeral) -> Bool {
    word(around: numeral) != nil || touchesName(numeral.range)
  }

  /// The widest word of the table not-figures that a number is a part of.
  func word(around numeral: Numeral) -> Range<Int>? {
    for back in (0...3).reversed() where numeral.range.lowerBound - back >= paragraph.lowerBound {
      if let word = words.reason(in: text, at: numeral.range.lowerBound - back), word.value != .counted,
        word.range.upperBound >= numeral.range.upperBound,
        !(back == 0 && word.value == .idiom && isOrdinal(numeral))
      {
        return word.range
      }
    }
    return nil
  }

  /// 第一位 is a rank, though 一位 alone counts nothing.
  private func isOrdinal(_ numeral: Numeral) -> Bool {
    numeral.range.lowerBound > paragraph.lowerBound && text[numeral.range.lowerBound - 1] == 0x7B2C
  }

  /// 3A, 5G, 20+8, 3+X, 9时30分: a Latin letter, a plus sign or 时 on either side. 0—3岁, 几十, 数百 have no value
  /// of their own.
  private func touchesName(_ range: Range<Int>) -> Bool {
    if range.lowerBound > paragraph.lowerBound {
      let before = text[range.lowerBound - 1]
      if before.isLetter || [0x2B, 0xFF0B, 0xD7, 0x65F6].contains(before) { return true }
      if before == 0x51E0 || before == 0x6570, NumeralScalar.power(text[range.lowerBound]) != nil {
        return true
      }
    }
    guard range.upperBound < paragraph.upperBound else { return false }
    let after = text[range.upperBound]
    return after == 0x2B || after == 0xFF0B || after == 0xD7 || after.isLetter
  }

  /// True where a quantity is no figure for what stands around it.
  func excludes(_ mention: Mention, _ numeral: Numeral, isQuoted: Bool) -> Bool {
    let isStreak = mention.quantity.unit.hasPrefix("连")
    if isQuoted, !isStreak { return true }
    if isThreshold(mention) || isCondition(mention) || isScope(mention) { return true }
    if mention.isOrdinal { return !isRank(mention) }
    if numeral.isSerial { return true }
    switch mention.quantity.unit {
    case "年": return !isRun(mention)
    case "岁": return !isAge(mention)
    case "届": return !followsVerb(mention)
    case "分钟", "小时", "公里": if isCircle(mention) { return true }
    default: break
    }
    return isCount(mention) && (isSmall(mention, isStreak) || isAnnounced(mention)) || isAttendance(mention)
  }

  // MARK: Numbers of Chinese digits

  private func isCount(_ mention: Mention) -> Bool {
    switch mention.quantity.dimension {
    case .count, .people, .personTimes, .duration, .other: true
    default: false
    }
  }

  /// 三个单位, 两市, 四条: a single Chinese digit counts only what is done or won (举办九届, 十连冠, 新建三所).
  private func isSmall(_ mention: Mention, _ isStreak: Bool) -> Bool {
    guard mention.isChinese, mention.quantity.multiplier == 0, let value = mention.quantity.value, value < 10,
      !isStreak
    else { return false }
    return value < 2 || isBare(mention) && !isDone(mention) || !followsVerb(mention) && !isDone(mention)
  }

  /// 完成与沂源、莒县两条县界联检: a clause that opens with a verb of completing counts what it names.
  private func isDone(_ mention: Mention) -> Bool {
    let end = mention.core.upperBound
    guard ["条", "家", "所", "座", "处", "支", "批"].contains(mention.quantity.unit), end + 1 < paragraph.upperBound,
      text[end].isHan, text[end + 1].isHan
    else { return false }
    let before = text[paragraph.lowerBound..<mention.range.lowerBound]
    let mark = before.lastIndex { $0 != 0x3001 && Clauses.isMark($0) }
    let clause = mark.map { $0 + 1 } ?? paragraph.lowerBound
    // 五是完成……
    let marker = (clause..<min(clause + 4, mention.range.lowerBound)).first { text[$0] == 0x662F }
    return words.verb(in: text, at: marker.map { $0 + 1 } ?? clause)?.value.keep == .no
  }

  private func followsVerb(_ mention: Mention) -> Bool {
    for width in 1...4 where mention.range.lowerBound - width >= paragraph.lowerBound {
      if let verb = words.verb(in: text, at: mention.range.lowerBound - width),
        verb.range.upperBound == mention.range.lowerBound
      {
        return verb.value.keep != .link
      }
    }
    return false
  }

  /// 十大主要任务, 七方面工作, 5项重点任务: the number only announces a list.
  private func isAnnounced(_ mention: Mention) -> Bool {
    let isSmall = mention.quantity.multiplier == 0 && (mention.quantity.value).map { $0 < 100 } ?? false
    guard mention.quantity.qualifier == .exact, isSmall || isRound(mention) else { return false }
    var place = mention.core.upperBound
    let end = min(paragraph.upperBound, place + Self.reach)
    if mention.isChinese, place == end || Clauses.isMark(text[place]) {
      return !followsVerb(mention) && isBare(mention)
    }
    while place < end, !Clauses.isMark(text[place]) {
      if let noun = words.reason(in: text, at: place), noun.value == .counted {
        let isFirst = place <= mention.core.upperBound + 4
        let isLast =
          noun.range.upperBound >= paragraph.upperBound || Clauses.isMark(text[noun.range.upperBound])
        return isFirst && mention.isChinese || isLast
      }
      place += 1
    }
    return false
  }

  /// 千万头肉牛工程, 百万亩油茶行动: powers of ten without a digit, in the name of a programme.
  private func isRound(_ mention: Mention) -> Bool {
    guard mention.isChinese else { return false }
    let head = text[mention.core].prefix { NumeralScalar.power($0) != nil }
    return !head.isEmpty && head.endIndex < mention.core.upperBound
      && NumeralScalar.chinese(text[head.endIndex]) == nil
  }

  /// 任务排成十项: nothing but the list itself is counted.
  private func isBare(_ mention: Mention) -> Bool {
    ["项", "条", "件", "个", "类", "种"].contains(mention.quantity.unit)
  }

  /// 三个单位交流发言, 300余人参加会议: who sat there is told elsewhere.
  private func isAttendance(_ mention: Mention) -> Bool {
    var place = mention.core.upperBound
    let end = min(paragraph.upperBound, place + Self.reach)
    while place < end, !Clauses.isStop(text[place]) {
      if let word = words.reason(in: text, at: place), word.value == .attendance { return true }
      place += 1
    }
    return false
  }

  // MARK: Times, ages, ranks

  /// 年收入20万元以上的村达到60%, 500平方米以下门店: a bound before a noun tells which ones are meant, where no verb governs
  /// the number or another number counts them. 80%以上的村 and 培训5000人以上 count themselves.
  private func isThreshold(_ mention: Mention) -> Bool {
    guard !mention.isProportion, mention.range.upperBound > mention.core.upperBound,
      mention.quantity.qualifier == .atLeast || mention.quantity.qualifier == .atMost
    else { return false }
    var place = mention.range.upperBound
    guard place + 1 < paragraph.upperBound, text[place].isHan, words.verb(in: text, at: place) == nil,
      words.role(in: text, at: place)?.value != .stop
    else { return false }
    let start = place
    while place < paragraph.upperBound, !Clauses.isMark(text[place]), place < start + Self.reach {
      if place > start, NumeralScalar.arabic(text[place]) != nil { return true }
      place += 1
    }
    return !followsVerb(mention)
  }

  /// 收入超过20万元的村占比达到60%: a bound before 的 tells which ones the share is of.
  private func isCondition(_ mention: Mention) -> Bool {
    let end = mention.range.upperBound
    guard mention.quantity.qualifier == .over, !mention.isProportion, end < paragraph.upperBound,
      text[end] == 0x7684
    else { return false }
    return measures(after: end + 1)
  }

  /// 全省9个设区市医疗机构覆盖率不低于85%: at the head of a sentence the number says where, and the rate is told.
  private func isScope(_ mention: Mention) -> Bool {
    guard isCount(mention), mention.quantity.multiplier == 0, mention.quantity.qualifier == .exact else {
      return false
    }
    var start = mention.range.lowerBound
    for width in (0...4).reversed() where start - width >= paragraph.lowerBound {
      guard width == 0 || words.isRole(.scope, in: text, start - width..<start) else { continue }
      start -= width
      break
    }
    guard start == paragraph.lowerBound || Clauses.isMark(text[start - 1]) else { return false }
    return measures(after: mention.range.upperBound)
  }

  /// True where a rate or share with a number of its own follows in the clause, and no verb before it.
  private func measures(after start: Int) -> Bool {
    var place = start
    while place < min(paragraph.upperBound, start + 2 * Self.reach), !Clauses.isMark(text[place]) {
      if let share = Self.shares.first(where: { text.has($0, at: place) }) {
        let rest = (place + share.count..<min(paragraph.upperBound, place + share.count + 6))
          .prefix { !Clauses.isMark(text[$0]) }
        if rest.contains(where: { NumeralScalar.opens(text[$0]) }) { return true }
      }
      if NumeralScalar.arabic(text[place]) != nil { return false }
      place += 1
    }
    return false
  }

  private static let shares = ["覆盖率", "占比", "比例", "比重", "率"].map { [UInt32]($0) }

  /// 连续五年增长 is a run; 五年来 and 三年行动 are not.
  private func isRun(_ mention: Mention) -> Bool {
    let start = mention.range.lowerBound
    return text.has(Self.running, at: start - 2)
  }

  /// 预期寿命79.5岁 is a figure, 60岁老人 a group.
  private func isAge(_ mention: Mention) -> Bool {
    let start = max(paragraph.lowerBound, mention.range.lowerBound - Self.reach)
    return (start..<mention.range.lowerBound).contains {
      text.has(Self.lifetime, at: $0)
        || text.has(Self.age, at: $0)
    }
  }

  /// 15分钟便民生活圈 is a name.
  private func isCircle(_ mention: Mention) -> Bool {
    var place = mention.core.upperBound
    let end = min(paragraph.upperBound, place + 10)
    while place < end, !Clauses.isMark(text[place]) {
      if text[place] == 0x5708 { return true }
      place += 1
    }
    return false
  }

  /// 居全国第三 is a rank; 第三次 is not.
  private func isRank(_ mention: Mention) -> Bool {
    let start = max(paragraph.lowerBound, mention.range.lowerBound - 12)
    return (start..<mention.range.lowerBound).contains { words.verb(in: text, at: $0)?.value.aspect == .rank }
  }

  private static let running = [UInt32]("连续")
  private static let lifetime = [UInt32]("寿命")
  private static let age = [UInt32]("年龄")
}
