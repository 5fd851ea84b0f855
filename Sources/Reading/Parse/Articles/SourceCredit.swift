// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// Who published a report: 来源：浙江省民政厅, （据江苏省民政厅）, 《云岫日报》2022-03-24, 澜浦新闻网 2024年4月13日.
struct SourceCredit {
  let vocabulary: Vocabulary
  let text: CleanText

  /// The publisher as the first dateline or the last credit names it.
  func publisher(_ lines: [PageLine]) -> String? {
    for line in lines where line.kind == .dateline {
      if let name = labelled(line.range) ?? account(line.range) ?? leading(line.range) {
        return text.string(name)
      }
    }
    for line in lines.prefix(8) {
      if let name = line.kind == .text ? wire(line.range) : beforeReporter(line.range) {
        return text.string(name)
      }
    }
    for line in lines.reversed() where line.kind == .text || line.kind == .heading {
      if let name = bracketed(line.range) ?? labelled(line.range) { return text.string(name) }
    }
    return nil
  }

  /// The address that the page prints of itself, 原文链接：https://…; of several the first.
  func address(_ lines: [PageLine]) -> String? {
    for line in lines where line.kind != .text || line.range.count <= 160 {
      let scalars = text.scalars
      guard let start = line.range.first(where: { scalars.has(Self.scheme, at: $0) }) else { continue }
      let end = scalars[start..<line.range.upperBound].firstIndex { !(0x21...0x7E).contains($0) }
      let address = text.string(start..<(end ?? line.range.upperBound))
      if address.unicodeScalars.count > 10 { return address }
    }
    return nil
  }

  private static let scheme = [UInt32]("http")

  /// What follows 来源： up to the next space or mark.
  private func labelled(_ line: Range<Int>) -> Range<Int>? {
    guard line.count <= 120 else { return nil }
    for label in Self.labels {
      if let place = text.scalars.place(of: label, in: line) {
        return name(place + label.count, line.upperBound)
      }
    }
    return nil
  }

  /// A newspaper in 《》, or what stands before the date.
  private func leading(_ line: Range<Int>) -> Range<Int>? {
    let scalars = text.scalars
    if scalars[line.lowerBound] == 0x300A { return name(line.lowerBound + 1, line.upperBound) }
    let end = scalars[line].firstIndex { $0 == 0x20 || $0.isDigit } ?? line.upperBound
    let head = line.lowerBound..<end
    guard (3...16).contains(head.count), scalars[head].allSatisfy(\.isHan) else { return nil }
    let scanner = DateScanner(vocabulary: vocabulary)
    return scanner.dates(in: scalars, end..<line.upperBound).first?.isFull == true ? head : nil
  }

  /// 原创 民政局 冷水滩民政 2024-02-05 18:30 发表于湖南: the account is the last word before the date.
  private func account(_ line: Range<Int>) -> Range<Int>? {
    guard Self.accounts.contains(where: { text.scalars.place(of: $0, in: line) != nil }) else { return nil }
    let end = text.scalars[line].firstIndex { $0.isDigit } ?? line.upperBound
    let words = text.scalars[line.lowerBound..<end].split(separator: 0x20)
    guard let last = words.last, words.count > 1, last.allSatisfy({ $0.isHan || $0.isLetter }) else {
      return nil
    }
    return last.startIndex..<last.endIndex
  }

  /// 新华社杭州1月31日电（记者…）, 西安日报讯 2月22日: the medium that a text opens with; 本报讯 names none.
  private func wire(_ line: Range<Int>) -> Range<Int>? {
    let head = line.prefix(Self.wireReach)
    guard let sent = Self.sent.compactMap({ text.scalars.place(of: $0, in: head) }).min() else { return nil }
    for end in (line.lowerBound + 2..<max(line.lowerBound + 2, sent + 1)).reversed()
    where Self.media.contains(where: {
      text.scalars.has($0, at: end - $0.count) && end - $0.count >= line.lowerBound
    }) {
      let name = line.lowerBound..<end
      guard text.scalars[name].allSatisfy(\.isHan), !Self.own.contains(text.scalars[name.lowerBound]) else {
        return nil
      }
      return name
    }
    return nil
  }

  /// 北京日报客户端 | 记者 孙宏阳
  private func beforeReporter(_ line: Range<Int>) -> Range<Int>? {
    guard line.count <= 40, text.scalars.place(of: [UInt32]("记者"), in: line) != nil,
      let bar = text.scalars[line].firstIndex(where: { $0 == 0x7C || $0 == 0xFF5C || $0 == 0x4E28 })
    else { return nil }
    return name(line.lowerBound, bar)
  }

  private static let accounts = ["原创", "发表于"].map([UInt32].init)
  private static let sent = ["日电", "日讯", "讯（", "讯 ", "消息（", "电（", "讯(", "消息 "].map([UInt32].init)
  private static let media = [
    "社", "日报", "晚报", "在线", "融媒体中心", "发布", "报道", "新闻网", "网", "时报", "农村报", "电视台", "广播电视台", "客户端",
  ]
  .map([UInt32].init)
  /// 本报 and 我市 name no medium.
  private static let own = ScalarSet("本我")
  private static let wireReach = 30

  /// （据…） at the end of a paragraph.
  private func bracketed(_ line: Range<Int>) -> Range<Int>? {
    let scalars = text.scalars
    guard scalars[line.upperBound - 1] == 0xFF09,
      let open = scalars[line].suffix(40).lastIndex(of: 0xFF08)
    else { return nil }
    for word in Self.openers where scalars.has(word, at: open + 1) {
      return name(open + 1 + word.count, line.upperBound - 1)
    }
    // （岑巩县教育局）, （云岫县民政局 李某）: an organ or an editorial office, behind a full stop or alone.
    guard open == line.lowerBound || scalars[open - 1].endsSentence || scalars[open - 1] == 0x20,
      let organ = name(open + 1, line.upperBound - 1), organ.count > 3,
      Self.offices.contains(scalars[organ.upperBound - 1])
    else { return nil }
    return organ
  }

  private func name(_ start: Int, _ limit: Int) -> Range<Int>? {
    var end = start
    while end < limit, text.scalars[end].isHan || text.scalars[end].isLetter, end - start < 24 { end += 1 }
    for tail in Self.tails where end - tail.count > start && text.scalars.has(tail, at: end - tail.count) {
      end -= tail.count
    }
    return end - start >= 2 ? start..<end : nil
  }

  private static let labels = ["信息来源：", "文章来源：", "来源：", "稿源：", "发布机构：", "发布单位：", "发文机关："].map([UInt32].init)
  private static let openers = ["根据", "据", "来源：", "稿源：", "来源"].map([UInt32].init)
  /// 局 厅 委 部 办 室 社 报 网 台 心 (中心): what an office that publishes ends with.
  private static let offices = Set([UInt32]("局厅委部办室社报网台心"))
  private static let tails = ["整理", "信息", "消息", "供稿", "官网", "网站", "微信公众号", "客户端"].map([UInt32].init)
}
