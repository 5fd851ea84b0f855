// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Minutes
import TestKit
import Testing

@testable import Control

@Suite struct `A digest told in another language` {
  private func kept() throws -> KeptDigest {
    let archive = SeedArchive.shared.archive
    let meeting = try #require(try archive.records(prefix: "990000/民政工作会议/2024-03-08").first)
    return try #require(
      try archive.digests(ofMeeting: meeting.meeting.id, provenance: meeting.provenance).first)
  }

  @Test func `has the facts that were sent, under the same id`() throws {
    let kept = try kept()
    let told = try DigestRetelling(kept: kept, tools: SeedArchive.shared.tools).text(in: .english)
    #expect(told.contains("1,143") && told.contains("1,200"))
    #expect(told.contains("“兜牢民生底线”"))
    #expect(told.contains("minutectl digest \(kept.id.prefix(8))"))
    #expect(!told.contains("told anew"))
  }

  @Test func `in its own is what was kept`() throws {
    let kept = try kept()
    let told = try DigestRetelling(kept: kept, tools: SeedArchive.shared.tools).text(in: .chinese)
    #expect(String(decoding: kept.json, as: UTF8.self).contains(told.split(separator: "\n")[0]))
  }

  @Test func `says so where the archive has changed since`() throws {
    var kept = try kept()
    kept.id = "0000000000000000"
    let told = try DigestRetelling(kept: kept, tools: SeedArchive.shared.tools).text(in: .english)
    #expect(told.hasPrefix("(told anew"))
  }
}
