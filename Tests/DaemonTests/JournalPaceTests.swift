// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Daemon

@Suite struct `The pace of sending` {
  @Test func `is full until entries are dropped, then halves each time`() {
    var pace = JournalPace()
    #expect(pace.pause == 0)
    pace.dropped()
    let first = pace.pause
    pace.dropped()
    #expect(first > 0 && pace.pause == first * 2)
    for _ in 0..<40 { pace.dropped() }
    #expect(pace.pause == 10_000)
  }

  @Test func `grows again with what lands in a row`() {
    var pace = JournalPace()
    pace.dropped()
    pace.dropped()
    let slow = pace.pause
    pace.landed(499)
    #expect(pace.pause == slow)
    pace.landed(1)
    #expect(pace.pause == slow / 2)
    pace.landed(5_000)
    #expect(pace.pause == 0)
  }
}
