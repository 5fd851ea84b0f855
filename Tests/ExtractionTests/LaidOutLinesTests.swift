// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Extraction

@Suite struct `The lines of a page` {
  private func paragraphs(_ pages: [String]...) -> [String] {
    LaidOutLines(pages: pages).blocks.map(\.text)
  }

  private let full = "2 月 20 日，全市民政工作会议召开，总结 2024 年、安排 2025 年，市民政局局长作"

  @Test func `go on where they reach the margin`() {
    #expect(
      paragraphs(["  " + full, "工作报告。"]) == [
        "2月20日，全市民政工作会议召开，总结2024年、安排2025年，市民政局局长作工作报告。"
      ])
  }

  @Test func `end where the next is indented`() {
    #expect(paragraphs([full, "  会议强调，要抓落实。"]).count == 2)
  }

  @Test func `end where they are short`() {
    #expect(paragraphs(["全市民政工作会议召开", full]).first == "全市民政工作会议召开")
  }

  @Test func `go on overleaf, past the page's number`() {
    #expect(paragraphs([full, "— 1 —"], ["工作报告。", "2"]).map(\.count).count == 1)
    #expect(LaidOutLines(pages: [[full, "— 1 —"], ["  会议强调。"]]).blocks.map(\.page) == [1, 2])
  }

  @Test func `are rows where they have gaps, and stay apart`() {
    #expect(
      paragraphs([full, "老旧小区改造      218 个    240 个", "加装电梯"]) == [
        "2月20日，全市民政工作会议召开，总结2024年、安排2025年，市民政局局长作", "老旧小区改造　　218个　　240个", "加装电梯",
      ])
  }

  @Test func `keep a number whole that was broken`() {
    #expect(
      paragraphs(["全市民政工作会议召开，燃气老化管道更新率明年要在今年的基础上提高到8", "5%。"]) == [
        "全市民政工作会议召开，燃气老化管道更新率明年要在今年的基础上提高到85%。"
      ])
  }

  @Test func `keep the space between words of Latin letters`() {
    #expect(
      paragraphs(["the work of the Ministry in the past year was presented at the", "meeting"]) == [
        "the work of the Ministry in the past year was presented at the meeting"
      ])
  }

  @Test func `may be any number that is no page's`() {
    #expect(paragraphs(["2024"]) == ["2024"])
  }
}
