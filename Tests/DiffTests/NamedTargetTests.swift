// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing
import TestKit

@Suite struct `Targets of the example province` {
  /// What is told of a year's report, against all reports before it.
  private func changes(in year: Int) throws -> [Change] {
    let names = ["2021-02-26", "2022-03-02", "2023-02-24", "2024-03-08", "2025-03-14"]
    let records = try names.filter { ($0.prefix(4)) <= "\(year)" }.map {
      try GoldMeetings.record("\($0)-hanhai-minzheng")
    }
    let history = Array(records.dropLast())
    return Corpus.comparer.changes(
      in: try #require(records.last).meeting, against: Baselines(previous: history.last, history: history))
  }

  private func told(_ kind: Change.Kind, _ indicator: String, in year: Int) throws -> [Change] {
    try changes(in: year).filter { $0.kind == kind && $0.figures?.indicator.contains(indicator) == true }
  }

  @Test func `old people's homes are not due, then met a year early`() throws {
    #expect(try told(.notDue, "敬老院", in: 2024).count == 1)
    let met = try told(.met, "敬老院", in: 2025)
    #expect(met.map { $0.figures?.note } == [.metEarly])
    #expect(met.first?.from.first?.meeting == "990000/民政工作会议/2023-02-24")
  }

  @Test func `meal sites are missed by 57, and the next target is set higher`() throws {
    let missed = try told(.missed, "助餐点", in: 2024)
    #expect(missed.map { $0.figures?.delta } == [-57])
    #expect(missed.first?.rate == Decimal(string: "95.25"))
    #expect(missed.first?.nextTarget?.quantity.value == 1500)
  }

  @Test func `an upper limit is met from below`() throws {
    let met = try told(.met, "低保标准差距", in: 2025)
    #expect(met.map { $0.figures?.to?.quantity.value } == [Decimal(string: "1.14")])
    #expect(met.first?.rate == nil)
  }

  @Test func `growth is told on the base that the report corrected`() throws {
    #expect(try told(.revised, "床位", in: 2024).map { $0.figures?.delta } == [-6000])
    let grown = try told(.figureUp, "床位", in: 2024).filter { $0.figures?.note == .revisedBase }
    #expect(grown.map { $0.figures?.delta } == [14_000])
  }
}
