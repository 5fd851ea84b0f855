// SPDX-License-Identifier: Apache-2.0
import Digest
import Foundation
import TestKit
import Testing

/// The texts of `journalctl -x` against the table of events in the code.
@Suite struct `The message catalog` {
  /// What every entry of an event carries, and a text may therefore quote.
  private static let alwaysPresent: [Event: Set<String>] = [
    .digest: ["MINUTED_DIGEST_ID"], .change: ["MINUTED_DIGEST_ID"], .correction: ["MINUTED_DIGEST_ID"],
    .source: ["MINUTED_FILE"], .duplicate: ["MINUTED_FILE"], .rejected: ["MINUTED_FILE", "MINUTED_REASON"],
  ]

  @Test(arguments: ["minuted.catalog", "minuted.zh_CN.catalog"])
  func `explains each event once, in the order of the code`(file: String) throws {
    let entries = try catalog(file)
    #expect(entries.map(\.id) == Event.allCases.map(\.messageID))
    for entry in entries {
      #expect(entry.text.hasPrefix("Subject: "))
      #expect(entry.text.contains("\nDefined-By: minuted\n\n"), "\(entry.id) has no head")
    }
  }

  @Test(arguments: ["minuted.catalog", "minuted.zh_CN.catalog"])
  func `quotes only fields that every entry of the event has`(file: String) throws {
    for (entry, event) in zip(try catalog(file), Event.allCases) {
      let quoted = Set(entry.text.matches(of: /@([A-Z_]+)@/).map { String($0.1) })
      #expect(
        quoted.isSubset(of: Self.alwaysPresent[event] ?? []), "\(event.rawValue) quotes \(quoted.sorted())")
    }
  }

  @Test func `has a different id for each event`() {
    let ids = Event.allCases.map(\.messageID)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy { $0.isHexDigit && !$0.isUppercase } })
  }

  /// The entries of a catalog as they stand: `-- id`, then its text up to the next.
  private func catalog(_ file: String) throws -> [(id: String, text: String)] {
    let source = try String(contentsOf: Repository.root.appending(path: "systemd/\(file)"), encoding: .utf8)
    return source.components(separatedBy: "\n-- ").dropFirst().map { entry in
      let (id, text) = (entry.prefix { $0 != "\n" }, entry.drop { $0 != "\n" }.dropFirst())
      return (String(id), String(text))
    }
  }
}
