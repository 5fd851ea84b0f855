// SPDX-License-Identifier: Apache-2.0
import Archive
import Minutes
import Testing

@testable import Daemon

@Suite struct `The wait for further sources` {
  private let a = MeetingKey(id: "a", provenance: .report)
  private let b = MeetingKey(id: "b", provenance: .report)

  @Test func `begins with the first news and is not put off by more`() {
    var clock = CorrectionClock(wait: 10)
    #expect(clock.due([a], at: 100) == [])
    #expect(clock.next == 110)
    #expect(clock.due([a, b], at: 105) == [])
    #expect(clock.next == 110)
    #expect(clock.due([a, b], at: 110) == [a])
    #expect(clock.due([b], at: 115) == [b])
  }

  @Test func `ends where nothing waits any more`() {
    var clock = CorrectionClock(wait: 10)
    _ = clock.due([a], at: 100)
    #expect(clock.due([], at: 101) == [])
    #expect(clock.next == nil)
    // What waits anew waits in full.
    #expect(clock.due([a], at: 109) == [])
    #expect(clock.next == 119)
  }

  @Test func `that is longer than time itself never ends, and never traps`() {
    var clock = CorrectionClock(wait: .max)
    #expect(clock.due([a], at: 100) == [])
    #expect(clock.next == .max)
  }
}
