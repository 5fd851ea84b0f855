// SPDX-License-Identifier: Apache-2.0
import Digest
import Foundation
import GRDB
import Glibc
import Minutes
import Settings
import Testing

@testable import Archive
@testable import Daemon

/// The pages that the daemon writes beside its digests.
@Suite struct `Pages` {
  static let names = [
    "example/2023/2023-02-24-hanhai-minzheng.txt", "example/2024/2024-03-08-hanhai-minzheng.txt",
  ]

  /// Two meetings that were told, and the pages of their digests as the entries name them.
  private func told(_ bench: Bench) throws -> [String] {
    _ = try bench.arrive(
      try Self.names.map { (name: $0.components(separatedBy: "/").last ?? $0, text: try seed($0)) })
    return try bench.values("MINUTED_REPORT", of: "digest")
  }

  /// Runs the loop with pages until a file is there, or a minute is over.
  private func run(_ bench: Bench, until path: String) throws -> ReportPages {
    try run(bench) { _ in FileManager.default.fileExists(atPath: path) }
  }

  /// The same until something holds, given what was complained of.
  private func run(_ bench: Bench, until isOver: @escaping ([String]) -> Bool) throws -> ReportPages {
    let loop = EventLoop()
    let pages = try #require(
      try ReportPages(setup: bench.setup, state: bench.state, pipeline: bench.pipeline, loop: loop))
    var complaints: [String] = []
    pages.complain = { complaints.append($0) }
    pages.begin()
    let deadline = EventLoop.now + 60_000_000
    var clock: EventLoop.Source?
    clock = loop.timer {
      if isOver(complaints) || EventLoop.now > deadline { return loop.stop() }
      clock?.fire(at: EventLoop.now + 5_000)
    }
    clock?.fire(at: EventLoop.now)
    #expect(loop.run() == 0)
    #expect(isOver(complaints))
    pages.stop()
    return pages
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func `are written where the digests said they would be`() throws {
    let bench = try Bench()
    let paths = try told(bench)
    #expect(paths.count == 2)
    _ = try run(bench, until: paths[1])
    for path in paths { #expect(try text(path).contains("Content-Security-Policy")) }
    #expect(try text(paths[1]).contains("<h1>瀚海省民政2024比2023"))
  }

  @Test
  func `of a correction tell what was corrected, and that of the digest before by what it was replaced`()
    throws
  {
    let bench = try Bench()
    for path in ["2022/2022-03-02", "2024/2024-03-08", "2023/2023-02-24"] {
      _ = try bench.arrive([("\(path.prefix(4)).txt", try seed("example/\(path)-hanhai-minzheng.txt"))])
    }
    let entry = try #require(try bench.entries("correction").first)
    let (path, before) = (try #require(entry["MINUTED_REPORT"]), try #require(entry["MINUTED_SUPERSEDES"]))
    _ = try run(bench, until: path)
    let page = try text(path)
    #expect(page.contains("<h2>更正</h2>") && page.contains("原以"), "the section of the digest")
    #expect(page.contains("<h1>更正 ") && page.contains("取代摘要 \(before.prefix(8))"))
    #expect(page.contains("<a href=\"index.html\">收件一览</a>") && !page.contains("minutectl digest"))
    let old = URL(filePath: path).deletingLastPathComponent().appending(path: "\(before).html").path
    let id = URL(filePath: path).lastPathComponent.prefix(8)
    #expect(try text(old).contains("【已由摘要\(id.prefix(8))取代"))
  }

  @Test func `list every arrival with what became of it`() throws {
    let bench = try Bench()
    let paths = try told(bench)
    let text = try seed(Self.names[0])
    _ = try bench.arrive([("<img src=x>.txt", text), ("空.txt", "今天天气很好。")])
    let index = bench.folder.appending(path: "reports/index.html").path
    _ = try run(bench, until: index)
    let page = try self.text(index)
    #expect(page.contains("2024-03-08-hanhai-minzheng.txt"))
    #expect(page.contains("href=\"\(URL(filePath: paths[1]).lastPathComponent)\""))
    #expect(page.contains("&lt;img src=x&gt;.txt") && !page.contains("<img"))
    #expect(page.contains("重复") && page.contains("内容相同，未再比较"))
    #expect(page.contains("拒收"))
  }

  @Test func `are linked from each report of their meeting, the corrected one from all`() throws {
    let bench = try Bench()
    _ = try told(bench)
    let more = try seed(Self.names[1]).replacing("2024年3月8日", with: "3月8日")
    _ = try bench.arrive([("转载.txt", more + "\n全省新增养老机构321家。\n")])
    let key = MeetingKey(
      id: try #require(try bench.values("MINUTED_MEETING_ID", of: "digest").last), provenance: .invented)
    let current = try #require(try bench.archive.currentDigest(of: key))
    let index = bench.folder.appending(path: "reports/index.html").path
    _ = try run(bench, until: index)
    #expect(try text(index).components(separatedBy: "href=\"\(current).html\"").count == 3)
  }

  @Test func `that a crash left out are written at the next start, and no other anew`() throws {
    let bench = try Bench()
    let paths = try told(bench)
    _ = try run(bench, until: paths[1])
    try Data("kept".utf8).write(to: URL(filePath: paths[1]))
    try FileManager.default.removeItem(atPath: paths[0])
    _ = try run(bench, until: paths[0])
    #expect(try text(paths[0]).contains("</html>"))
    #expect(try text(paths[1]) == "kept")
  }

  @Test func `that ended the daemon three times are left out, and the others are written`() throws {
    let bench = try Bench()
    let paths = try told(bench)
    try note("0 1 3\n", in: bench)
    let first = try #require(try bench.archive.digestNumbers(after: 0, limit: 1).first?.id)
    let (left, other) = paths[0].contains(first) ? (paths[0], paths[1]) : (paths[1], paths[0])
    _ = try run(bench, until: other)
    #expect(!FileManager.default.fileExists(atPath: left))
  }

  /// Leaves a note on how far the pages are, as an earlier daemon or somebody else would.
  private func note(_ text: String, in bench: Bench) throws {
    let folder = bench.folder.appending(path: "reports")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: PageProgress.file))
  }

  @Test(arguments: [
    "-9223372036854775808 0 0", "0 1 -9223372036854775808", "0 1 9223372036854775807 9223372036854775807",
    "1 2 3 4 5",
  ])
  func `are written whatever the note on how far they are says`(_ text: String) throws {
    let bench = try Bench()
    let paths = try told(bench)
    try note(text, in: bench)
    let last = try #require(try bench.archive.digestNumbers(after: 1, limit: 1).first?.id)
    _ = try run(bench, until: try #require(paths.first { $0.contains(last) }))
  }

  @Test(arguments: ["3 0 0", "9223372036854775807 0 0 0"])
  func `begin anew beside an archive that has told less than they show`(_ text: String) throws {
    let bench = try Bench()
    let paths = try told(bench)
    try note(text, in: bench)
    for path in paths { try Data("of another archive".utf8).write(to: URL(filePath: path)) }
    _ = try run(bench) { _ in
      paths.allSatisfy { (try? self.text($0).contains("</html>")) == true }
    }
  }

  @Test func `leave the page of arrivals out that ended the daemon three times, and say so`() throws {
    let bench = try Bench()
    let paths = try told(bench)
    try note("0 0 0 3", in: bench)
    let index = bench.folder.appending(path: "reports/index.html").path
    _ = try run(bench) { complaints in
      complaints.count == 1 && complaints[0].hasPrefix(index)
        && paths.allSatisfy(FileManager.default.fileExists)
    }
    #expect(!FileManager.default.fileExists(atPath: index))
  }

  @Test func `of arrivals are counted before they are begun, and no count is left behind`() throws {
    let bench = try Bench()
    let paths = try told(bench)
    let note = bench.folder.appending(path: "reports/\(PageProgress.file)").path
    _ = try run(bench) { _ in
      paths.allSatisfy(FileManager.default.fileExists)
        && (try? self.text(note).split(separator: " ").first != "0") == true
    }
    #expect(try text(note).split { $0 == " " || $0 == "\n" }.suffix(3) == ["0", "0", "0"])
    var progress = PageProgress()
    for isWorthATry in [true, true, true, false] {
      #expect(progress.beginArrivals() == isWorthATry)
      progress = PageProgress(progress.bytes)
    }
  }

  @Test func `wait for an archive that cannot be asked`() throws {
    let bench = try Bench()
    let paths = try told(bench)
    try bench.archive.write { try $0.execute(sql: "UPDATE digests SET sources = '?' || sources") }
    _ = try run(bench) { !$0.isEmpty }
    let note = bench.folder.appending(path: "reports/\(PageProgress.file)").path
    #expect(try text(note).hasPrefix("0 1 1 "))
    try bench.archive.write { try $0.execute(sql: "UPDATE digests SET sources = substr(sources, 2)") }
    _ = try run(bench) { _ in paths.allSatisfy(FileManager.default.fileExists) }
  }

  @Test func `never wait for the other end of a FIFO that stands in their place`() throws {
    let bench = try Bench()
    let path = bench.folder.path
    for name in [PageProgress.file, ".index.html.tmp"] { #expect(mkfifo("\(path)/\(name)", 0o600) == 0) }
    let folder = ReportFolder(path: path)
    #expect(folder.read(PageProgress.file).isEmpty)
    #expect(throws: ReportFolder.Failure.self) { try folder.note([1], as: PageProgress.file) }
    // With somebody at its other end it opens, and is no file yet.
    let reader = open("\(path)/\(PageProgress.file)", O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    #expect(throws: ReportFolder.Failure.self) { try folder.note([1], as: PageProgress.file) }
    try folder.write([2], as: "index.html")
    #expect(folder.read("index.html") == [2])
  }

  @Test func `are not wanted by those who say no`() throws {
    let bench = try Bench()
    let setup = try bench.reconfigured("ReportDirectory=no")
    let pages = try ReportPages(setup: setup, state: bench.state, pipeline: bench.pipeline, loop: EventLoop())
    #expect(pages == nil)
  }

  @Test func `stop the start where they cannot be written, with the lines that mend it`() throws {
    let error = #expect(throws: StartupError.self) { try ReportFolder.named("/nowhere/at all/100%") }
    #expect(error?.exitCode == .configuration)
    #expect(error?.hint.contains("install -d -o minuted -g minuted -m 0750 '/nowhere/at all/100%'") == true)
    #expect(
      error?.hint.contains("{ echo '[Service]'; echo 'ReadWritePaths=\"/nowhere/at all/100%%\"'; } >") == true
    )
    #expect(error?.hint.contains("\\") == false, "systemctl status would show it without")
  }

  @Test(arguments: [
    ("/home/li/reports", ["ProtectHome=tmpfs", "BindPaths=/home/li/reports"]),
    ("/root/reports", ["ProtectHome=tmpfs", "BindPaths=/root/reports"]),
    ("/tmp/reports", ["BindPaths=/tmp/reports"]), ("/homes/li", ["ReadWritePaths=/homes/li"]),
    ("/srv/www/reports", ["ReadWritePaths=/srv/www/reports"]),
  ])
  func `in a place that the unit hides need it bound`(_ path: String, _ lines: [String]) {
    #expect(ReportFolder.settings(path) == lines)
  }
}
