// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing
import TestKit

@Suite struct `Changes of the example province in 2024` {
  private func changes() throws -> [Change] {
    let history = try ["2021-02-26", "2022-03-02", "2023-02-24"].map {
      try GoldMeetings.record("\($0)-hanhai-minzheng")
    }
    let baselines = Baselines(previous: history[2], history: history)
    return Corpus.comparer.changes(
      in: try GoldMeetings.meeting("2024-03-08-hanhai-minzheng"), against: baselines)
  }

  @Test func `tell the dropped task once, with the report's own reason`() throws {
    let dropped = try changes().filter { $0.kind == .dropped }
    #expect(dropped.map { $0.from.first?.head } == ["增强基层治理效能"])
    #expect(dropped.first?.stated?.text == "与往年相比，基层治理不再列入省级民政任务，由社会工作部门统筹。")
    #expect(dropped.first?.seen.map(\.year) == [2021, 2022, 2023])
    #expect(dropped.first?.seen.map(\.rank) == [4, 5, 4])
  }

  @Test func `tell the new task with the reach of “first”`() throws {
    let new = try changes().filter { $0.kind == .newItem }
    #expect(new.map { $0.to.first?.head } == ["发展银发经济"])
    #expect(new.first?.scope == "馆藏4次会议")
  }

  @Test func `tell one move, not ten`() throws {
    let moves = try changes().filter { $0.kind == .rankUp || $0.kind == .rankDown }
    #expect(moves.map { $0.to.first?.head } == ["加强党的建设"])
  }

  @Test func `tell the merger with both its parts`() throws {
    let merged = try changes().filter { $0.kind == .merged }
    #expect(merged.map { $0.from.map(\.rank) } == [[7, 8]])
    #expect(merged.first?.to.map(\.rank) == [8])
  }

  @Test func `tell who came and not who stayed`() throws {
    let leaders = try changes().filter { $0.kind == .leader }
    #expect(leaders.map(\.wordingFrom) == ["陆承泽"])
    #expect(leaders.map(\.wordingTo) == ["邵令仪"])
  }

  @Test func `a short text's silence is unsure`() throws {
    let before = try GoldMeetings.meeting("2023-02-24-hanhai-minzheng")
    var notice = try GoldMeetings.meeting("2024-03-08-hanhai-minzheng")
    notice.priorities.removeLast(6)
    notice.paragraphs.removeLast(notice.paragraphs.count - 4)
    let baselines = Baselines(previous: Record(meeting: before, documents: []))
    let dropped = Corpus.comparer.changes(in: notice, against: baselines).filter { $0.kind == .dropped }
    #expect(!dropped.isEmpty)
    #expect(dropped.allSatisfy { $0.confidence == .low })
  }

  @Test func `peers drop nothing`() throws {
    let peers = try ["2023-02-10-zhejiang-minzheng", "2023-02-15-shanghai-minzheng"].map {
      try GoldMeetings.record($0)
    }
    let found = Corpus.comparer.changes(
      in: try GoldMeetings.meeting("2023-03-17-jiangsu-minzheng"), against: Baselines(peers: peers))
    #expect(found.allSatisfy { $0.kind != .dropped })
    #expect(found.filter { $0.kind == .peerOnly }.map { $0.to.first?.rank } == [9, 10])
    #expect(
      found.filter { $0.kind == .peerOnly }.allSatisfy { $0.scope == "已收录3家" && $0.baselines.count == 2 })
  }

  @Test func `uptake is counted in the superior's items`() throws {
    let superior = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    let found = Corpus.comparer.changes(
      in: try GoldMeetings.meeting("2024-04-12-lanpu-minzheng"), against: Baselines(superiors: [superior]))
    #expect(
      found.filter { $0.kind == .uptakeMissing && $0.subject == .priority }.map { $0.from.first?.rank } == [
        1, 4,
      ])
    #expect(
      found.filter { $0.kind == .uptake && $0.subject == .priority }.flatMap { $0.from.compactMap(\.rank) }
        .sorted() == [
          2, 3, 5, 6, 7, 8, 9,
        ])
  }

  @Test func `of a superior without tasks nothing is taken up, and nothing is local only`() throws {
    var superior = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    superior.meeting.priorities = []
    let found = Corpus.comparer.changes(
      in: try GoldMeetings.meeting("2024-04-12-lanpu-minzheng"), against: Baselines(superiors: [superior]))
    #expect(found.allSatisfy { ![.uptake, .uptakeMissing, .uptakeLocal].contains($0.kind) })
  }

  @Test func `a text without tasks is not said to have left out the superior's`() throws {
    let superior = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    var city = try GoldMeetings.meeting("2024-04-12-lanpu-minzheng")
    city.priorities = []
    let found = Corpus.comparer.changes(in: city, against: Baselines(superiors: [superior]))
      .filter { $0.kind == .uptakeMissing && $0.subject == .priority }
    #expect(found.count == 9)
    #expect(found.allSatisfy { $0.confidence == .low })
  }

  @Test func `the superior's names are told as used or not`() throws {
    let superior = try GoldMeetings.record("2024-03-08-hanhai-minzheng")
    let found = Corpus.comparer.changes(
      in: try GoldMeetings.meeting("2024-04-12-lanpu-minzheng"), against: Baselines(superiors: [superior])
    )
    .filter { $0.subject == .formulation }
    #expect(found.filter { $0.kind == .uptake }.map(\.wordingTo) == ["瀚海众扶", "护苗同行"])
    #expect(found.filter { $0.kind == .uptakeMissing }.map(\.wordingFrom).contains("颐养瀚海"))
  }

  @Test func `a peer's higher ratio stands beside one's own`() throws {
    let peer = try GoldMeetings.record("2024-03-28-yunxiu-minzheng")
    let found = Corpus.comparer.changes(
      in: try GoldMeetings.meeting("2024-04-12-lanpu-minzheng"), against: Baselines(peers: [peer]))
    let ahead = found.filter { $0.kind == .peerAhead && $0.subject == .figure }
    #expect(ahead.map { $0.figures?.indicator } == ["护理型床位占比"])
    #expect(ahead.first?.figures?.delta == Decimal(string: "-7.8"))
  }
}
