// SPDX-License-Identifier: Apache-2.0
import Diff
import Minutes
import Testing

@Suite struct `How hard a task is pushed` {
  private func told(_ before: String, _ after: String) -> [Change] {
    let (old, new) = (Corpus.meeting(2023, heads: [before]), Corpus.meeting(2024, heads: [after]))
    return Corpus.comparer.changes(in: new, against: Baselines(previous: Record(meeting: old, documents: [])))
      .filter { $0.rule == "strength" }
  }

  @Test func `is read off the head's words`() {
    let found = told("探索长期护理保险制度", "全面推进长期护理保险制度")
    #expect(found.map(\.kind) == [.strengthUp])
    #expect(found.first?.wordingFrom == "探索长期护理保险制度")
    #expect(found.first?.wordingTo == "全面推进长期护理保险制度")
  }

  @Test func `falls as it rises`() {
    #expect(told("全面推进长期护理保险制度", "试点长期护理保险制度").map(\.kind) == [.strengthDown])
  }

  @Test func `counts in a body only right before one and the same thing`() {
    let change = told("完善养老服务，探索建立家庭养老床位", "完善养老服务体系，全面推行家庭养老床位")
    #expect(change.map(\.wordingTo) == ["全面推行家庭养老床位"])
    #expect(told("完善养老服务，探索时间银行", "完善养老服务体系，全面推行家庭养老床位").isEmpty)
  }
}
