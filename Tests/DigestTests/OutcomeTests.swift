// SPDX-License-Identifier: Apache-2.0
import Minutes
import Testing
import TestKit

@testable import Digest

@Suite struct `Outcomes without a digest` {
  private let document = Document(name: "2024澜浦民政(1).docx", sha256: "ab")

  @Test func `a duplicate names the file it repeats`() {
    let entry = OutcomeEntry.duplicate(document, of: Document(name: "澜浦新闻网.docx", sha256: "ab"), id: "x")
    #expect(entry["MESSAGE"] == "重复 2024澜浦民政(1).docx：与 澜浦新闻网.docx 内容相同，未再比较")
    #expect(entry["MINUTED_EVENT"] == "duplicate")
    #expect(entry["PRIORITY"] == "6")
  }

  @Test func `a refusal says why and what to do`() {
    let entry = OutcomeEntry.rejected(
      document, reason: "empty", problem: "空文件，没有内容", remedy: "请检查上传是否完成，再放入一次", id: "x")
    #expect(entry["MESSAGE"] == "拒收 2024澜浦民政(1).docx：空文件，没有内容；请检查上传是否完成，再放入一次")
    #expect(entry["MINUTED_REASON"] == "empty")
  }

  @Test func `a further source counts itself`() throws {
    let record = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    let entry = OutcomeEntry.source(document, of: record, id: "x")
    #expect(entry["MESSAGE"]?.hasPrefix("补充来源 瀚海省民政2024：第2份报道") == true)
    #expect(entry["MINUTED_MEETING_ID"] == record.meeting.id)
  }
}
