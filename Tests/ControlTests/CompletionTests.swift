// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite struct `Completion` {
  private static let archive = SeedArchive.shared.folder.appending(path: "archive.sqlite").path

  /// The script of a shell, as the installer writes it.
  private func script(_ shell: String) throws -> URL {
    let run = try Program.call(["--generate-completion-script", shell])
    try #require(run.status == 0 && !run.out.isEmpty)
    let file = SeedArchive.shared.folder.appending(path: "completion-\(UUID().uuidString).\(shell)")
    try Data(run.out.utf8).write(to: file)
    return file
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `is a script that its shell takes`(_ shell: String) throws {
    let run = try Program.call(["-n", try script(shell).path], of: "/usr/bin/\(shell)")
    #expect(run.status == 0 && run.complaint.isEmpty, "\(run.complaint)")
  }

  /// What bash offers behind a line, whose last word is the one that is being written.
  private func offered(_ words: String...) throws -> [String] {
    let line = ["minutectl"] + words
    let program = """
      PATH=\(Program.link.deletingLastPathComponent().path):$PATH
      source \(try script("bash").path)
      COMP_WORDS=(\(line.map { "'\($0)'" }.joined(separator: " ")))
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}
      _minutectl minutectl "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try Program.call(["-c", program], of: "/usr/bin/bash")
    return run.lines.map { String($0).replacing("\\", with: "") }
  }

  @Test func `offers commands and options`() throws {
    #expect(try offered("se").contains("search") && offered("se").contains("series"))
    #expect(try offered("list", "--mee").sorted() == ["--meeting-since", "--meeting-until"])
    #expect(try offered("changes", "--change", "drop") == ["dropped"])
  }

  @Test func `offers ids of meetings, digests and changes`() throws {
    let meetings = try offered("show", "--archive", Self.archive, "990000/")
    #expect(meetings.contains("990000/民政工作会议/2024-03-08"), "\(meetings)")
    let digests = try offered("digest", "--archive", Self.archive, "")
    #expect(digests.count > 5 && digests.allSatisfy { $0.count == 8 })
    let id = try #require(digests.first)
    #expect(try offered("digest", "--archive", Self.archive, String(id.prefix(5))).contains(id))
    #expect(try offered("explain", "--archive", Self.archive, id).contains { $0.hasPrefix("\(id)-0") })
  }

  @Test func `offers places, indicators and sectors`() throws {
    let places = try offered("targets", "--archive", Self.archive, "瀚")
    #expect(places.contains("瀚海省") && places.allSatisfy { $0.hasPrefix("瀚") })
    #expect(try offered("peers", "--archive", Self.archive, "护理型").contains("护理型床位占比"))
    #expect(try offered("list", "--archive", Self.archive, "--sector", "").contains("民政"))
    #expect(try offered("list", "--archive", Self.archive, "--division", "99").contains("990000"))
  }

  @Test func `offers nothing and says nothing where there is no archive`() throws {
    #expect(try offered("digest", "--archive", "/nonexistent.sqlite", "").filter { !$0.isEmpty }.isEmpty)
  }
}
