// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

/// People use a file name again, for the report of another year.
@Suite struct `A report under the name of one whose year a person has put right` {
  private let desk: Correcting
  private let name: String
  private let before = "990000/民政工作会议/2022-03-14"

  /// A report that is read to be of 2025, and is of 2022.
  init() throws {
    desk = try Correcting()
    name = try Correcting.reports[2].name
    try desk.change(Correcting.last, [(.date, "2022-03-14"), (.period, "2022")])
    #expect(try desk.record(before)?.documents.map(\.name) == [name])
  }

  /// Another report of 2025, in words and numbers of its own.
  private var next: String {
    get throws {
      try Correcting.reports[1].text.replacing("二〇二四", with: "二〇二五").replacing("2023年", with: "2024年")
    }
  }

  @Test func `is told beside it, and withdraws nothing`() throws {
    let digest = try #require(try desk.told(before))
    _ = try desk.bench.arrive([(name, try next)])
    let record = try #require(try desk.record("990000/民政工作会议/2025-03-08"))
    #expect(record.documents.map(\.name) == [name])
    #expect(try desk.record(before)?.meeting.date?.year == 2022)
    #expect(try desk.told(before) == digest)
    #expect(try desk.bench.entries("retraction").isEmpty)
    #expect(try desk.bench.entries("conflict").isEmpty)
  }

  @Test func `takes its place where it says the same with a few words more`() throws {
    _ = try desk.bench.arrive([(name, try Correcting.reports[2].text + "（第二版）\n")])
    #expect(try desk.record(Correcting.last) == nil)
    #expect(try desk.record(before)?.documents.map(\.name) == [name])
  }
}
