// SPDX-License-Identifier: Apache-2.0
import Desk
import Foundation
import Lexicon
import Minutes
import TestKit
import Testing

/// docs/sectors.md and its example: words for a sector that has no lines of work of its own.
@Suite struct `The guide to other sectors` {
  private static let docs = Repository.root.appending(path: "docs")
  private static let example = docs.appending(path: "examples/sports")

  private func meeting(_ name: String, teaching: Bool) throws -> Meeting {
    let folders = ["config/lexicon", "seeds/lexicon"] + (teaching ? ["docs/examples/sports/lexicon"] : [])
    let layers = try folders.map { try BaseLexicon.files(in: Repository.root.appending(path: $0)) }
    let reader = DocumentReader(
      vocabulary: try Vocabulary(layers: layers), dataFolder: Repository.root.appending(path: "config").path)
    let bytes = [UInt8](try Data(contentsOf: Self.example.appending(path: name)))
    return try #require(try reader.read(bytes, named: name).report.meetings.first)
  }

  @Test func `is right that the report is read without its words, but by no line of work`() throws {
    let meeting = try meeting("2025-03-06-yunxiu-tiyu.txt", teaching: false)
    #expect(meeting.id == "990100/体育工作会议/2025-03-06")
    #expect(meeting.priorities.count == 5 && meeting.figures.count == 12)
    #expect(meeting.priorities.flatMap(\.topics) == [])
  }

  @Test func `gives each task its line of work`() throws {
    let meeting = try meeting("2025-03-06-yunxiu-tiyu.txt", teaching: true)
    let lines = ["mass-sport", "youth-sport", "elite-sport", "sport-industry", "sport-safety"]
    #expect(meeting.priorities.map(\.topics) == lines.map { [$0] })
    let topics = Dictionary(meeting.figures.map { ($0.excerpt.text, $0.topic) }) { first, _ in first }
    #expect(topics["新建健身步道36公里"] == "mass-sport")
    #expect(topics["体育产业总规模超过48亿元"] == "sport-industry")
  }

  @Test func `quotes rows that stand in the tables of its example`() throws {
    let guide = try String(contentsOf: Self.docs.appending(path: "sectors.md"), encoding: .utf8)
    let folder = Self.example.appending(path: "lexicon")
    let rows = try Set(
      BaseLexicon.files(in: folder).flatMap { file in
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      })
    let quoted = guide.matches(of: /```tsv\n((?:[^`]|\n)*?)```/).flatMap { $0.1.split(separator: "\n") }
    #expect(quoted.count > 8)
    for row in quoted { #expect(rows.contains(String(row)), "\(row)") }
  }
}
