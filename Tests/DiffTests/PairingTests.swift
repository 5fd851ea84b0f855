// SPDX-License-Identifier: Apache-2.0
import Foundation
import Minutes
import Testing
import TestKit

@testable import Diff

@Suite struct `Pairing and wording` {
  @Test func `the best pairing is found for the whole list`() {
    // Greedily 0–0 (0.9) leaves 1 with nothing; together 0–1 and 1–0 are worth more.
    #expect(Assignment.best([[0.9, 0.8], [0.7, 0]]) == [1, 0])
  }

  @Test func `what is worth nothing stays alone`() {
    #expect(Assignment.best([[-0.1, 0], [0.2, -1]]) == [nil, 0])
    #expect(Assignment.best([[0.5], [0.6], [0.1]]) == [nil, 0, nil])
  }

  @Test func `a quoted name is never half replaced`() {
    let segments = Wording.segments(from: "深化“瀚海众扶”服务", to: "深化“瀚海众享”服务")
    #expect(segments.map(\.text) == ["深化", "“瀚海众扶”", "“瀚海众享”", "服务"])
    #expect(segments.map(\.side) == [.both, .from, .to, .both])
  }

  @Test func `equal wordings have no difference`() {
    #expect(Wording.segments(from: "发展慈善事业", to: "发展慈善事业").isEmpty)
  }

  @Test func `what a person has said of a task is found by its head, or by how its text begins`() {
    func task(_ head: String, _ text: String) -> Priority {
      Priority(
        rank: 1, marker: nil, head: head,
        excerpt: Excerpt(text: text, span: Span(start: 0, end: 0), paragraph: 1))
    }
    var later = task("做优养老", "做优养老。")
    later.rulings = [Priority.Ruling(head: "发展银发经济，办好食堂", isSame: true)]
    let text = "发展银发经济，办好食堂，建好中心。"
    // As other rules end the head, and as a person has put it right.
    let others = [task("发展银发经济", text), task("银发", text)]
    for earlier in others + [task("发展银发经济，办好食堂", "别的话。")] {
      #expect(RuledPairs(from: [task("健全救助", "健全救助。"), earlier], to: [later]).isSame(1, 0))
    }
    // Where two begin so, nobody has said which; what only stands in a text begins none.
    let twice = [task("发展银发经济", text), task("发展银发经济", text + "又。")]
    #expect(twice.indices.allSatisfy { !RuledPairs(from: twice, to: [later]).isSame($0, 0) })
    #expect(!RuledPairs(from: [task("兜牢底线", "兜牢底线，" + text)], to: [later]).isSame(0, 0))
  }

  @Test func `insertions explain shifts`() {
    #expect(Movement.moved([(0, 1), (1, 2), (2, 4)]) == [false, false, false])
    #expect(Movement.moved([(9, 0), (0, 1), (1, 2)]) == [true, false, false])
  }

  @Test func `a head's short name keeps what it is about`() {
    #expect(Corpus.words.name(of: "增强基层治理效能") == "基层治理")
    #expect(Corpus.words.name(of: "发展银发经济") == "银发经济")
    #expect(Corpus.words.name(of: "加强党的建设") == "党的建设")
  }

  @Test func `a line of work that all tasks have leaves it to the words`() {
    func task(_ rank: Int, _ text: String) -> Priority {
      Priority(
        rank: rank, marker: nil, head: text,
        excerpt: Excerpt(text: text + "。", span: Span(start: 0, end: 0), paragraph: 1),
        topics: ["medical-insurance"])
    }
    let before = ["巩固全民参保成果", "推进药品集中带量采购", "强化基金监管严打欺诈骗保", "优化异地就医直接结算"]
    let after = ["开展基金监管专项整治", "扩大跨省异地就医结算", "健全参保长效机制", "扩大集中带量采购品种"]
    let links = Links(
      PriorityLikeness(
        from: before.enumerated().map { task($0.offset + 1, $0.element) },
        to: after.enumerated().map { task($0.offset + 1, $0.element) }, words: Corpus.words),
      words: Corpus.words)
    #expect(links.groups.map { [$0.from, $0.to] } == [[[2], [0]], [[3], [1]], [[0], [2]], [[1], [3]]])
  }

  /// The links of a sector's tasks, each a head with its lines of work: [[from], [to]] by rank.
  private func links(
    _ from: [(String, [String])], _ to: [(String, [String])], sectors: (String, String) = ("民政", "民政")
  )
    -> [[[Int]]]
  {
    func meeting(_ year: Int, _ sector: String, _ tasks: [(String, [String])]) -> Meeting {
      var meeting = Corpus.meeting(year, heads: tasks.map(\.0))
      meeting.sector = sector
      for (place, task) in tasks.enumerated() { meeting.priorities[place].topics = task.1 }
      return meeting
    }
    let (before, after) = (meeting(2023, sectors.0, from), meeting(2024, sectors.1, to))
    return Corpus.comparer.compare(after, with: before, as: .previous).priorities.map { [$0.from, $0.to] }
  }

  @Test
  func `what differs within a basket of work is not one task, and what names both parts has taken up both`() {
    let before = [("殡葬改革上求突破", ["social-affairs"]), ("婚俗改革上求创新", ["social-affairs"])]
    let after = [("推动殡葬、婚俗移风易俗", ["social-affairs"]), ("残疾人福利再加力", ["social-affairs"])]
    #expect(links(before, after) == [[[1, 2], [1]], [[], [2]]])
  }

  @Test func `a name for two lines of work ties what has no letters in common with it`() {
    let before = [("实施“一老一小”关爱行动", ["elderly-care", "children"])]
    let after = [("优化三级养老网络", ["elderly-care"]), ("加强未成年人保护", ["children"])]
    #expect(links(before, after) == [[[1], [1, 2]]])
  }

  @Test func `a few words in common tie tasks of one field, not of two`() {
    let (before, after) = ([("提高行政立法质量", [String]())], [("聚焦立法，服务发展大局", [String]())])
    #expect(links(before, after, sectors: ("司法", "司法")) == [[[1], [1]]])
    #expect(links(before, after, sectors: ("司法", "商务")) == [[[], [1]], [[1], []]])
  }

  @Test func `percentages are rounded half up at two places`() {
    #expect(Arithmetic.percent(from: 419000, to: 413000)?.description == "-1.43")
    #expect(Arithmetic.percent(from: 1200, to: 1143)?.description == "-4.75")
    #expect(Arithmetic.percent(from: 800, to: 801)?.description == "0.13")
    #expect(Arithmetic.percent(from: 0, to: 5) == nil)
    #expect(Arithmetic.percent(from: -8, to: -9)?.description == "-12.5")
    #expect(Arithmetic.rate(Decimal(1) / 8, of: 3)?.description == "4.17")
    // More digits than whole numbers hold, and more than a quotient may have, are rounded all the same.
    let huge = Decimal(sign: .plus, exponent: 30, significand: 3)
    #expect(Arithmetic.rate(huge, of: huge)?.description == "100")
    #expect(Arithmetic.rate(2, of: 3)?.description == "66.67")
  }
}
