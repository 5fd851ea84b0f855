// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Diff
import Digest
import Foundation
import Lexicon
import TestKit
import Testing

@testable import Control
@testable import Settings

/// The pages in man/, which are written by hand.
@Suite struct `The manual` {
  private func page(_ name: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: "man/\(name)"), encoding: .utf8)
  }

  @Test func `has every command of minutectl`() throws {
    let page = try page("minutectl.1")
    for command in Minutectl.configuration.subcommands {
      let name = try #require(command.configuration.commandName)
      #expect(page.contains(".It Cm \(name)") || page.contains(", Cm \(name)"), "\(name)")
    }
  }

  @Test func `has every key of the configuration, and no other`() throws {
    let told = try page("minuted.conf.5").matches(of: /\n\.It Ic ([A-Za-z]+)=/).map { String($0.1) }
    #expect(told.sorted() == ConfigurationKey.all.map(\.name).sorted())
  }

  @Test func `has every field of the journal`() throws {
    let entries = try page("minuted.journal-fields.7").split(separator: "\n").filter { $0.hasPrefix(".It ") }
    let words = Set(entries.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "_") } })
    for field in JournalField.allCases {
      #expect(words.contains(Substring(field.rawValue)), "\(field.rawValue)")
    }
    let text = Set(try page("minuted.journal-fields.7").split { !($0.isLetter || $0.isNumber || $0 == "_") })
    for event in Event.allCases { #expect(text.contains(Substring(event.rawValue)), "\(event.rawValue)") }
    for change in Change.Kind.allCases {
      #expect(words.contains(Substring(change.rawValue)), "\(change.rawValue)")
    }
  }

  @Test func `has every table of the lexicon with its columns`() throws {
    let page = try page("minuted-lexicon.5")
    for table in TableName.allCases {
      #expect(page.contains("Pa \(table.fileName).tsv"), "\(table.fileName)")
      let (needed, free) = (table.columns.prefix(table.required), table.columns.dropFirst(table.required))
      let list =
        needed.joined(separator: ", ")
        + (free.isEmpty ? "." : "; may be empty: \(free.joined(separator: ", ")).")
      let entry = page.split(separator: "\n.It ").first { $0.contains("Pa \(table.fileName).tsv") }
      #expect(entry?.contains("olumns: \(list)") == true, "\(table.fileName): \(list)")
    }
  }
}
