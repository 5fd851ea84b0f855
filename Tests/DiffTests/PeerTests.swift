// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing

@Suite struct `Many peers` {
  /// The meeting of a place with these tasks, each with its line of work, and its share of nursing beds.
  private func meeting(_ place: Int, _ tasks: [(head: String, topic: String)], share: String) -> Meeting {
    var meeting = Corpus.meeting(
      2024, heads: tasks.map(\.head),
      figures: [Corpus.figure("护理型床位占比", share, "%", "2023", aspect: .share, dimension: .percent)])
    for (place, task) in tasks.enumerated() { meeting.priorities[place].topics = [task.topic] }
    meeting.jurisdiction = Division(
      code: "99\(place)0000", name: "\(place)号市", short: "\(place)号", level: .prefecture, parent: "990000",
      fullName: "\(place)号市")
    return meeting
  }

  private var care: (head: String, topic: String) { ("健全养老服务体系", "elderly-care") }
  private var bodies: (head: String, topic: String) { ("规范社会组织管理", "social-organizations") }

  private func told(_ peers: [Meeting]) -> [Change] {
    Corpus.comparer.changes(
      in: meeting(9, [care], share: "50"),
      against: Baselines(peers: peers.map { Record(meeting: $0, documents: []) }))
  }

  private var peers: [Meeting] {
    [
      meeting(1, [care, bodies], share: "55"), meeting(2, [care, bodies], share: "60"),
      meeting(3, [care, ("办好殡葬惠民事务", "funeral")], share: "45"), meeting(4, [care], share: "50"),
    ]
  }

  @Test func `tell once what several of them have and this meeting has not`() {
    let lacks = told(peers).filter { $0.kind == .peerLack }
    #expect(lacks.map { $0.from.first?.head } == ["规范社会组织管理"])
    #expect(lacks.first?.scope == "2/4家")
    #expect(lacks.first?.baselines == peers.prefix(2).map(\.id))
  }

  @Test func `tell a ratio once, against the one that is furthest ahead`() {
    let ahead = told(peers).filter { $0.kind == .peerAhead }
    #expect(ahead.map { $0.figures?.delta } == [-10])
    #expect(ahead.first?.scope == "2/4家")
    #expect(ahead.first?.baselines == [peers[1].id, peers[0].id])
  }

  @Test func `are told one by one where they are three`() {
    let found = told(Array(peers.prefix(3)))
    #expect(
      found.filter { $0.kind == .peerLack }.map { $0.from.first?.head } == [
        "规范社会组织管理", "规范社会组织管理", "办好殡葬惠民事务",
      ])
    #expect(found.filter { $0.kind == .peerAhead }.count == 2)
    #expect(found.allSatisfy { $0.baselines.count == 1 })
  }
}
