// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Digest
import Minutes
import Reading
import TestKit
import Testing

@testable import Control

@Suite struct `The command line` {
  @Test(arguments: [
    ["read", "--clean", "--json", "a.txt"], ["read", "--clean", "--explain", "a.txt"],
    ["periods", "--reference", "yesterday", "去年"],
  ])
  func `refuses what makes no sense, with what to write`(_ arguments: [String]) {
    let error = #expect(throws: (any Error).self) { try Minutectl.parseAsRoot(arguments) }
    #expect(error.map { Minutectl.exitCode(for: $0).rawValue } == 64)
  }

  @Test(arguments: [
    ["read", "--explain", "--json", "a.txt"], ["numerals"], ["numerals", "--json", "20家"],
    ["periods", "--reference", "2023-02", "去年"],
  ])
  func `takes what does`(_ arguments: [String]) throws {
    _ = try Minutectl.parseAsRoot(arguments)
  }
}

@Suite struct `An explanation printed` {
  private let explanation = Explainer(vocabulary: BaseLexicon.vocabulary).explain(
    Array("天没亮透\u{1B}[31m。".utf8), named: "", CharacterTables())

  @Test func `lets no escape sequence through`() {
    #expect(!ExplanationOutput.text(explanation, of: "a.txt").contains("\u{1B}"))
  }

  @Test func `has its sections and notes by name`() {
    let text = String(decoding: ExplanationOutput.value(explanation, of: "a.txt").text(), as: UTF8.self)
    #expect(text.hasPrefix(#"{"file":"a.txt","sections":[{"notes":["#))
    #expect(text.contains(#""evidence":[],"finding":"no-meeting","span":null,"subject":"no report""#))
  }
}
