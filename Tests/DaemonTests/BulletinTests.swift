// SPDX-License-Identifier: Apache-2.0
import Desk
import Diff
import Digest
import Foundation
import Minutes
import Testing
import TestKit

@testable import Daemon

/// A bulletin of January 2024 on what the province's targets for 2023 came to.
private func bulletin(
  of place: String = "瀚海省", on day: String = "2024年1月22日", certified: String = "38.5%"
) -> String {
  """
  2023年\(place)民政事业发展统计公报
  发布日期：\(day)　来源：\(place)民政厅

  2023年，民政系统认真履职，各项事业平稳发展。
  一、养老服务
  全年完成困难老年人家庭适老化改造50300户，护理型床位占比58.9%。
  二、社区
  城乡社区工作者持证率为\(certified)。
  三、儿童
  镇街未成年人保护工作站建成率100%。
  """
}

@Suite struct `A bulletin` {
  private let year2023 = "example/2023/2023-02-24-hanhai-minzheng.txt"
  private let year2024 = "example/2024/2024-03-08-hanhai-minzheng.txt"

  private func drop(_ texts: String..., in bench: Bench) throws {
    for (place, text) in texts.enumerated() { _ = try bench.arrive([("\(place).txt", text)]) }
  }

  private func final(_ bench: Bench, _ date: String = "2024-03-08") throws -> MeetingDigest {
    try #require(try bench.final().first { $0.meeting.date?.description == date })
  }

  private func told(_ rule: String, in digest: MeetingDigest) -> [Change] {
    digest.changes.filter { $0.rule == rule }
  }

  @Test func `answers targets that the report is silent about, and is named`() throws {
    let bench = try Bench()
    try drop(try seed(year2023), bulletin(), try seed(year2024), in: bench)
    let digest = try final(bench)
    let answers = told("bulletin-answers", in: digest)
    #expect(answers.map(\.kind.rawValue).sorted() == ["met", "met", "missed"])
    #expect(answers.first { $0.kind == .missed }?.figures?.to?.excerpt.text == "城乡社区工作者持证率为38.5%")
    let text = DigestText.whole(digest)
    #expect(text.contains("城乡社区工作者持证率38.5%，目标40%（差1.5个百分点，据2024-01-22公报）"))
    #expect(text.contains("  公报   2024-01-22《2023年瀚海省民政事业发展统计公报》"))
    #expect(
      !digest.changes.contains { $0.kind == .unreported && $0.figures?.indicator.contains("持证率") == true })
  }

  @Test func `gives way to the meeting's own word`() throws {
    let bench = try Bench()
    try drop(try seed(year2023), bulletin(), try seed(year2024), in: bench)
    let beds = try final(bench).changes.first { $0.kind == .met && $0.figures?.to?.indicator == "护理型床位占比" }
    #expect(beds?.rule == "judged-targets" && beds?.figures?.to?.excerpt.text.contains("58.6%") == true)
  }

  @Test func `is the file, the source and the place of what it says`() throws {
    let bench = try Bench()
    try drop(try seed(year2023), bulletin(), try seed(year2024), in: bench)
    let missed = try #require(
      try bench.entries("change").first { $0["MINUTED_QUOTE_TO"] == "城乡社区工作者持证率为38.5%" })
    #expect(missed["MINUTED_FILE"] == "1.txt")
    #expect(missed.fields.contains { $0.name == "MINUTED_SOURCE" && $0.value == "瀚海省民政厅 2024-01-22" })
    #expect(missed["MESSAGE"]?.contains("公报   “城乡社区工作者持证率为38.5%”（2024-01-22，") == true)
    let place = try #require(missed["MINUTED_AT_TO"]?.split(separator: " ").last)
    let span = place.split(separator: "-").compactMap { Int($0) }
    #expect(
      String(String.UnicodeScalarView(Array(bulletin().unicodeScalars)[span[0]..<span[1]]))
        == "城乡社区工作者持证率为38.5%")
  }

  @Test func `that comes late is told when the meeting is compared again, and corrects nothing`() throws {
    let bench = try Bench(), other = try Bench()
    try drop(try seed(year2023), try seed(year2024), bulletin(), in: bench)
    #expect(try bench.entries("correction").isEmpty)
    #expect(told("bulletin-answers", in: try final(bench)).count == 3)
    try drop(bulletin(), try seed(year2024), try seed(year2023), in: other)
    #expect(try final(bench).id == final(other).id)
  }

  @Test func `of after the meeting answers older targets in the next one alone`() throws {
    let bench = try Bench()
    try drop(try seed(year2023), bulletin(on: "2024年9月2日"), try seed(year2024), in: bench)
    #expect(told("bulletin-answers", in: try final(bench)).isEmpty)
  }

  @Test(arguments: ["江苏省", "云岫市"])
  func `of another place answers nothing`(_ place: String) throws {
    let bench = try Bench()
    try drop(try seed(year2023), bulletin(of: place), try seed(year2024), in: bench)
    #expect(try final(bench).baselines.bulletins.isEmpty)
  }

  @Test func `whose title and publisher name no place answers nothing`() throws {
    let bench = try Bench()
    let nameless = bulletin().replacing("2023年瀚海省", with: "全省").replacing("来源：瀚海省民政厅", with: "")
    try drop(try seed(year2023), nameless, try seed(year2024), in: bench)
    #expect(try final(bench).baselines.bulletins.isEmpty)
  }

  @Test func `that is newer counts before an older one`() throws {
    let bench = try Bench()
    try drop(
      try seed(year2023), bulletin(), bulletin(on: "2024年2月20日", certified: "40.2%"), try seed(year2024),
      in: bench)
    let certified = told("bulletin-answers", in: try final(bench)).first {
      $0.figures?.to?.indicator.contains("持证率") == true
    }
    #expect(certified?.kind == .met)
  }

  @Test func `is kept in the register of targets`() throws {
    let bench = try Bench()
    try drop(try seed(year2023), bulletin(), try seed(year2024), in: bench)
    let digest = try final(bench)
    let register = TargetRegister(
      of: digest.baselines.history.map(\.meeting) + [digest.meeting], bulletins: digest.baselines.bulletins,
      by: bench.pipeline.teller.comparisons.comparer)
    let entry = register.entries.first { $0.target.indicator == "社区工作者持证率" }
    #expect(entry?.state == .missed)
    #expect(entry?.bulletin?.document.name == "1.txt")
  }
}
