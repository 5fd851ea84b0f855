// SPDX-License-Identifier: Apache-2.0
import Diff
import Minutes
import Testing

@Suite struct `Names of tasks over the years` {
  /// A meeting of a year whose one task has this text and these names.
  private func meeting(_ year: Int, _ text: String, _ terms: [String] = []) -> Meeting {
    var meeting = Corpus.meeting(year, heads: [text])
    meeting.priorities[0].terms = terms
    return meeting
  }

  private func told(_ meetings: [Meeting], peers: [Meeting] = []) -> [Change] {
    let records = meetings.map { Record(meeting: $0, documents: []) }
    let baselines = Baselines(
      previous: records.dropLast().last, peers: peers.map { Record(meeting: $0, documents: []) },
      history: Array(records.dropLast()))
    return Corpus.comparer.changes(in: meetings[meetings.count - 1], against: baselines)
      .filter { $0.subject == .formulation && $0.relation != .superior }
  }

  private var named: Meeting { meeting(2024, "推广“暖心餐桌”，发展老年助餐", ["暖心餐桌"]) }

  @Test func `are first ever where three reports on end do not have them`() {
    let found = told([meeting(2022, "发展老年助餐"), meeting(2023, "发展老年助餐"), named])
    #expect(found.map(\.kind) == [.firstEver])
    #expect(found.first?.scope == "馆藏3次会议")
  }

  @Test func `are only new across a gap`() {
    #expect(told([meeting(2020, "发展老年助餐"), meeting(2023, "发展老年助餐"), named]).map(\.kind) == [.newTerm])
  }

  @Test func `are only new where an older text is damaged`() {
    var torn = meeting(2022, "发展老年助餐")
    torn.damaged = 0.2
    #expect(told([torn, meeting(2023, "发展老年助餐"), named]).map(\.kind) == [.newTerm])
  }

  @Test func `are back where an older report had them`() {
    let found = told([meeting(2022, "推广“暖心餐桌”", ["暖心餐桌"]), meeting(2023, "发展老年助餐"), named])
    #expect(found.map(\.kind) == [.returned])
    #expect(found.first?.lastSeen == 2022)
  }

  @Test func `are a peer's first, with the days between`() {
    var peer = meeting(2024, "推广“暖心餐桌”，发展老年助餐", ["暖心餐桌"])
    peer.jurisdiction = Division(
      code: "980000", name: "东海省", short: "东海", level: .province, parent: "000000", fullName: "东海省")
    peer.date = MeetingDate(year: 2024, month: 1, day: 30)
    let found = told([meeting(2022, "发展老年助餐"), meeting(2023, "发展老年助餐"), named], peers: [peer])
    #expect(found.filter { $0.relation == .peer }.map(\.kind) == [.peerAhead])
    #expect(found.first { $0.relation == .peer }?.scope == "早31天")
    #expect(found.filter { $0.relation == .previous }.map(\.kind) == [.newTerm])
  }
}
