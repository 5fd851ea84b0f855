// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Glibc
internal import Minutes
internal import Synchronization

/// Everything that minuted remembers: the ledger of files, documents, meetings, digests and the outbox.
///
/// SQLite is the truth, the journal a copy of it that can be written again. One daemon opens it for writing,
/// on one connection that writes and checkpoints; any number of `minutectl` read beside it. All calls block
/// until the disk has the commit.
package final class MeetingArchive: Sendable {
  let readings = ReadingCache()
  /// What is known without asking the database.
  let known = Mutex(Known())
  private let queue: DatabaseQueue
  let path: String

  /// Opens the archive at `path` for the daemon, making or migrating it.
  ///
  /// A database with something in it is copied beside itself before a migration
  /// (`archive.sqlite.before-4-from-3`). One that a newer minuted has written is refused untouched.
  package convenience init(path: String) throws(ArchiveError) {
    try self.init(path: path, migrator: Schema.migrator)
  }

  init(path: String, migrator: DatabaseMigrator) throws(ArchiveError) {
    self.path = path
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.writing)
      try queue.writeWithoutTransaction { db in
        try Self.secure(db, path)
        try Self.migrate(db, by: migrator, path)
      }
      try migrator.migrate(queue)
      try queue.write {
        try $0.execute(
          sql: "INSERT INTO programs (version) VALUES (?) ON CONFLICT DO NOTHING",
          arguments: [ProgramVersion.current])
      }
      try queue.writeWithoutTransaction(Self.beginLogAnew)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  private init(reading queue: DatabaseQueue, path: String) {
    self.queue = queue
    self.path = path
  }

  /// Opens the archive at `path` for reading, whether the daemon runs or not.
  ///
  /// While a writer has it open there is a file `-wal` beside it, and SQLite takes part in its protocol.
  /// Without one the database rests; a reader who may not write to the folder must then say that it is
  /// immutable, because otherwise SQLite would want to make that file.
  package static func readOnly(path: String) throws(ArchiveError) -> MeetingArchive {
    do {
      let rests = access(path + "-wal", F_OK) != 0
      let queue = try DatabaseQueue(path: rests ? immutable(path) : path, configuration: reading)
      try queue.read { try check($0, path) }
      return MeetingArchive(reading: queue, path: path)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Takes the log into the database and lets go of both, so that readers find it at rest.
  package func close() throws(ArchiveError) {
    do { try queue.close() } catch { throw ArchiveError(error, path: path) }
  }

  /// Makes everything that `body` does here one transaction: one commit for many files.
  ///
  /// What one call in it keeps, the next one sees. Where a call fails, all of it is undone.
  package func together(_ body: () throws(ArchiveError) -> Void) throws(ArchiveError) {
    try write { _ in try body() }
  }

  /// Runs `body` in one transaction: all of it is on the disk afterwards, or nothing. Within `together` it
  /// joins that one.
  func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do {
      return try queue.unsafeReentrantWrite { db in
        if db.isInsideTransaction { return try body(db) }
        // What a transaction counts holds only where it is committed.
        var isCommitted = false
        defer { if !isCommitted { known.withLock { ($0.meetings, $0.arrivals) = (nil, nil) } } }
        var value: Value?
        do {
          try db.inTransaction {
            value = try body(db)
            return .commit
          }
        } catch let error as DatabaseError where Self.hasNoRoom(error) {
          throw DatabaseError(resultCode: .SQLITE_FULL)
        }
        isCommitted = true
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return value
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// True for a write that a quota or a limit refused: SQLite calls only a disk without blocks full.
  ///
  /// It keeps the number of no error of a commit; errno is still that of the write, on the thread that made it.
  private static func hasNoRoom(_ error: DatabaseError) -> Bool {
    error.extendedResultCode == .SQLITE_IOERR_WRITE && [EDQUOT, EFBIG].contains(errno)
  }

  /// Writes one state of the whole archive into another file, which is not there yet or empty.
  func copy(to target: String) throws(ArchiveError) {
    do {
      // SQLite does this in no transaction.
      try queue.unsafeReentrantRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
    } catch {
      throw ArchiveError.copying(error, from: path, to: target)
    }
  }

  /// Runs `body` on one state of the archive: many statements lock it once.
  func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    try readStepwise { db in
      if db.isInsideTransaction { return try body(db) }
      var value: Value?
      try db.inTransaction(.deferred) {
        value = try body(db)
        return .commit
      }
      guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return value
    }
  }

  /// Runs what SQLite does in no transaction, such as a checkpoint or VACUUM INTO.
  func readStepwise<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do {
      return try queue.unsafeReentrantRead(body)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}

/// How the database is opened.
extension MeetingArchive {
  private static var writing: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.label = "archive"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    return configuration
  }

  private static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
    return configuration
  }

  /// Sets what a power cut and a hostile schema make necessary, and reads it back.
  ///
  /// GRDB sets `synchronous` to NORMAL when it turns WAL on, and NORMAL may roll back after a power loss.
  private static func secure(_ db: Database, _ path: String) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF")
    // Also outside of forgetting: pages that were freed before would keep the text of what is forgotten
    // later.
    try db.execute(sql: "PRAGMA secure_delete = ON")
    // With SQLite's 2 MB a twentieth of a burst went into reading the same pages again.
    try db.execute(sql: "PRAGMA cache_size = -16384")
    // A digest is half a megabyte with its entries: at SQLite's 4 MB a burst would be checkpointed, with two
    // fsyncs, every eight files. What a burst made larger shrinks again.
    try db.execute(sql: "PRAGMA wal_autocheckpoint = 8192; PRAGMA journal_size_limit = \(8192 * 4096)")
    let expected = ["synchronous": 2, "trusted_schema": 0, "foreign_keys": 1, "secure_delete": 1]
    for (name, value) in expected.sorted(by: { $0.key < $1.key })
    where try Int.fetchOne(db, sql: "PRAGMA \(name)") != value {
      throw ArchiveError(
        .failing, path: path, what: "SQLite does not take PRAGMA \(name)",
        hint: "use the libsqlite3 of Debian")
    }
  }

  /// Takes all that the write-ahead log has into the database and empties the log; not where the disk is full.
  ///
  /// What a minuted wrote whose fsync then failed may be seen there and never have reached the disk. The next
  /// power cut would take it, and with it all that was committed behind it since.
  private static func beginLogAnew(_ db: Database) throws {
    do {
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    } catch let error as DatabaseError {
      guard error.resultCode == .SQLITE_FULL || hasNoRoom(error) else { throw error }
    }
  }

  /// Refuses a newer database, and copies an older one before it is changed.
  private static func migrate(_ db: Database, by migrator: DatabaseMigrator, _ path: String) throws {
    try refuseNewer(db, migrator, path)
    let applied = try migrator.appliedMigrations(db)
    if applied.isEmpty || applied.count == migrator.migrations.count { return }
    let copy = copyBeforeMigration(of: path, from: applied.count, by: migrator)
    let part = copy + ".part"
    // A copy that a crash left half done would make VACUUM INTO fail for ever.
    unlink(part)
    try db.execute(sql: "VACUUM INTO ?", arguments: [part])
    try settle(part, as: copy)
  }

  /// Gives a copy its name once all of it is on the disk: one that was sound is there until another is.
  private static func settle(_ part: String, as copy: String) throws {
    let folder = String(copy.prefix(upTo: copy.lastIndex(of: "/") ?? copy.startIndex)) + "/"
    guard sync(part), Glibc.rename(part, copy) == 0, sync(folder) else {
      throw DatabaseError(resultCode: .SQLITE_IOERR, message: "\(copy): \(String(cString: strerror(errno)))")
    }
  }

  private static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// Where a database is copied to before it is migrated.
  ///
  /// The form that it has is named too: a migration of several steps that broke off leaves another form
  /// behind, and the copy of the first is what is wanted then. Example: `archive.sqlite.before-13-from-9`.
  static func copyBeforeMigration(
    of path: String, from form: Int, by migrator: DatabaseMigrator = Schema.migrator
  ) -> String {
    "\(path).before-\(migrator.migrations.count)-from-\(form)"
  }

  /// A database that nobody writes, on a disk that may not be written either.
  static func immutableQueue(path: String) throws -> DatabaseQueue {
    try DatabaseQueue(path: immutable(path), configuration: reading)
  }

  /// True where another process has the archive open: nothing may be put in its place then.
  ///
  /// A database that cannot be opened at all is held by nobody.
  package static func isHeld(path: String) -> Bool {
    guard access(path, F_OK) == 0 else { return false }
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE; ROLLBACK") }
      try queue.close()
      return false
    } catch {
      return [.SQLITE_BUSY, .SQLITE_LOCKED].contains((error as? DatabaseError)?.resultCode)
    }
  }

  /// Takes what stands in an archive's log into the archive, so that the one file is whole.
  ///
  /// What SQLite cannot read is left as it is; an archive that is in use is an error.
  package static func foldLog(path: String) throws(ArchiveError) {
    guard access(path, F_OK) == 0, access(path + "-wal", F_OK) == 0 else { return }
    do {
      let queue = try DatabaseQueue(path: path)
      let isBusy = try queue.writeWithoutTransaction {
        try Bool.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try queue.close()
      if isBusy == true { throw DatabaseError(resultCode: .SQLITE_BUSY, message: "somebody reads it") }
    } catch {
      let unreadable: [ResultCode] = [.SQLITE_NOTADB, .SQLITE_CORRUPT]
      if let error = error as? DatabaseError, unreadable.contains(error.resultCode) { return }
      throw ArchiveError(error, path: path)
    }
  }

  /// A reader needs exactly the form it knows.
  private static func check(_ db: Database, _ path: String) throws {
    try refuseNewer(db, Schema.migrator, path)
    guard try Schema.migrator.hasCompletedMigrations(db) else {
      throw ArchiveError(
        .older, path: path, what: "the archive has the form of an older minuted", hint: "start minuted once")
    }
  }

  static func refuseNewer(_ db: Database, _ migrator: DatabaseMigrator, _ path: String) throws {
    guard try migrator.hasBeenSuperseded(db) else { return }
    let last = "SELECT identifier FROM grdb_migrations ORDER BY rowid DESC LIMIT 1"
    let newest = try String.fetchOne(db, sql: last) ?? ""
    throw ArchiveError(
      .newer, path: path,
      what: "a newer minuted has written this archive: it has “\(newest)”, minuted \(ProgramVersion.current) "
        + "knows no more than “\(migrator.migrations.last ?? "")”",
      hint: "install \(try wanted(db)) again, or put the copy from before the upgrade back")
  }

  /// The minuted that wrote last, by name where it left one.
  private static func wanted(_ db: Database) throws -> String {
    let last = "SELECT version FROM programs ORDER BY first DESC, rowid DESC LIMIT 1"
    let version = try db.tableExists("programs") ? String.fetchOne(db, sql: last) : nil
    return version.flatMap { $0 == ProgramVersion.current ? nil : "minuted \($0)" } ?? "that version"
  }

  /// A URI of SQLite for the file, with what a URI cannot hold escaped.
  private static func immutable(_ path: String) -> String {
    let escaped = path.utf8.map { byte in
      byte > 0x20 && byte < 0x7F && !"%?#".utf8.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "file:" + escaped.joined() + "?immutable=1"
  }
}
