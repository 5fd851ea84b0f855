// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing
import TestKit

@Suite struct `Targets over years` {
  /// What is told of open targets in the last of the years, each given by its figures.
  private func told(_ years: [(Int, [Figure])]) -> [Change] {
    let meetings = years.map { Corpus.meeting($0.0, figures: $0.1) }
    let records = meetings.dropLast().map { Record(meeting: $0, documents: []) }
    let baselines = Baselines(previous: records.last, history: Array(records))
    return Corpus.comparer.changes(in: meetings[meetings.count - 1], against: baselines)
      .filter { $0.rule == "open-targets" }
  }

  private let homes = Corpus.figure("改造敬老院", "400", "所", "2025", aspect: .target)

  private func rebuilt(_ count: String, _ period: String) -> Figure {
    Corpus.figure("改造敬老院", count, "所", period, aspect: .cumulative)
  }

  @Test func `are met early, whatever the report between says`() {
    let found = told([(2023, [homes]), (2024, []), (2025, [rebuilt("436", "2021/2024")])])
    #expect(found.map(\.kind) == [.met])
    #expect(found.first?.figures?.note == .metEarly)
    #expect(found.first?.scope == "2023年提出")
  }

  @Test func `are told once`() {
    let found = told([
      (2023, [homes]), (2025, [rebuilt("436", "2021/2024")]), (2026, [rebuilt("470", "2021/2025")]),
    ])
    #expect(found.isEmpty)
  }

  @Test func `are not answered by one year's number`() {
    let found = told([(2023, [homes]), (2024, []), (2025, [Corpus.figure("改造敬老院", "436", "所", "2024")])])
    #expect(found.isEmpty)
  }

  @Test func `are missed where they are due and short`() {
    let found = told([(2023, [homes]), (2025, []), (2026, [rebuilt("380", "2021/2025")])])
    #expect(found.map(\.kind) == [.missed])
    #expect(found.first?.figures?.delta == -20)
    #expect(told([(2023, [homes]), (2024, []), (2025, [rebuilt("380", "2021/2024")])]).isEmpty)
  }

  @Test func `are not reported where they are due and no text names them`() {
    #expect(told([(2023, [homes]), (2025, []), (2026, [])]).map(\.kind) == [.unreported])
    #expect(told([(2023, [homes]), (2024, []), (2025, [])]).isEmpty)
  }

  @Test func `are closed by a new target for the same year`() {
    let raised = Corpus.figure("改造敬老院", "500", "所", "2025", aspect: .target)
    let found = told([(2023, [homes]), (2024, [raised]), (2025, [rebuilt("436", "2021/2024")])])
    #expect(found.isEmpty)
  }

  @Test func `are missed by a reader where they were set year after year`() {
    func halls(_ value: String, _ year: String) -> Figure {
      Corpus.figure("新增长者食堂", value, "家", year, aspect: .target)
    }
    func gone(_ years: [(Int, [Figure])]) -> [Change] {
      let meetings = years.map { Corpus.meeting($0.0, figures: $0.1) }
      let records = meetings.dropLast().map { Record(meeting: $0, documents: []) }
      return Corpus.comparer.changes(
        in: meetings[meetings.count - 1], against: Baselines(previous: records.last, history: Array(records))
      ).filter { $0.rule == "targets-not-renewed" }
    }
    #expect(
      gone([(2023, [halls("80", "2023")]), (2024, [halls("50", "2024")]), (2025, [])]).map(\.kind) == [
        .figureGone
      ])
    #expect(gone([(2023, []), (2024, [halls("50", "2024")]), (2025, [])]).isEmpty)
  }

  @Test func `tell a changed bound beside the changed value`() {
    let before = Corpus.meeting(
      2023, figures: [Corpus.figure("护理型床位占比", "55", "%", "2023", aspect: .target, dimension: .percent)])
    let after = Corpus.meeting(
      2024,
      figures: [
        Corpus.figure("护理型床位占比", "58", "%", "2024", aspect: .target, dimension: .percent, qualifier: .over)
      ])
    let found = Corpus.comparer.changes(
      in: after, against: Baselines(previous: Record(meeting: before, documents: [])))
    #expect(
      found.map(\.kind) == [.targetUp, .modifier, .unreported]
        || found.map(\.kind) == [.unreported, .targetUp, .modifier])
  }

  @Test func `an indicator's new name is told, a longer one is not`() {
    func renamed(_ old: String, _ new: String) -> [Change] {
      let before = Corpus.meeting(2023, figures: [Corpus.figure(old, "36000", "张", "2022")])
      let after = Corpus.meeting(2024, figures: [Corpus.figure(new, "35700", "张", "2023")])
      return Corpus.comparer.changes(
        in: after, against: Baselines(previous: Record(meeting: before, documents: []))
      ).filter { $0.rule == "renamed-indicators" }
    }
    #expect(renamed("养老床位", "养老服务床位").map(\.wordingTo) == ["养老服务床位"])
    #expect(renamed("养老床位", "养老床位总数").isEmpty)
  }
}
