// SPDX-License-Identifier: Apache-2.0

import Lexicon
import Testing

@Suite struct `The words of the lexicon` {
  private let words = WordTrie([
    ("养老", .init(table: .topics, row: 0)), ("养老服务", .init(table: .topics, row: 1)),
    ("养老", .init(table: .terms, row: 7)), ("养老服务工程", .init(table: .terms, row: 8)),
    ("𠮷", .init(table: .terms, row: 9)),
  ])

  private func found(_ table: TableName, in text: String) -> [String] {
    var found: [String] = []
    let scalars = text.unicodeScalars.map(\.value)
    for place in scalars.indices {
      words.forEachMatch(of: table, in: scalars, at: place) {
        found.append("\($0.lowerBound)–\($0.upperBound):\($1)")
      }
    }
    return found
  }

  @Test func `are found shortest first, in their own table only`() {
    #expect(found(.topics, in: "发展养老服务工程") == ["2–4:0", "2–6:1"])
    #expect(found(.terms, in: "发展养老服务工程") == ["2–4:7", "2–8:8"])
    #expect(found(.kinds, in: "发展养老服务工程").isEmpty)
  }

  @Test func `are not found where the text breaks off`() {
    #expect(found(.topics, in: "养").isEmpty)
    #expect(found(.terms, in: "养老服务工") == ["0–2:7"])
  }

  @Test func `may lie outside of the basic plane`() {
    #expect(found(.terms, in: "在𠮷") == ["1–2:9"])
  }

  @Test func `give the longest and its row`() throws {
    let scalars = "养老服务".unicodeScalars.map(\.value)
    let word = try #require(words.longest(of: .topics, in: scalars, at: 0))
    #expect(word.range == 0..<4 && word.row == 1)
    #expect(words.longest(of: .topics, in: scalars, at: 4) == nil)
  }
}
