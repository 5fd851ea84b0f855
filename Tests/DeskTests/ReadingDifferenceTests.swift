// SPDX-License-Identifier: Apache-2.0
import Foundation
import Minutes
import Testing

@testable import Desk

@Suite struct `What two readings say differently` {
  private func figure(_ indicator: String, _ value: Int, at start: Int) -> Figure {
    Figure(
      excerpt: Excerpt(text: "", span: Span(start: start, end: start + 10), paragraph: 1),
      indicator: indicator,
      quantity: Quantity(value: Decimal(value), unit: "张", dimension: .count), aspect: .level, period: nil)
  }

  private func task(_ rank: Int, _ head: String, topics: [String] = [], at start: Int) -> Priority {
    let excerpt = Excerpt(text: head, span: Span(start: start, end: start + 10), paragraph: 1)
    return Priority(rank: rank, marker: nil, head: head, excerpt: excerpt, topics: topics)
  }

  private func report(
    _ date: Int, tasks: [Priority] = [], figures: [Figure] = [], title: String? = nil
  ) -> Report {
    Report(meetings: [
      Meeting(
        title: title, kind: "民政工作会议", category: "工作会议", date: MeetingDate(year: 2024, month: 3, day: date),
        priorities: tasks, figures: figures)
    ])
  }

  private func told(_ before: Report, _ after: Report) -> [[String?]] {
    ReadingDifference(from: before, to: after).items.map { [$0.subject.rawValue, $0.from, $0.to] }
  }

  @Test func `is nothing where they say the same, however sure they are`() {
    var surer = figure("养老床位", 3, at: 0)
    surer.confidence = 0.2
    #expect(told(report(8, figures: [figure("养老床位", 3, at: 0)]), report(8, figures: [surer])).isEmpty)
  }

  @Test func `is a figure read otherwise where both stand in one place`() {
    let (before, after) = (figure("养老床位", 3, at: 0), figure("托养床位", 3, at: 0))
    #expect(
      told(report(8, figures: [before]), report(8, figures: [after])) == [
        ["figure", "养老床位 3张 level", "托养床位 3张 level"]
      ])
  }

  @Test func `is a figure gone and one that came where they stand apart`() {
    let (before, after) = (figure("养老床位", 3, at: 0), figure("托养床位", 3, at: 50))
    #expect(
      told(report(8, figures: [before]), report(8, figures: [after])) == [
        ["figure", nil, "托养床位 3张 level"], ["figure", "养老床位 3张 level", nil],
      ])
  }

  @Test func `is a task with another topic`() {
    let (before, after) = (task(1, "养老", at: 0), task(1, "养老", topics: ["elderly-care"], at: 0))
    #expect(
      told(report(8, tasks: [before]), report(8, tasks: [after])) == [
        ["task", "1 养老", "1 养老 [elderly-care]"]
      ])
  }

  @Test func `is a meeting of another day, the same in all else`() {
    #expect(told(report(8), report(9)) == [["date", "2024-03-08", "2024-03-09"]])
  }

  @Test func `is a meeting that is no longer found`() {
    #expect(told(report(8), Report()) == [["meeting", "-/民政工作会议/2024-03-08", nil]])
  }

  @Test func `is kept and read again as it was`() {
    let difference = ReadingDifference(
      from: report(8, title: "甲\n\"乙\""), to: report(9, tasks: [task(1, "丙", at: 0)]))
    #expect(!difference.isEmpty && ReadingDifference(bytes: difference.bytes) == difference)
    #expect(ReadingDifference(bytes: Array("[\"a\"]".utf8)) == nil)
  }
}
