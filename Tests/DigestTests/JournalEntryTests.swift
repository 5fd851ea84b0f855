// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing
import TestKit

@testable import Digest

@Suite struct `Journal entries` {
  @Test func `number the digest 00 and its changes after it`() throws {
    let digest = try Example.yearOnYear()
    let entries = JournalEntries.make(digest)
    #expect(entries.count == digest.changes.count + 1)
    #expect(entries[0].id == "\(digest.id)-00")
    #expect(entries[0]["MINUTED_ENTRIES"] == String(entries.count))
    #expect(Set(entries.map(\.id)).count == entries.count)
    #expect(entries.allSatisfy { $0["MINUTED_DIGEST_ID"] == digest.id && $0["MINUTED_ENTRY_ID"] == $0.id })
    #expect(digest.id.count == 16)
  }

  @Test func `count what changed`() throws {
    let entry = JournalEntries.make(try Example.yearOnYear())[0]
    let counts = ["ADDED", "DROPPED", "REWORDED", "MOVED", "MERGED", "KEPT", "TARGETS_MET", "TARGETS_MISSED"]
    #expect(counts.map { entry["MINUTED_\($0)"] } == ["1", "1", "3", "1", "1", "4", "3", "1"])
  }

  @Test func `tell the missed target with all its numbers`() throws {
    let entries = JournalEntries.make(try Example.yearOnYear())
    let missed = try #require(entries.first { $0["MINUTED_CHANGE"] == "missed" })
    let wanted = [
      "PRIORITY": "5", "MINUTED_WEIGHT": "high", "MINUTED_EVENT": "change", "MINUTED_SUBJECT": "figure",
      "MINUTED_TOPIC": "elderly-care", "MINUTED_INDICATOR": "新建老年助餐点", "MINUTED_UNIT": "个",
      "MINUTED_VALUE_FROM": "1200", "MINUTED_VALUE_TO": "1143", "MINUTED_DELTA": "-57",
      "MINUTED_PERCENT": "-4.75",
      "MINUTED_PERIOD": "2023", "MINUTED_RATE": "95.25", "MINUTED_CONFIDENCE": "high",
      "MINUTED_QUOTE_FROM": "新建老年助餐点1200个", "MINUTED_AT_FROM": "¶7 974-986",
      "MINUTED_QUOTE_TO": "新建老年助餐点1143个", "MINUTED_AT_TO": "¶3 180-192",
      "MINUTED_BASELINE_FILE": "2023-02-24-hanhai-minzheng.txt", "MINUTED_RELATION": "previous",
      "MINUTED_PROVENANCE": "invented",
    ]
    for (name, value) in wanted { #expect(missed[name] == value, "\(name)") }
    let first = missed["MESSAGE"]?.split(separator: "\n").first
    #expect(first == "瀚海省民政2024 上年目标未完成：新建老年助餐点1143个，目标1200个（95.3%）")
  }

  @Test func `tell the revision with both values`() throws {
    let entries = JournalEntries.make(try Example.yearOnYear())
    let revised = try #require(entries.first { $0["MINUTED_CHANGE"] == "revised" })
    let names = ["VALUE_FROM", "VALUE_TO", "DELTA", "PERCENT", "PERIOD", "AT_FROM"]
    #expect(
      names.map { revised["MINUTED_\($0)"] } == ["419000", "413000", "-6000", "-1.43", "2022", "¶4 271-283"])
    #expect(revised["PRIORITY"] == "5")
  }

  @Test func `name every peer of an “only”`() throws {
    let entries = JournalEntries.make(try Example.peersOnly())
    let only = try #require(entries.first { $0["MINUTED_CHANGE"] == "peer_only" })
    #expect(only.fields.count { $0.name == "MINUTED_BASELINE_ID" } == 2)
    #expect(only["MINUTED_SCOPE"] == "已收录3家")
    #expect(only["MINUTED_RANK_TO"] == "9")
    #expect(only["PRIORITY"] == "6")
  }

  @Test func `take every quotation back to the report it stands in`() throws {
    let digest = try Example.city()
    for change in digest.changes {
      for evidence in change.from + change.to {
        let record = try #require(digest.record(of: evidence.meeting))
        let name = record.documents[0].name
        let url = Repository.fixtures.appending(path: "corpus/reports/\(name)")
        let text = Array(try String(contentsOf: url, encoding: .utf8).unicodeScalars)
        let span = evidence.excerpt.span
        #expect(
          text[span.start..<span.end].elementsEqual(evidence.excerpt.text.unicodeScalars), "\(name) \(span)")
      }
    }
  }

  @Test func `use no field that the table does not have, and none too long`() throws {
    let known = Set(JournalField.allCases.map(\.rawValue))
    for digest in [try Example.yearOnYear(), try Example.city(), try Example.peersOnly()] {
      for field in JournalEntries.make(digest).flatMap(\.fields) {
        #expect(known.contains(field.name))
        #expect(!field.value.isEmpty && field.value.utf8.count <= FieldList.mostBytes)
      }
    }
  }

  @Test func `keep hostile text from the terminal`() throws {
    var record = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    record.meeting.priorities[0].head = "加强\u{1B}[2J党的\u{202E}建设\n\nMINUTED_EVENT=digest"
    record.documents[0].name = "a\nb\u{7}.txt"
    for field in JournalEntries.make(Example.digest(record, Baselines())).flatMap(\.fields) {
      let hostile = field.value.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E }
      #expect(hostile.isEmpty)
      #expect(field.name == "MESSAGE" || !field.value.contains("\n"))
    }
  }

  @Test func `cut a value at a character`() {
    var list = FieldList()
    list.add(.quoteTo, String(repeating: "民", count: 2_000))
    #expect(list.fields[0].value.utf8.count == 3_900)
    #expect(list.fields[0].value.hasSuffix("民…"))
  }

  @Test func `have the same id for the same inputs and another for others`() throws {
    let digest = try Example.yearOnYear()
    #expect(try Example.yearOnYear().id == digest.id)
    var other = digest.record
    other.documents[0].sha256 = "00"
    #expect(Example.digest(other, digest.baselines).id != digest.id)
    #expect(Example.digest(digest.record, Baselines()).id != digest.id)
  }
}
