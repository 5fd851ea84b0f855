// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Foundation
import Minutes
import Pages
import Settings
import TestKit
import Testing

@testable import Control
@testable import Daemon

/// An archive that is carried to another machine: the seeds' archive, exported, and read again from the file.
@Suite struct `A carried archive` {
  private let file: String

  init() throws {
    file = SeedArchive.shared.folder.appending(path: "carried-\(UUID().uuidString)").path
    let kept = SeedArchive.shared.folder.appending(path: "archive.sqlite").path
    let counts = try CarriedArchive.write(SeedArchive.shared.archive, kept: kept, to: file)
    #expect(counts.held > 10 && counts.missing == 0)
  }

  @Test func `is read where it lies, like any other`() throws {
    let carried = try MeetingArchive.readOnly(path: file)
    #expect(try carried.meetings() == SeedArchive.shared.archive.meetings())
  }

  @Test func `gives the same meetings and digests on another machine`() throws {
    let other = SeedArchive.shared.folder.appending(path: "other-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    let carried = try MeetingArchive.readOnly(path: file)
    let (pipeline, state) = try SeedArchive.pipeline(in: other)
    let arrivals = try pipeline.archive.take(
      try carried.carriedDocuments().map { document in
        let bytes = try #require(try carried.original(sha256: document.sha256))
        return try SeedArchive.keep(bytes, named: "import:" + document.name, document.provenance, in: state)
      }, boot: "", now: 0)
    _ = try pipeline.process(arrivals)
    let (here, there) = (try SeedArchive.shared.archive.meetings(), try pipeline.archive.meetings())
    #expect(here == there && !here.isEmpty)
  }

  @Test func `holds documents in the order in which they came, as what they were`() throws {
    let items = try #require(try CarriedArchive(path: file)).items
    #expect(Set(items.map(\.provenance)) == [.paraphrase, .invented])
    let descriptor = try items[0].open()
    defer { close(descriptor) }
    let bytes = FileHandle(fileDescriptor: descriptor).readDataToEndOfFile()
    let sha256 = try MeetingArchive.readOnly(path: file).carriedDocuments()[0].sha256
    #expect(SHA256.hex([UInt8](bytes)) == sha256)
  }

  @Test func `is none where the file is a report`() throws {
    #expect(try CarriedArchive(path: Repository.root.appending(path: "README.md").path) == nil)
  }

  @Test func `without documents is refused with what to do`() throws {
    let kept = SeedArchive.shared.folder.appending(path: "archive.sqlite").path
    let error = #expect(throws: InputError.self) { _ = try CarriedArchive(path: kept) }
    #expect(error?.description.contains("minutectl export archive") == true)
  }
}

@Suite struct `An export` {
  @Test func `of figures has a row for each, of as many cells as its head`() throws {
    var rows = 0
    try SeedArchive.shared.archive.eachRecord(MeetingFilter()) { record in
      for row in ExportTable.figures(of: record) { #expect(row.count == ExportTable.figures.count) }
      for row in ExportTable.priorities(of: record) { #expect(row.count == ExportTable.priorities.count) }
      rows += record.meeting.figures.count
    }
    #expect(rows > 50)
  }

  @Test func `in a file does not write over another`() throws {
    let path = SeedArchive.shared.folder.appending(path: "there-\(UUID().uuidString)").path
    try Data("x".utf8).write(to: URL(filePath: path))
    #expect(throws: InputError.self) { try ExportTarget(path: path, replaces: false) }
    let target = try ExportTarget(path: path, replaces: true)
    try target.write(Array("new".utf8))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "x")
    try target.end()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
  }

  @Test func `of an archive says why originals may be missing`() {
    #expect(ExportCommand.gone(0).isEmpty)
    #expect(ExportCommand.gone(1).contains("1 original is"))
    #expect(ExportCommand.gone(2).contains("2 originals are"))
    #expect(ExportCommand.gone(1).contains("KeepOriginals=") && ExportCommand.gone(1).contains("forget"))
  }

  @Test func `has no formula of a stranger, and numbers as they are`() throws {
    let entry = Entry(
      id: "a-01",
      fields: [
        .init("MINUTED_DELTA", "-5"), .init("MINUTED_SUBJECT", "=HYPERLINK(1)"),
        .init("MINUTED_RANK_TO", "3"),
      ])
    let line = CSVText.line(ExportTable.change(entry))
    #expect(line.contains(",'=HYPERLINK(1),") && line.contains(",-5,") && line.contains(",3,"), "\(line)")
  }
}
