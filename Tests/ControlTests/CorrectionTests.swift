// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Minutes
import Testing

@testable import Control

@Suite struct `What a user names to put right` {
  private static let meeting = "990000/民政工作会议/2024-03-08"

  private func target(_ name: String) throws -> CorrectionTarget {
    try CorrectionTarget(name, in: SeedArchive.shared.archive)
  }

  @Test func `is a meeting, or a thing of one by its number`() throws {
    #expect(try target(Self.meeting).subject == .meeting)
    let task = try target("\(Self.meeting)/priority:2")
    #expect(task.subject == .priority && task.number == 2)
    #expect(task.words == task.record.meeting.priorities[1].head)
    let figure = try target("\(Self.meeting)/figure:5")
    #expect(figure.subject == .figure)
    #expect(figure.words == figure.record.meeting.figures[4].excerpt.text)
  }

  @Test func `is what a change is about, in the meeting that has it`() throws {
    let risen = try #require(try SeedArchive.shared.entry("figure_up", "2024"))
    let figure = try target(risen)
    #expect(figure.subject == .figure)
    #expect(figure.record.meeting.figures[figure.number - 1].excerpt.text == figure.words)
    let dropped = try #require(try SeedArchive.shared.entry("dropped", "不再提"))
    #expect(try target(dropped).subject == .priority)
  }

  @Test(arguments: ["figure:0", "figure:999", "priority:77", "figure:-9223372036854775808"])
  func `is refused where the meeting has no such thing`(part: String) {
    #expect(throws: (any Error).self) { try target("\(Self.meeting)/\(part)") }
  }

  @Test func `is listed under the names by which it is asked for`() throws {
    let lines = CorrectableThings.text(try target(Self.meeting).record).split(separator: "\n")
    #expect(lines.first == Substring(Self.meeting))
    #expect(lines.contains("  --date 2024-03-08"))
    #expect(lines.contains { $0.hasPrefix("  /priority:1  ") })
    let figure = try #require(lines.first { $0.contains("助餐点1143个") })
    let name = try #require(figure.split(separator: " ").first)
    #expect(try target(Self.meeting + name).words.contains("助餐点1143个"))
  }

  @Test(arguments: [
    ["correct"], ["correct", "a/b", "--undo", "3", "--reason", "x"], ["correct", "a/b", "--date", "2024"],
    ["correct", "--undo", "3"], ["withdraw", "a/b"], ["withdraw", "--reason", "x"], ["alias", "甲", "--reason", "x"],
    ["alias", "甲", "乙"],
  ])
  func `needs a name and a reason`(arguments: [String]) {
    #expect(throws: (any Error).self) { try Minutectl.parseAsRoot(arguments) }
  }

  @Test func `is told with how it is taken back`() throws {
    let reply = try JSONDecoder().decode(
      ControlClient.Reply.self, from: Data(#"{"ok":true,"edit":12,"amended":2,"corrected":3}"#.utf8))
    #expect(
      EditReport.text(reply, undo: "correct")
        == "edit 12: 2 readings put right, 3 digests corrected; to take it back: "
        + "minutectl correct --undo 12 --reason …")
  }

  @Test func `is told with what holds again when it was taken back`() throws {
    let text = #"{"ok":true,"edit":15,"corrected":0,"withdrawn":2,"restored":["98861089aaaaaaaa"]}"#
    let reply = try JSONDecoder().decode(ControlClient.Reply.self, from: Data(text.utf8))
    #expect(EditReport.text(reply, undo: nil) == "edit 15: 2 digests withdrawn; 98861089 holds again")
  }
}
