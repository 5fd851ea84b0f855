// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Minutes
import TestKit
import Testing

@testable import Archive

/// Archives in the forms that there were: Tests/Fixtures/archives/form-N.sqlite.xz, up to migration N.
@Suite struct `An archive of an earlier form` {
  /// The forms that there is a fixture of.
  static let forms = Content.forms.filter { FileManager.default.fileExists(atPath: file($0).path) }
  private static let folder = Repository.fixtures.appending(path: "archives")

  private static func file(_ form: Int) -> URL { folder.appending(path: "form-\(form).sqlite.xz") }

  /// Lays the fixture of a form where an archive is looked for.
  private func lay(_ form: Int) throws -> TemporaryArchive {
    let temporary = try TemporaryArchive()
    temporary.close()
    let path = temporary.path
    try FileManager.default.removeItem(atPath: path)
    try run("xz --decompress --stdout '\(Self.file(form).path)' > '\(path)'")
    return temporary
  }

  private func run(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
  }

  @Test func `is there for every form that was given to users`() {
    #expect(Set(Self.forms).isSuperset(of: 1...13))
  }

  @Test(arguments: forms) func `is brought to today's, with all that it holds`(form: Int) throws {
    let temporary = try lay(form)
    try temporary.open()
    let archive = temporary.archive!
    #expect(try archive.meetings().map(\.id) == Content.meetings)
    #expect(try archive.search("养老", MeetingFilter()).map(\.meeting.id) == [Content.meetings[1]])
    #expect(try archive.digests(prefix: "d1").map(\.text) == ["摘要"])
    #expect(try archive.pendingEntries(limit: 9).map(\.id) == ["w-00"])
    #expect(try archive.entry(id: "d1-00")?.state == .landed)
    #expect(try archive.rejected(limit: 9).map(\.reason) == ["empty"])
    #expect(try archive.document(sha256: "22")?.report.meetings.first?.priorities.count == 2)
    #expect(try archive.told(of: MeetingKey(id: Content.meetings[1], provenance: .report))?.id == "d1")
    // What is new has its place too.
    try temporary.add("33", Samples.meeting(Samples.hanhai, "2025-03-01"))
    #expect(try archive.meetings().count == 3)
  }

  @Test(arguments: forms.filter { $0 != Content.forms.last }) func `is copied first, and told to a reader`(
    form: Int
  ) throws {
    let temporary = try lay(form)
    let error = #expect(throws: ArchiveError.self) { try MeetingArchive.readOnly(path: temporary.path) }
    #expect(error?.reason == .older)
    try temporary.open()
    let copy = MeetingArchive.copyBeforeMigration(of: temporary.path, from: form)
    let last = try DatabaseQueue(path: copy).read { db in
      try String.fetchOne(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid DESC")
    }
    #expect(last.map(Content.form) == form)
  }

  /// Writes the fixtures that are missing, for a new form: `MINUTED_MAKE_ARCHIVES=1`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MINUTED_MAKE_ARCHIVES"] != nil))
  func `is made for each form that has none`() throws {
    for form in Content.forms where !FileManager.default.fileExists(atPath: Self.file(form).path) {
      let temporary = try Content.archive(form: form)
      try run("xz --keep --stdout -9 '\(temporary.path)' > '\(Self.file(form).path)'")
    }
  }
}

/// What the fixtures hold, which is the same in each form as far as that has a place for it.
private enum Content {
  /// The numbers of all migrations, with which their names begin.
  static let forms = Schema.migrator.migrations.map(form)

  static func form(_ migration: String) -> Int { Int(migration.prefix { $0.isNumber }) ?? 0 }

  static let meetings = ["990000/民政工作会议/2023-03-01", "990000/民政工作会议/2024-03-01"]

  /// An archive in the form of so many migrations, with the rows of one in today's.
  static func archive(form: Int) throws -> TemporaryArchive {
    let whole = try TemporaryArchive()
    try fill(whole)
    whole.close()
    let temporary = try TemporaryArchive()
    temporary.close()
    try FileManager.default.removeItem(atPath: temporary.path)
    let queue = try DatabaseQueue(path: temporary.path)
    let last = try #require(Schema.migrator.migrations.first { Self.form($0) == form })
    try Schema.migrator.migrate(queue, upTo: last)
    try queue.inDatabase { db in
      try db.execute(sql: "ATTACH ? AS whole; PRAGMA foreign_keys = OFF", arguments: [whole.path])
      try copy(db)
      try db.execute(sql: "DETACH whole; VACUUM")
    }
    try queue.close()
    return temporary
  }

  private static func copy(_ db: Database) throws {
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
          AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite%' AND name <> 'grdb_migrations'
        """)
    for table in tables {
      let columns = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_info(?1, 'main') INTERSECT SELECT name FROM pragma_table_info(?1, 'whole')
          """, arguments: [table]
      ).map(\.quotedDatabaseIdentifier).joined(separator: ", ")
      try db.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM whole.\(table)")
    }
    let hasWords = "SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE name = 'words')"
    if try Bool.fetchOne(db, sql: hasWords) == true {
      try db.execute(sql: "INSERT INTO main.words (rowid, grams) SELECT rowid, grams FROM whole.words")
    }
  }

  private static func fill(_ temporary: TemporaryArchive) throws {
    let archive = temporary.archive!
    try temporary.add("11", Samples.meeting(Samples.hanhai, "2023-03-01"))
    let arrival = try archive.take([Samples.file("22.txt", sha256: "22")], boot: "boot", now: 1)[0].id
    var meeting = Samples.meeting(Samples.hanhai, "2024-03-01", tasks: 2)
    meeting.paragraphs = [Excerpt(text: "发展养老服务。", span: Span(start: 0, end: 7), paragraph: 1)]
    let digest = KeptDigest(
      id: "d1", meetingID: meetings[1], provenance: .report, baselines: [meetings[0]], previous: meetings[0],
      sources: ["22"], json: Array(json.utf8), text: "摘要", entries: 1)
    try archive.settle(
      Outcome(
        arrival: arrival,
        reading: Samples.reading("22", [meeting], name: "22.txt"),
        digests: [digest], entries: [OutboxEntry(id: "d1-00", digestID: "d1", fields: Array("[]".utf8))]),
      boot: "boot")
    try archive.confirm([("d1-00", "s=1")])
    try archive.enqueue([OutboxEntry(id: "w-00", digestID: nil, fields: Array("[]".utf8))])
    let refused = Samples.file("33.txt", sha256: nil, ctime: 5)
    try archive.refuse(refused, reason: "empty", entries: [], boot: "boot", now: 2)
  }

  /// As far as migrations look into it.
  private static let json = """
    {"baselines":[{"id":"990000/民政工作会议/2023-03-01","relation":"previous"}],"documents":[{"sha256":"22"}]}
    """
}
