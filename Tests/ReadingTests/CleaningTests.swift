// SPDX-License-Identifier: Apache-2.0

import Minutes
import Reading
import TestKit
import Testing
import Text

/// The few characters of the corpus, as the table of a converter would give them.
private let simplified: [UInt32: UInt32] = Dictionary(
  uniqueKeysWithValues: zip(
    "開會議長著進養務圍繞對覆蓋".unicodeScalars, "开会议长著进养务围绕对覆盖".unicodeScalars
  ).map { ($0.value, $1.value) })

private func clean(_ text: String) -> CleanText {
  Cleaner(vocabulary: BaseLexicon.vocabulary).clean(
    Array(text.utf8),
    CharacterTables(
      simplify: { asked in simplified.filter { asked.contains($0.key) } },
      gbkPlane: { (try? GBKPlane.scalars()) ?? [] }))
}

@Suite struct `Cleaning` {
  @Test(arguments: CorpusTable.rows(of: "cleaning.tsv", columns: 3))
  func `repairs what is damaged and leaves the rest`(row: [String]) {
    let text = clean(row[1])
    #expect(text.paragraphs.map(text.string).joined(separator: "\n") == row[2])
    let kinds = text.damage.map(\.kind).filter { $0 != "half-width-punctuation" || row[0] == $0 }
    if row[0] == "-" { #expect(kinds.isEmpty) } else { #expect(kinds.contains(row[0])) }
  }

  @Test func `counts paragraphs on each page, and lets one that runs over belong to where it begins`() {
    let source = "甲\n乙\n丙，\n丁。\n戊"
    // The second page begins with 丁, which is one paragraph with 丙; the third is empty.
    let starts = [0, 7, 9, 10]
    let pages = starts.enumerated().map { TextPage(number: $0.offset + 1, start: $0.element) }
    let text = Cleaner(vocabulary: BaseLexicon.vocabulary).clean(
      Array(source.utf8), CharacterTables(simplify: { _ in [:] }, gbkPlane: { [] }), pages: pages)
    let places = text.paragraphs.map { paragraph in
      let excerpt = text.excerpt(paragraph)
      return "\(excerpt.text) p\(excerpt.page ?? 0) ¶\(excerpt.paragraph)"
    }
    #expect(places == ["甲 p1 ¶1", "乙 p1 ¶2", "丙，丁。 p1 ¶3", "戊 p4 ¶1"])
    #expect(clean(source).excerpt(0..<1).page == nil)
  }

  @Test func `keeps places true to the source`() {
    let source = "\u{FEFF}召開(kāi),,全省\n民政,工作會(huì)議"
    let text = clean(source)
    let scalars = Array(source.unicodeScalars)
    for place in text.scalars.indices where text.scalars[place] == 0x6C11 {
      #expect(scalars[text.span(of: place..<place + 1).start] == "民")
    }
    #expect(text.damage.map(\.kind).contains("pinyin-gloss"))
  }

  @Test func `tells how much of a paragraph is lost`() {
    let text = clean("服务半径大,裾棵乓嗯芤还锖?,少让老人渡海")
    let share = text.damagedShare(of: text.paragraphs)
    #expect(share > 0.3 && share < 0.5)
    #expect(clean("服务半径大,少让老人渡海").damagedShare(of: text.paragraphs) == 0)
  }
}
