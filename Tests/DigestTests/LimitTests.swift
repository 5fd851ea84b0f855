// SPDX-License-Identifier: Apache-2.0
import Diff
import Minutes
import Testing
import TestKit

@testable import Digest

@Suite struct `The limits of a MESSAGE` {
  @Test func `hold for all three models`() throws {
    for digest in [try Example.yearOnYear(), try Example.city(), try Example.peersOnly()] {
      let text = DigestText.text(digest)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 36)
      #expect(text.utf8.count <= 3_000)
      #expect(lines.allSatisfy { Columns.width($0) <= 80 })
    }
  }

  @Test func `what does not fit is counted and named`() throws {
    let digest = try Example.yearOnYear()
    let line = try #require(DigestText.text(digest).split(separator: "\n").first { $0.hasPrefix("…另有") })
    #expect(line.hasSuffix("项：minutectl digest \(digest.shortID)"))
    #expect(!DigestText.whole(digest).contains("…另有"))
  }

  @Test func `figures do not all go before the tail of other lists`() throws {
    var digest = try Example.yearOnYear()
    let dropped = try #require(digest.changes(.dropped).first)
    digest.changes += Array(repeating: dropped, count: 40)
    let text = DigestText.text(digest)
    #expect(text.contains("…另有"))
    let figures = text.split(separator: "\n").drop { !$0.hasPrefix("数字") }.prefix { !$0.hasPrefix("…") }
    #expect(figures.contains { $0.contains("→") })
  }

  @Test func `a very long list is cut, not the head or the foot`() throws {
    var record = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    let one = record.meeting.priorities[0]
    record.meeting.priorities = (1...200).map { rank in
      var priority = one
      priority.rank = rank
      return priority
    }
    let lines = DigestText.text(Example.digest(record, Baselines())).split(separator: "\n")
    #expect(lines.count <= 36)
    #expect(lines[0].contains("首次收录"))
    #expect(lines.last?.hasPrefix("出处") == true)
  }

  @Test func `a Chinese character takes two columns, a quotation mark one`() {
    #expect(Columns.width("“民政”2024") == 10)
    #expect(Columns.cut("全省民政工作会议", to: 9) == "全省民政…")
    #expect(Columns.filled(["一二三；", "四五六"], width: 10) == ["一二三；", "四五六"])
  }
}
