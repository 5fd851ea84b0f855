// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// Names and texts that were made to forge entries, or to give a reader's terminal orders.
  @Suite struct `A hostile dropper` {
    /// What a journal or a terminal would obey: an entry's end and a forged one, colours and titles, marks
    /// that turn the writing, C1 controls, line separators.
    private static let tricks = [
      "\n\nMESSAGE=forged\nPRIORITY=2\nMINUTED_ENTRY_ID=forged-00\n\n", "\u{1B}[31m红\u{1B}]0;title\u{7}",
      "\u{202E}gnp.\u{202C}",
      "\u{2066}a\u{2069}", "\u{9B}31m", "\u{85}", "\u{2028}MINUTED_EVENT=digest\u{2029}", "a\r\u{8}b\u{7F}",
      "\0",
    ]

    private static func isOrder(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }

    /// Everything that an entry has and a reader's terminal would obey.
    private func orders(in entry: JournalEntry) -> [String] {
      entry.fields.sorted { $0.key < $1.key }.flatMap { name, values in
        values.filter { value in
          guard name.hasPrefix("MINUTED_") || name == "MESSAGE" else { return false }
          return value.unicodeScalars.contains(where: Self.isOrder)
        }.map { "\(name)=\($0.debugDescription)" }
      }
    }

    @Test func `forges nothing by the text of a report`() throws {
      let box = try Box()
      let report = try String(contentsOf: Examples.shenzhen, encoding: .utf8)
      // In the headline, behind every mark that ends a task, and at the end.
      for (number, trick) in Self.tricks.enumerated() {
        let inside = report.replacing("；", with: "；\(trick)").replacing("《", with: "\(trick)《")
        let hostile = trick + inside + trick
        try box.drop(Data(hostile.utf8), as: "\(number).txt")
        _ = try box.outcomes(of: "\(number).txt")
      }
      let entries = try box.entries([])
      #expect(entries.flatMap(Contract.breaches) == [])
      #expect(entries.flatMap(orders) == [])
      #expect(entries.filter { $0["MINUTED_ENTRY_ID"] == "forged-00" || $0["PRIORITY"] == "2" }.isEmpty)
      let all = try box.expectSuccess("journalctl", "--output=json", "--quiet", "MINUTED_ENTRY_ID=forged-00")
      #expect(all.isEmpty)
    }

    @Test func `forges nothing by the name of a file`() throws {
      let box = try Box()
      let folder = box.state.appending(path: "spool/incoming").path
      let tricks = Self.tricks.filter { $0 != "\0" }
      let names = tricks.map { Array($0.utf8) } + [[0xFF, 0xFE, 0x9B], [0xED, 0xA0, 0x80]]
      for (number, name) in names.enumerated() {
        let path = Array("\(folder)/\(number)".utf8) + name + Array(".txt".utf8) + [0]
        let file = path.map(CChar.init(bitPattern:)).withUnsafeBufferPointer {
          open($0.baseAddress!, O_WRONLY | O_CREAT, 0o644)
        }
        #expect(file >= 0)
        let text = Array(BadFile.all[0].bytes) + Array("\(number)".utf8)
        #expect(write(file, text, text.count) == text.count)
        close(file)
      }
      let refused = try box.awaitEntries(names.count, "MINUTED_EVENT=rejected")
      #expect(Set(refused.compactMap { $0["MINUTED_FILE"] }).count == names.count)
      #expect(refused.flatMap(Contract.breaches) == [])
      #expect(try box.entries([]).flatMap(orders) == [])
      #expect(try box.entries("MINUTED_ENTRY_ID=forged-00").isEmpty)
      // The commands print the same names, and escape them too.
      let listed = try box.expectSuccess("minutectl", "rejected")
      #expect(!listed.unicodeScalars.contains(where: Self.isOrder))
      #expect(listed.split(separator: "\n").count { !$0.hasPrefix(" ") } == names.count)
    }
  }
}
