// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Minutes
import Testing

@testable import Archive

@Suite struct `Opening the archive` {
  @Test func `sets what a power cut makes necessary`() throws {
    let temporary = try TemporaryArchive()
    let names = ["journal_mode", "synchronous", "foreign_keys", "trusted_schema"]
    #expect(try temporary.archive.pragmas(names) == ["wal", "2", "1", "0"])
  }

  @Test func `reads beside an open writer what it has just committed`() throws {
    let temporary = try TemporaryArchive()
    let reader = try MeetingArchive.readOnly(path: temporary.path)
    try temporary.add("1", Samples.meeting(Samples.hanhai, "2023-03-01"))
    #expect(try reader.meetings().count == 1)
    #expect(throws: ArchiveError.self) {
      try reader.enqueue([OutboxEntry(id: "x", digestID: nil, fields: [])])
    }
  }

  @Test func `reads a resting archive without leaving a file behind`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("1", Samples.meeting(Samples.hanhai, "2023-03-01"))
    temporary.close()
    #expect(temporary.names == ["archive.sqlite"])
    let reader = try MeetingArchive.readOnly(path: temporary.path)
    #expect(try reader.meetings().count == 1)
    #expect(temporary.names == ["archive.sqlite"])
  }

  @Test func `leaves nothing in the log that an earlier life may have written in vain`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("1", Samples.meeting(Samples.hanhai, "2023-03-01"))
    let killed = try TemporaryArchive()
    killed.close()
    // As a kill leaves it: nothing closed, nothing taken over from the log.
    for ending in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(filePath: temporary.path + ending))
      try bytes.write(to: URL(filePath: killed.path + ending))
    }
    try killed.open()
    #expect(try Data(contentsOf: URL(filePath: killed.path + "-wal")).isEmpty)
    #expect(try killed.archive.meetings().count == 1)
  }

  @Test func `tells a reader that there is none yet`() throws {
    let error = #expect(throws: ArchiveError.self) {
      try MeetingArchive.readOnly(path: "/nonexistent/a.sqlite")
    }
    #expect(error?.reason == .absent)
  }

  @Test func `refuses a file that is no archive`() throws {
    let temporary = try TemporaryArchive()
    let path = temporary.folder + "/other"
    try String(repeating: "no database ", count: 100).write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: ArchiveError.self) { try MeetingArchive(path: path) }
    #expect(error?.reason == .foreign)
  }

  @Test func `refuses a database of a newer minuted, for writing and reading`() throws {
    let temporary = try TemporaryArchive()
    temporary.close()
    do { _ = try MeetingArchive(path: temporary.path, migrator: Schema.newer) }
    let writing = #expect(throws: ArchiveError.self) { try temporary.open() }
    #expect(writing?.reason == .newer)
    #expect(writing?.what.contains("it has “\(Schema.newer.migrations.last ?? "?")”") == true)
    let reading = #expect(throws: ArchiveError.self) { try MeetingArchive.readOnly(path: temporary.path) }
    #expect(reading?.reason == .newer)
  }

  @Test func `names the version of minuted that a newer database wants`() throws {
    let temporary = try TemporaryArchive()
    temporary.close()
    do { _ = try MeetingArchive(path: temporary.path, migrator: Schema.newer) }
    try DatabaseQueue(path: temporary.path).write { db in
      try db.execute(sql: "INSERT INTO programs (version, first) VALUES ('9.1.0', 9000000000000000)")
    }
    let error = #expect(throws: ArchiveError.self) { try temporary.open() }
    #expect(error?.hint.hasPrefix("install minuted 9.1.0 again") == true)
    #expect(error?.what.contains("minuted \(ProgramVersion.current) knows no more") == true)
  }

  @Test func `copies what is there before it migrates`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("1", Samples.meeting(Samples.hanhai, "2023-03-01"))
    temporary.close()
    do { _ = try MeetingArchive(path: temporary.path, migrator: Schema.newer) }
    let count = Schema.newer.migrations.count
    let name = ".before-\(count)-from-\(Schema.migrator.migrations.count)"
    #expect(temporary.names == ["archive.sqlite", "archive.sqlite" + name])
    let copy = try MeetingArchive.readOnly(path: temporary.path + name)
    #expect(try copy.meetings().count == 1)
  }

  @Test func `keeps the copy of the first form where a migration of two steps broke off`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("1", Samples.meeting(Samples.hanhai, "2023-03-01"))
    temporary.close()
    struct Torn: Error {}
    func migrator(fails: Bool) -> DatabaseMigrator {
      var migrator = Schema.newer
      migrator.registerMigration("of a later version, second step") { _ in if fails { throw Torn() } }
      return migrator
    }
    #expect(throws: (any Error).self) {
      try MeetingArchive(path: temporary.path, migrator: migrator(fails: true))
    }
    do { _ = try MeetingArchive(path: temporary.path, migrator: migrator(fails: false)) }
    let (first, last) = (Schema.migrator.migrations.count, Schema.newer.migrations.count + 1)
    let names = [first, first + 1].map { "archive.sqlite.before-\(last)-from-\($0)" }
    #expect(temporary.names == ["archive.sqlite"] + names)
    let copy = try MeetingArchive.readOnly(path: temporary.path + ".before-\(last)-from-\(first)")
    #expect(try copy.meetings().count == 1)
  }

  @Test func `copies nothing where nothing is to be migrated`() throws {
    let temporary = try TemporaryArchive()
    temporary.close()
    try temporary.open()
    #expect(!temporary.names.contains { $0.contains("before") })
  }
}
