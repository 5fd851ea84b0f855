// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Digest

/// Entries as the outbox keeps them and gives them back.
@Suite struct `Kept entries` {
  @Test func `come back as they were`() {
    let fields = [
      Entry.Field("MESSAGE", "第一行\n“一\\老\"一小”/\u{1}\t"), Entry.Field("MINUTED_FILE", ""),
      Entry.Field("MINUTED_FILE", "é\u{10FFFF}"),
    ]
    let entry = Entry(id: "0123456789abcdef-01", fields: fields)
    #expect(Entry(bytes: entry.bytes) == entry)
  }

  @Test func `are read with every escape of JSON`() {
    #expect(JSONStrings.all(in: Array(#"["\"\\\/\b\f\n\r\t\u517b"]"#.utf8)) == ["\"\\/\u{8}\u{C}\n\r\t养"])
    #expect(JSONStrings.all(in: Array("[]".utf8)) == [])
  }

  @Test(arguments: [
    "", "[", #"["a"#, #"["a""#, #"["a",]"#, #"["a"]]"#, #"["\x"]"#, #"["\u12"]"#, #"["\ud83d"]"#, "[1]",
    #"{"a":"b"}"#,
  ])
  func `are refused where they are none of ours`(text: String) {
    #expect(JSONStrings.all(in: Array(text.utf8)) == nil)
  }
}
