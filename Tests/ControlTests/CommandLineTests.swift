// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Control

private func latest() throws -> String {
  let kept = try SeedArchive.shared.archive.digests(
    ofMeeting: "990000/民政工作会议/2024-03-08", provenance: .invented)
  return String(try #require(kept.first).id.prefix(8))
}

/// A call of each command over the archive; `@` stands for the digest of the province's meeting of 2024.
private let calls = [
  ["list", "--meeting-since", "2024-01-01", "--meeting-until", "2024-12-31"], ["show", "990000/民政工作会议/2024"],
  ["digest", "@"], ["digest", "@", "--refreshed"], ["search", "养老"], ["series", "瀚海省"],
  ["series", "护理型床位占比"], ["matrix", "--year", "2023"], ["matrix", "--year", "2023", "--of", "江苏"],
  ["peers", "护理型床位占比"], ["targets", "瀚海省"], ["explain", "@-01"], ["cite", "@-01"],
  ["changes", "--since", "2000-01-01"], ["gaps", "--year", "2023", "--sector", "民政"], ["status"],
]

@Suite struct `Every command over the archive` {
  private func filled(_ call: [String]) throws -> [String] {
    let id = try latest()
    return call.map { $0.replacing("@", with: id) }
  }

  @Test(arguments: calls) func `answers people, without escape sequences where there is no terminal`(
    _ call: [String]
  ) throws {
    let run = try Program.run(try filled(call))
    #expect(run.status == 0 && run.complaint.isEmpty, "\(run.complaint)")
    #expect(!run.out.isEmpty && !run.out.contains("\u{1B}"))
  }

  @Test(arguments: calls) func `answers machines, an object a line`(_ call: [String]) throws {
    let run = try Program.run(try filled(call) + ["--json"])
    #expect(run.status == 0 && !run.lines.isEmpty, "\(run.complaint)")
    for line in run.lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  @Test(arguments: calls) func `says what is wrong where there is no archive, in one line`(_ call: [String])
    throws
  {
    let run = try Program.run(try filled(call), archive: "/nonexistent/archive.sqlite")
    #expect(run.status == 69 && run.out.isEmpty)
    #expect(run.complaint.hasPrefix("minutectl: ") && run.complaint.split(separator: "\n").count == 1)
  }

  @Test(arguments: calls) func `ends by itself over an empty archive`(_ call: [String]) throws {
    let path = SeedArchive.shared.folder.appending(path: "empty-\(UUID().uuidString).sqlite").path
    _ = try MeetingArchive(path: path)
    let run = try Program.run(try filled(call), archive: path)
    #expect(run.status == 0 || (run.status == 1 && !run.complaint.isEmpty), "\(run.complaint)")
  }

  @Test(
    arguments: [("series", "瀚海省"), ("targets", "瀚海省"), ("explain", "@-01"), ("search", "养老")], [40, 60, 132])
  func `fits the terminal`(_ call: (String, String), _ columns: Int) throws {
    let run = try Program.run(try filled([call.0, call.1]), columns: columns)
    #expect(run.status == 0)
    // Only a word that cannot be broken, such as a file's name, runs over.
    let wide = run.lines.filter { line in
      DisplayWidth.of(String(line)) > columns && !line.contains(".txt") && call.0 != "series"
    }
    #expect(wide.isEmpty, "\(wide.prefix(3))")
  }

  @Test(arguments: [
    ["show", "99"], ["digest", "zz"], ["explain", "zz-01"], ["explain", "@-999"], ["cite", "@"],
  ])
  func `refuses an id that names none or several, with what to do`(_ call: [String]) throws {
    let run = try Program.run(try filled(call))
    #expect(run.status == 1 && run.out.isEmpty)
    #expect(run.complaint.contains("minutectl list") || run.complaint.contains("its changes"))
  }
}

@Suite struct `A meeting` {
  @Test func `is shown by its digest's id, which the list prints`() throws {
    let run = try Program.run(["show", try latest(), "--json"])
    #expect(run.status == 0 && run.out.contains("990000/民政工作会议/2024-03-08"), "\(run.complaint)")
  }

  @Test func `has its digest in force shown by its own id, and says which that is`() throws {
    let id = try latest()
    let run = try Program.run(["digest", "990000/民政工作会议/2024-03-08"])
    #expect(
      run.status == 0 && run.complaint.contains("990000/民政工作会议/2024-03-08: digest \(id.prefix(8)), in force"))
    #expect(run.out == (try Program.run(["digest", id]).out))
    #expect(try Program.run(["digest", "990000/民政工作会议/1999-01-01"]).status == 1)
  }

  @Test func `is shown by its place, or the ids of the place's meetings are`() throws {
    let run = try Program.run(["show", "瀚海省"])
    #expect(run.status == 1 && run.complaint.contains("990000/民政工作会议/2024-03-08"))
    #expect(try Program.run(["show", "深圳", "--json"]).out.contains("440300/"))
  }

  @Test func `of a year is asked for by its option`() throws {
    #expect(try Program.run(["report", "2026"]).complaint.contains("--year 2026"))
  }

  @Test(arguments: [("5a4e25", true), ("12345678", true), ("330000", false), ("2023", false), ("浙江", false)])
  func `is told from a place by the digits of its digest's id`(_ word: String, _ isMeeting: Bool) {
    #expect(MeetingReport.names(word) == isMeeting)
  }
}

@Suite struct `Text that is long` {
  @Test func `is broken at the end of a terminal's line, and whole where it is piped`() throws {
    let id = try latest()
    let (piped, shown) = (
      try Program.run(["cite", "\(id)-01"]), try Program.run(["cite", "\(id)-01"], columns: 100)
    )
    #expect(piped.lines.contains { DisplayWidth.of(String($0)) > 100 })
    #expect(shown.lines.allSatisfy { DisplayWidth.of(String($0)) <= 100 })
    #expect(shown.lines.joined().replacing(" ", with: "") == piped.lines.joined().replacing(" ", with: ""))
    let digest = try Program.run(["digest", id], columns: 60)
    #expect(digest.lines.allSatisfy { DisplayWidth.of(String($0)) <= 60 })
  }

  @Test func `is whole in tables that are piped`() throws {
    let (piped, cut) = (try Program.run(["series", "瀚海省"]), try Program.run(["series", "瀚海省"], columns: 60))
    #expect(cut.out.contains("…") && !piped.out.contains("…") && !piped.out.contains("年未列"))
  }
}

@Suite struct `The status of another archive` {
  @Test func `says nothing of the service here`() throws {
    let run = try Program.run(["status"])
    #expect(!run.out.contains("Service: ") && run.out.contains("Kept: "))
    #expect(try Program.run(["status", "--json"]).out.contains("\"service\":null"))
  }
}

@Suite(.enabled(if: geteuid() == 0)) struct `Who may not read` {
  /// A run as nobody, who is in no group.
  private func asNobody(_ arguments: [String]) throws -> Run {
    try Program.call(
      ["--reuid=65534", "--regid=65534", "--clear-groups", Program.link.path] + arguments,
      of: "/usr/bin/setpriv")
  }

  /// A folder that nobody may reach, which the tests' own temporary one need not be.
  private func folder() throws -> URL {
    let folder = URL(filePath: "/tmp/minuted-nobody-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `the journal is told so, and does not wait for ever`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appending(path: "system.journal"))
    chmod(folder.appending(path: "system.journal").path, 0o640)
    let run = try asNobody(["follow", "--directory", folder.path])
    #expect(run.status == 1 && run.complaint.contains("systemd-journal"))
  }

  @Test func `a folder is told so, as where there is nothing in it`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Program.call(["import", folder.path]).complaint.contains("holds no reports"))
    let closed = folder.appending(path: "2023")
    try FileManager.default.createDirectory(at: closed, withIntermediateDirectories: true)
    chmod(closed.path, 0o700)
    let run = try asNobody(["import", folder.path])
    #expect(run.status == 1 && run.complaint.contains("\(closed.path): Permission denied"))
  }

  @Test func `the archive is told so`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "archive.sqlite").path
    _ = try MeetingArchive(path: path)
    chmod(path, 0o600)
    #expect(try asNobody(["list", "--archive", path]).complaint.contains("group minuted"))
  }
}

@Suite struct `A digest compared anew` {
  @Test func `says on what it rests and is the same where nothing came`() throws {
    let id = try latest()
    let run = try Program.run(["digest", id, "--refreshed"])
    let sent = try Program.run(["digest", id])
    #expect(run.out.contains(sent.lines[0]))
    #expect(run.lines[0].contains(id))
  }

  @Test func `is told in the language that is asked for`() throws {
    let run = try Program.run(["digest", try latest(), "--refreshed", "--lang", "en"])
    #expect(run.lines[0].hasPrefix("(") && run.out.contains("vice governor: 陆承泽 -> 邵令仪"))
  }

  @Test func `goes not with what has ids`() throws {
    #expect(try Program.run(["digest", "00", "--refreshed", "--entries"]).status == 64)
  }
}

@Suite struct `The version` {
  @Test func `is the one of the package`() throws {
    let path = Repository.root.appending(path: "packaging/debian/changelog")
    let head = try #require(String(contentsOf: path, encoding: .utf8).split(separator: "\n").first)
    #expect(head.hasPrefix("minuted (\(ProgramVersion.current)) "))
  }
}
