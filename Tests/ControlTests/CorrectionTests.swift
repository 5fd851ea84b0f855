// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Desk
import Digest
import Foundation
import Minutes
import Settings
import TestKit
import Testing

@testable import Control
@testable import Daemon

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
    ["correct", "--undo", "3"], ["withdraw", "a/b"], ["withdraw", "--reason", "x"],
    ["alias", "甲", "--reason", "x"],
    ["alias", "甲", "乙"], ["withdraw", "a/b", "--reason", " 　"], ["alias", "甲", "　", "--reason", "x"],
    ["correct", "a/b/figure:1", "--indicator", "　", "--reason", "x"], ["forget", "a/b", "--reason", "\n"],
    ["retract", "7f3a91c2", "--reason", String(repeating: "长", count: 2_001)],
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

  @Test func `is told in words, and where no digest says anything else`() throws {
    let text = #"{"ok":true,"edit":12,"amended":1,"said":["“床位”单位由个改为张"]}"#
    let reply = try JSONDecoder().decode(ControlClient.Reply.self, from: Data(text.utf8))
    #expect(
      EditReport.text(reply, undo: "correct") == """
        edit 12: 1 reading put right, no digest says anything else; to take it back: \
        minutectl correct --undo 12 --reason …
          “床位”单位由个改为张
        """)
  }

  @Test func `is told with the digest that is withdrawn with its meeting`() throws {
    let text = #"{"ok":true,"edit":13,"corrected":1,"own":"98861089aaaaaaaa"}"#
    let reply = try JSONDecoder().decode(ControlClient.Reply.self, from: Data(text.utf8))
    #expect(
      EditReport.text(reply, undo: "withdraw")
        == "edit 13: 1 digest corrected, the meeting's own digest 98861089 withdrawn; to take it back: "
        + "minutectl withdraw --undo 13 --reason …")
  }

  @Test func `is told with what holds again when it was taken back`() throws {
    let text = #"{"ok":true,"edit":15,"corrected":0,"withdrawn":2,"restored":["98861089aaaaaaaa"]}"#
    let reply = try JSONDecoder().decode(ControlClient.Reply.self, from: Data(text.utf8))
    #expect(EditReport.text(reply, undo: nil) == "edit 15: 2 digests withdrawn; 98861089 holds again")
  }
}

@Suite struct `A change that is handed to the daemon` {
  /// What a daemon takes of a line, whatever way it comes.
  private func taken(_ line: String, most: Int = CarriedEdit.mostBytes) throws -> String? {
    let path = FileManager.default.temporaryDirectory.appending(path: "c-\(UUID().uuidString.prefix(8))").path
    let loop = EventLoop()
    nonisolated(unsafe) var taken: String?
    let socket = try ControlSocket(path: path, loop: loop) { request, connection in
      taken = request.text("change") ?? connection.takeText(most: most)
      connection.reply(["ok": .bool(true)])
    }
    // The loop ends with the client, whatever it was answered.
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (over, left) = (ends[0], ends[1])
    defer { close(over) }
    let end = loop.watch(over) { _ in loop.stop() }
    let client = Thread {
      _ = try? ChangeBearer(path: path).bring(line)
      close(left)
    }
    client.start()
    _ = loop.run()
    end.cancel()
    withExtendedLifetime(socket) {}
    return taken
  }

  @Test(arguments: [10, 1 << 14, 1 << 14 + 1, 1 << 16, 1 << 20])
  func `comes whole, however long it is`(length: Int) throws {
    let line = String(repeating: "\"", count: length)
    #expect(try taken(line) == line)
  }

  /// A request as the daemon reads it.
  private func request(_ members: [String: String]) throws -> ControlRequest {
    try JSONDecoder().decode(ControlRequest.self, from: try JSONEncoder().encode(members))
  }

  @Test func `has its reason and its names in one line, and none where only white space is given`() throws {
    let asked = try request([
      "verb": "alias", "from": "　甲\u{85}", "to": "\u{200B}\n", "reason": " 误传\r\n 的稿子",
    ])
    #expect(asked.text("reason") == "误传 的稿子")
    #expect(asked.text("from") == "甲" && asked.text("to") == nil)
    #expect(asked.overlong == nil)
  }

  @Test func `has no reason of more than 2,000 characters`() throws {
    let longest = String(repeating: "长", count: 2_000)
    #expect(try request(["verb": "mark", "reason": longest]).overlong == nil)
    #expect(try request(["verb": "mark", "reason": longest + "x"]).overlong == "reason")
  }

  @Test func `is not taken where it is longer than any`() throws {
    #expect(try taken(String(repeating: "x", count: 1 << 20), most: 1 << 20 - 1) == nil)
  }
}

@Suite struct `Rules that are named` {
  @Test(arguments: [
    ("1+3f..1+9a", "1+3f", "1+9a"), ("1+9a", "", "1+9a"), ("..1+9a", "", "1+9a"), ("1+3f..", "1+3f", ""),
    ("..", "", ""),
  ])
  func `are those before and after, or the new ones alone`(text: String, earlier: String, later: String)
    throws
  {
    let range = try #require(RulesRange(argument: text))
    #expect(range.earlier == earlier && range.later == later)
  }

  @Test func `are none where nothing is written`() { #expect(RulesRange(argument: "") == nil) }
}

@Suite struct `Names in what people have put right` {
  private func said(_ lines: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "minuted-names-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("[Minuted]\n\(lines)\n".utf8).write(to: folder.appending(path: "minuted.conf"))
    let mark = Mark(
      subject: .meeting, words: "全省民政工作会议", span: Span(start: 0, end: 8), name: "全省民政工作会议")
    let amendment = Amendment(
      document: "", part: 1, mark: mark, field: .jurisdiction, before: "990000", after: "440000")
    return amendment.told(in: .naming(by: ConfigurationFolders(roots: [folder.path])))
  }

  @Test func `are those of the tables that the configuration names, too`() throws {
    let overlay = Repository.root.appending(path: "seeds/lexicon").path
    #expect(try said("LexiconPath=\(overlay)").contains("瀚海省"))
  }

  @Test(arguments: ["", "LexiconPath=/nowhere"])
  func `are those of the installed tables where no others can be read`(_ lines: String) throws {
    #expect(try said(lines).contains("广东省") && said(lines).contains("990000"))
  }
}
