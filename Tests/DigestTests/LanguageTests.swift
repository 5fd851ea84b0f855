// SPDX-License-Identifier: Apache-2.0
import Diff
import Minutes
import Testing

@testable import Digest

@Suite struct `The languages of a digest` {
  private static func places(_ text: String?) -> Set<String> {
    Set((text ?? "").matches(of: /\{[0-9]\}/).map { String($0.output) })
  }

  @Test(arguments: Phrase.allCases) func `say the same things of the same facts`(_ phrase: Phrase) {
    let (chinese, english) = (ChinesePhrases.table[phrase], EnglishPhrases.table[phrase])
    #expect(chinese != nil)
    #expect(english != nil)
    #expect(Self.places(chinese) == Self.places(english))
  }

  @Test func `are one language each`() {
    #expect(
      EnglishPhrases.table.values.allSatisfy { text in !text.unicodeScalars.contains { $0.value > 0x3000 } })
  }

  static let digests: [@Sendable () throws -> MeetingDigest] = [
    { try Example.yearOnYear() }, { try Example.city() }, { try Example.peersOnly() },
  ]

  @Test(arguments: 0..<3) func `leave nothing unsaid and no place unfilled`(_ number: Int) throws {
    let digest = try Self.digests[number]().told(in: .english)
    let stories = digest.changes.map { ChangeStory.text($0, in: digest) }
    let changes = digest.changes.map { ChangeText.text($0, in: digest) }
    for text in stories + [DigestText.whole(digest)] + changes {
      #expect(!text.isEmpty)
      #expect(!text.contains("{") && !text.contains("}"))
    }
    for line in DigestText.text(digest).split(separator: "\n") { #expect(Columns.width(line) <= Page.width) }
  }

  @Test func `tell the first model in English too`() throws {
    let lines = DigestText.whole(try Example.yearOnYear(), in: .english).split(separator: "\n").map(
      String.init)
    #expect(lines.contains("  missed   new meal sites 1,143, target 1,200 (95.3%); target now raised to"))
    #expect(lines.contains { $0.hasPrefix("  REVISED  2022 care beds: 419,000 last year, 413,000 now") })
    #expect(lines.contains { $0.hasPrefix("Targets of last year 10: met 3, missed 1, silent 5, not due 1") })
  }

  @Test func `are no part of a digest's id`() throws {
    let digest = try Example.yearOnYear()
    #expect(digest.told(in: .english).id == digest.id)
  }
}
