// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Minutes
import TestKit
import Testing

@testable import Reading

@Suite struct `A later report beside one that was put right` {
  private static let amender = Amender(vocabulary: BaseLexicon.vocabulary)

  private static func figure(
    _ words: String, _ value: Int, _ year: Int = 2023, at start: Int = 0, _ aspect: Figure.Aspect = .level
  ) -> Figure {
    Figure(
      excerpt: Excerpt(text: words, span: Span(start: start, end: start + 9), paragraph: 1),
      indicator: "养老床位",
      quantity: Quantity(value: Decimal(value), unit: "张", dimension: .count), aspect: aspect,
      period: Period(year: year))
  }

  private static func task(_ rank: Int, _ head: String, _ rest: String = "。", at start: Int = 100) -> Priority
  {
    let place = start + rank * 10
    return Priority(
      rank: rank, marker: nil, head: head,
      excerpt: Excerpt(text: head + rest, span: Span(start: place, end: place + 8), paragraph: 2))
  }

  private static func report(
    day: Int = 8, _ figures: [Figure] = [], _ tasks: [Priority] = []
  ) -> Report {
    Report(meetings: [
      Meeting(
        kind: "民政工作会议", category: "工作会议", date: MeetingDate(year: 2024, month: 3, day: day),
        planPeriods: [Period(year: 2024)], priorities: tasks, figures: figures,
        paragraphs: [Excerpt(text: "", span: Span(start: 0, end: 300), paragraph: 1)])
    ])
  }

  /// What an amendment of the one report comes to in the other.
  private func carried(
    _ mark: Mark, _ changes: [(Amendment.Field, String)], in source: Report, to report: Report,
    isVersion: Bool
  ) -> [Amendment] {
    let amendments = changes.map { field, text in
      Amendment(document: "ab", part: 1, mark: mark, field: field, before: "14050", after: text)
    }
    let amended = Self.amender.apply(amendments, to: source).report
    let reprint = Reprint(of: source, amended: amended, as: report, document: "cd", isVersion: isVersion)
    return amendments.flatMap(reprint.amendments)
  }

  @Test func `has it put right where its words and number are the same, as a version of the same file`() {
    let source = Self.report([Self.figure("床位14050张", 14050)])
    let later = Self.report([Self.figure("床位14050张", 14050, 2022, at: 50)])
    let mark = source.meetings[0].figures[0].mark
    let made = carried(mark, [(.value, "14500")], in: source, to: later, isVersion: true)
    #expect(made.map(\.mark) == [later.meetings[0].figures[0].mark])
    #expect(made.first?.document == "cd" && made.first?.before == "14050" && made.first?.after == "14500")
    // But not the period itself, which is another one there.
    #expect(carried(mark, [(.period, "2021")], in: source, to: later, isVersion: true).isEmpty)
    // Had another paper's report been there first, it would not have been put right: it says another period.
    #expect(carried(mark, [(.value, "14500")], in: source, to: later, isVersion: false).isEmpty)
  }

  @Test func `has no target put right for a result of the same number, and neither of two alike`() {
    let source = Self.report([Self.figure("床位14050张", 14050)])
    let mark = source.meetings[0].figures[0].mark
    func made(_ figures: [Figure]) -> [Mark] {
      carried(mark, [(.value, "14500")], in: source, to: Self.report(figures), isVersion: true).map(\.mark)
    }
    let (target, result) = (
      Self.figure("床位达到14500张", 14500, at: 50, .target), Self.figure("床位14500张", 14500)
    )
    #expect(made([target]).isEmpty)
    #expect(made([target, result]) == [result.mark])
    #expect(made([result, Self.figure("共有床位14500张", 14500, at: 90)]).isEmpty)
    // In the same words, too.
    #expect(made([Self.figure("床位14050张", 14050, 2022, .target)]).isEmpty)
    #expect(
      made([Self.figure("床位14050张", 14050, 2022), Self.figure("床位14050张", 14050, 2021, at: 90)]).isEmpty)
  }

  @Test func `has it put right where it is right already only as a version of the same file`() {
    let source = Self.report([Self.figure("床位14050张", 14050)])
    let later = Self.report([Self.figure("床位14500张", 14500)])
    let mark = source.meetings[0].figures[0].mark
    #expect(carried(mark, [(.value, "14500")], in: source, to: later, isVersion: false).isEmpty)
    let made = carried(mark, [(.value, "14500")], in: source, to: later, isVersion: true)
    // Before is what the earlier version said, so that the two are known to agree.
    #expect(made.map(\.before) == ["14050"])
  }

  @Test func `is of another meeting under another day, but as a version of the same file`() {
    let source = Self.report([Self.figure("床位14050张", 14050)])
    let later = Self.report(day: 9, [Self.figure("床位14050张", 14050)])
    let mark = source.meetings[0].figures[0].mark
    #expect(carried(mark, [(.value, "1")], in: source, to: later, isVersion: false).isEmpty)
    #expect(carried(mark, [(.value, "1")], in: source, to: later, isVersion: true).count == 1)
  }

  @Test func `has a task put right by its head where no other has it, as a version of the same file`() {
    let source = Self.report([], [Self.task(1, "健全救助"), Self.task(2, "发展养老")])
    let mark = source.meetings[0].priorities[1].mark
    let once = Self.report([], [Self.task(1, "健全救助"), Self.task(2, "发展养老", "，办好食堂。")])
    let twice = Self.report(
      [], [Self.task(1, "发展养老", "，办好食堂。"), Self.task(2, "发展养老", "，建好中心。")])
    #expect(carried(mark, [(.head, "养老")], in: source, to: once, isVersion: true).count == 1)
    #expect(carried(mark, [(.head, "养老")], in: source, to: twice, isVersion: true).isEmpty)
    // Another paper's is put right where the whole task is the same, as one that was there before.
    #expect(carried(mark, [(.head, "养老")], in: source, to: once, isVersion: false).isEmpty)
    #expect(carried(mark, [(.head, "养老")], in: source, to: source, isVersion: false).count == 1)
    let renamed = Self.report([], [Self.task(1, "健全救助"), Self.task(2, "养老", "，办好食堂。")])
    #expect(carried(mark, [(.head, "养老")], in: source, to: renamed, isVersion: true).count == 1)
    #expect(carried(mark, [(.head, "养老")], in: source, to: renamed, isVersion: false).isEmpty)
  }

  @Test func `has a task moved only where it stood at that place`() {
    let source = Self.report([], [Self.task(1, "健全救助"), Self.task(2, "发展养老")])
    let mark = source.meetings[0].priorities[1].mark
    let later = Self.report([], [Self.task(1, "加强党建"), Self.task(2, "健全救助"), Self.task(3, "发展养老")])
    #expect(carried(mark, [(.rank, "1")], in: source, to: later, isVersion: true).isEmpty)
    #expect(carried(mark, [(.topic, "elderly-care")], in: source, to: later, isVersion: true).count == 1)
  }
}
