// SPDX-License-Identifier: Apache-2.0
import Minutes
import TestKit
import Testing

@testable import Control

@Suite struct `Two meetings given by hand` {
  @Test func `of one place are no superior and no peer of one another`() throws {
    let old = try GoldMeetings.record("2023-02-24-hanhai-minzheng").meeting
    let new = try GoldMeetings.record("2024-03-08-hanhai-minzheng").meeting
    let city = try GoldMeetings.record("2024-04-12-lanpu-minzheng").meeting
    for relation in [Relation.superior, .peer] {
      #expect(DiffCommand.refusal(relation, old, new)?.contains("--relation previous") == true)
    }
    #expect(DiffCommand.refusal(.previous, old, new) == nil)
    #expect(DiffCommand.refusal(.superior, new, city) == nil)
  }

  @Test func `against the order of time are told to be`() throws {
    let old = try GoldMeetings.record("2023-02-24-hanhai-minzheng").meeting
    let new = try GoldMeetings.record("2024-03-08-hanhai-minzheng").meeting
    #expect(DiffCommand.warning(new, old)?.hasPrefix("时间倒置") == true)
    #expect(DiffCommand.warning(old, new) == nil)
  }
}
