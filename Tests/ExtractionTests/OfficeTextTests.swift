// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Extractor

@Suite struct `A number of a list` {
  @Test(
    arguments: [
      (.chinese, [1: "一", 10: "十", 12: "十二", 20: "二十", 21: "二十一", 101: "一百零一", 1_010: "一千零一十"]),
      (.chineseLegal, [3: "叁", 12: "壹拾贰"]), (.chineseDigits, [10: "一〇", 21: "二一"]),
      (.stems, [3: "丙", 11: "11"]),
      (.circled, [3: "③", 21: "21"]), (.bracketed, [2: "⑵"]), (.fullWidth, [12: "１２"]), (.padded, [7: "07"]),
      (.upperRoman, [4: "IV", 1_999: "MCMXCIX"]), (.lowerLetter, [1: "a", 27: "aa"]), (.mark, [1: ""]),
      (.chinese, [0: "0", 10_000: "10000"]),
    ] as [(ListNumber, [Int: String])])
  func `is shown as the list wants it`(way: ListNumber, texts: [Int: String]) {
    for (number, text) in texts { #expect(way.text(of: number) == text) }
  }
}

@Suite struct `The lists of a Word document` {
  private static let file = """
    <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
    </w:numbering>
    """

  private func numbering() throws -> WordNumbering { try WordNumbering(Array(Self.file.utf8)) }

  @Test func `are counted level by level`() throws {
    var lists = try numbering()
    let labels = [0, 1, 1, 0, 1].map { lists.label(list: "1", level: $0, style: nil) }
    #expect(labels == ["一、", "1.1 ", "1.2 ", "二、", "2.1 "])
  }

  @Test func `go on where another list of the pattern does not start anew`() throws {
    var lists = try numbering()
    #expect(lists.label(list: "1", level: 0, style: nil) == "一、")
    #expect(lists.label(list: "2", level: 0, style: nil) == "一、")
    #expect(lists.label(list: "1", level: 0, style: nil) == "二、")
  }

  @Test func `have a level for a style, and no words for a bullet`() throws {
    var lists = try numbering()
    #expect(lists.label(list: "1", level: nil, style: "H1") == "一、")
    #expect(
      lists.label(list: "1", level: 2, style: nil) == nil
        && lists.label(list: "9", level: 0, style: nil) == nil)
  }

  @Test func `may lie about their levels without harm`() throws {
    var lists = try numbering()
    #expect(lists.label(list: "1", level: 4_000_000, style: nil) == nil)
    #expect(lists.label(list: "1", level: -1, style: nil) == nil)
  }
}
