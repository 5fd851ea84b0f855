// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// Real meetings of early 2023, dropped in the order of their dates, each digest checked field by field.
  @Suite struct `Reports of 2023` {
    @Test func `in our words are digested as they come`() throws {
      let box = try Box()
      for meeting in ExpectedMeeting.paraphrased {
        let file = Repository.root.appending(path: "seeds/2023/\(meeting.file)")
        try box.drop(file)
        let digest = try #require(try box.outcomes(of: meeting.file).first)
        try check(digest, against: meeting, in: box)
      }
      #expect(try box.entries("MINUTED_EVENT=digest").count == ExpectedMeeting.paraphrased.count)
    }

    @Test(.enabled(if: Repository.fieldData != nil, "MINUTED_FIELD_DATA names no folder"))
    func `as they were published are digested as they come`() throws {
      let box = try Box()
      let folder = try #require(Repository.fieldData).appending(path: "seeds")
      for meeting in ExpectedMeeting.published where meeting.part.map({ $0.hasPrefix("1/") }) ?? true {
        let parts = ExpectedMeeting.published.filter { $0.file == meeting.file }
        try box.drop(folder.appending(path: meeting.file))
        let digests = try box.outcomes(of: meeting.file, count: parts.count)
        #expect(digests.count == parts.count)
        for part in parts {
          let digest = try #require(
            digests.first { $0["MINUTED_PART"] == part.part }, "no part \(part.part ?? "")")
          try check(digest, against: part, in: box)
        }
      }
    }

    private func check(_ digest: JournalEntry, against meeting: ExpectedMeeting, in box: Box) throws {
      let differences = meeting.fields.filter { digest["MINUTED_\($0.key)"] != $0.value }
        .map { "\(meeting.file) \($0.key): \(digest["MINUTED_\($0.key)"] ?? "absent"), not \($0.value)" }
        .sorted()
      #expect(differences == [], "\(digest.message)")
      let id = try #require(digest["MINUTED_DIGEST_ID"])
      let entries = try box.awaitEntries(Int(digest["MINUTED_ENTRIES"] ?? "") ?? 1, "MINUTED_DIGEST_ID=\(id)")
      #expect(entries.count.description == digest["MINUTED_ENTRIES"])
      for entry in entries { #expect(Contract.breaches(of: entry) == [], "\(entry.message)") }
      #expect(Set(entries.compactMap { $0["MINUTED_ENTRY_ID"] }).count == entries.count)
    }
  }
}
