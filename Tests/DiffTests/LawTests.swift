// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing
import TestKit

@Suite struct `Laws of comparing` {
  static let reports = [
    "2021-02-26-hanhai-minzheng", "2022-03-24-yunxiu-minzheng", "2023-03-17-jiangsu-minzheng",
    "2024-03-08-hanhai-minzheng", "2024-04-18-hanhai-yingji", "2025-01-17-lanpu-renshe",
    "2025-02-20-yunxiu-zhujian",
  ]

  @Test(arguments: reports) func `nothing changes against itself`(_ name: String) throws {
    let meeting = try GoldMeetings.meeting(name)
    let comparison = Corpus.comparer.compare(meeting, with: meeting, as: .previous)
    #expect(comparison.priorities.allSatisfy { $0.kind == .kept && $0.from == $0.to && !$0.moved })
    #expect(comparison.formulations.isEmpty)
    let told = comparison.figures.filter { $0.from != nil && $0.to != nil }
    #expect(told.allSatisfy { $0.delta == 0 || $0.kind == .incomparable })
    #expect(told.allSatisfy { $0.kind != .revised && $0.kind != .up && $0.kind != .down })
  }

  @Test func `each priority of either side is told exactly once`() throws {
    for pair in try GoldPair.all() {
      let links = try Corpus.compare(pair).priorities
      let (from, to) = (try GoldMeetings.meeting(pair.fromName), try GoldMeetings.meeting(pair.toName))
      #expect(links.flatMap(\.from).sorted() == from.priorities.map(\.rank))
      #expect(links.flatMap(\.to).sorted() == to.priorities.map(\.rank))
    }
  }

  @Test func `swapping sides turns added into dropped`() throws {
    for pair in try GoldPair.all() {
      let (from, to) = (try GoldMeetings.meeting(pair.fromName), try GoldMeetings.meeting(pair.toName))
      let there = Corpus.comparer.compare(to, with: from, as: .previous).priorities
      let back = Corpus.comparer.compare(from, with: to, as: .previous).priorities
      func added(_ links: [PriorityLink]) -> [Int] {
        links.filter { $0.kind == .added }.flatMap(\.to).sorted()
      }
      func dropped(_ links: [PriorityLink]) -> [Int] {
        links.filter { $0.kind == .dropped }.flatMap(\.from).sorted()
      }
      #expect(added(there) == dropped(back), "\(pair.fromName) → \(pair.toName)")
      #expect(dropped(there) == added(back), "\(pair.fromName) → \(pair.toName)")
    }
  }

  @Test func `the order of the figures does not matter`() throws {
    let from = try GoldMeetings.meeting("2023-02-24-hanhai-minzheng")
    var to = try GoldMeetings.meeting("2024-03-08-hanhai-minzheng")
    let there = Set(Corpus.comparer.compare(to, with: from, as: .previous).figures)
    to.figures.reverse()
    #expect(Set(Corpus.comparer.compare(to, with: from, as: .previous).figures) == there)
  }

  @Test func `meetings without anything in common give no links`() {
    let from = Corpus.meeting(2023, heads: ["健全社会救助体系", "推进养老服务"])
    let to = Corpus.meeting(2024, heads: ["整治黑臭水体", "扩大高铁网络"])
    let links = Corpus.comparer.compare(to, with: from, as: .previous).priorities
    #expect(links.map(\.kind) == [.added, .added, .dropped, .dropped])
  }

  @Test func `five hundred tasks on either side without anything in common give no links`() {
    func heads(_ first: UInt32) -> [String] {
      (0..<500).map { place in
        let letters = (0..<6).compactMap { Unicode.Scalar(first + UInt32(place) * 6 + $0) }
        return String(String.UnicodeScalarView(letters))
      }
    }
    let (from, to) = (
      Corpus.meeting(2023, heads: heads(0x4E00)), Corpus.meeting(2024, heads: heads(0x4E00 + 3000))
    )
    let links = Corpus.comparer.compare(to, with: from, as: .previous).priorities
    #expect(links.count { $0.kind == .added } == 500)
    #expect(links.count { $0.kind == .dropped } == 500)
  }

  @Test func `a meeting of another class drops nothing for sure`() {
    let from = Corpus.meeting(2023, heads: ["健全社会救助体系", "推进养老服务"])
    var to = Corpus.meeting(2024, heads: ["推进养老服务"], text: ["会议总结了去年的工作，分析了面临的形势。"])
    func dropped() -> [Change.Confidence] {
      Corpus.comparer.changes(in: to, against: Baselines(chosen: Record(meeting: from, documents: [])))
        .filter { $0.kind == .dropped }.map(\.confidence)
    }
    #expect(dropped() == [.high])
    to.category = "宣传工作会议"
    #expect(dropped() == [.low])
  }

  @Test func `meetings of different classes are only set side by side`() {
    let from = Corpus.meeting(2023, heads: ["推进养老服务"])
    var to = Corpus.meeting(2024, heads: ["推进养老服务"])
    #expect(Relation.between(to, and: from) == .previous)
    to.category = "慈善工作会议"
    #expect(Relation.between(to, and: from) == .chosen)
    to.jurisdiction?.code = "990100"
    to.jurisdiction?.parent = from.jurisdiction?.code
    #expect(Relation.between(to, and: from) == .chosen)
  }

  @Test(arguments: [(0, 0), (0, 3), (3, 0), (0, 500), (500, 0), (500, 40), (40, 500), (150, 150)])
  func `any number of priorities will do`(_ sizes: (Int, Int)) {
    let from = Corpus.meeting(2023, heads: (0..<sizes.0).map { "第\($0)项工作" })
    let to = Corpus.meeting(2024, heads: (0..<sizes.1).map { "第\($0)项工作" })
    let links = Corpus.comparer.compare(to, with: from, as: .previous).priorities
    #expect(links.flatMap(\.from).count == sizes.0)
    #expect(links.flatMap(\.to).count == sizes.1)
  }
}
