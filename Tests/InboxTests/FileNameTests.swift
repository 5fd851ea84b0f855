// SPDX-License-Identifier: Apache-2.0
import Inbox
import Testing

@Suite struct `A file's name` {
  @Test(
    arguments: [
      (Array("2023/深圳市.txt".utf8), "2023/深圳市.txt"), (Array("a\nb".utf8), "a%0Ab"),
      (Array("100%".utf8), "100%25"),
      ([0xC9, 0xEE, 0xDB, 0xDA], "%C9%EE%DB%DA"), (Array("\u{1B}[31m".utf8), "%1B[31m"),
      (Array("a\u{202E}b".utf8), "a%E2%80%AEb"), (Array("e\u{301}".utf8), "e\u{301}"),
    ] as [([UInt8], String)])
  func `is shown without anything that a terminal would obey`(bytes: [UInt8], shown: String) {
    #expect(FileName(bytes: bytes).description == shown)
  }

  @Test func `is its bytes, not its letters`() {
    #expect(FileName("\u{E9}") != FileName("e\u{301}"))
  }

  @Test(arguments: [
    ".hidden", "a.txt~", "~$report.docx", "a.txt.part", "Thumbs.db", "@eaDir", "x.bak", "#a.txt#",
    "sedAb12Cd", "a.txt.filepart",
  ])
  func `that no report has is ignored`(name: String) {
    #expect(IgnoreList(adding: ["*.bak"]).ignores(Array(name.utf8)))
  }

  @Test(arguments: [
    "a.txt", "~a.txt", "part", "a.part.txt", "Thumbs.db.txt", "关于民政工作的报道", "sed.txt", "#1 a.txt",
  ])
  func `that a report may have is not ignored`(name: String) {
    #expect(!IgnoreList().ignores(Array(name.utf8)))
  }
}
