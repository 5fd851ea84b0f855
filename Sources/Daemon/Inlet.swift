// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Inbox
internal import Minutes
internal import Settings

/// One drop folder with its way into the store and the ledger.
final class Inlet {
  /// What came of the files taken in one turn.
  struct Batch {
    var files: [ArrivedFile] = []
    var refusals: [Refusal] = []
    var entries: [Entry] = []
    fileprivate var names: [(FileName, Settling.Outcome)] = []
  }

  /// A file that is refused unread.
  struct Refusal {
    var file: ArrivedFile
    var error: DocumentError
  }

  var source: EventLoop.Source?
  private let folder: DropFolder
  private let intake: Intake
  private let path: String
  /// Names of the first folder stand alone in the ledger, those of others with their folder before them.
  private let prefix: [UInt8]
  private let notices: FolderNotices

  init(
    path: String, isFirst: Bool, setup: Setup, state: StateFolder, archive: MeetingArchive, machine: MachineEntries
  ) throws {
    self.path = path
    let prefix = isFirst ? [] : Array(path.utf8) + [UInt8(ascii: "/")]
    self.prefix = prefix
    notices = FolderNotices(path: path, machine: machine)
    folder = try DropFolder(path: path, options: DropFolder.Options(setup.configuration)) { name, state in
      // An archive that fails is found out by the turn that follows; here the file only counts as new.
      (try? archive.known(
        name: prefix + name.bytes, size: state.size, mtime: state.modified, ctime: state.changed, handle: state.handle))
        ?? false
    }
    intake = try Intake(
      folder: path, spool: state.spool, store: state.store, limit: Int64(setup.configuration.maxFileSize))
    intake.clean()
  }

  var descriptor: Int32 { folder.descriptor }
  var nextDeadline: UInt64 { folder.nextDeadline }
  var waiting: Int { folder.waiting }

  func open(at now: UInt64) -> [Entry] { notices.entries(folder.open(at: now)) }

  func drain(at now: UInt64) -> [Entry] { notices.entries(folder.drain(at: now)) }

  func due(at now: UInt64) -> [Entry] { notices.entries(folder.due(at: now)) }

  /// Copies complete files into the store; a full disk leaves them where they are.
  func take(limit: Int) -> Batch {
    var names: [FileName] = []
    while names.count < limit, let candidate = folder.next() { names.append(candidate.name) }
    guard !names.isEmpty else { return Batch() }
    do throws(InboxError) {
      return try intake.take(names).reduce(into: Batch()) { batch, outcome in add(outcome, to: &batch) }
    } catch {
      // Nothing was taken; the names are looked at again when they have settled.
      var batch = Batch()
      batch.names = names.map { ($0, .changed) }
      batch.entries = [notices.failure(error)]
      return batch
    }
  }

  /// Tells the folder what came of a batch, after the ledger has it.
  func finish(_ batch: Batch) {
    for (name, outcome) in batch.names { _ = folder.finished(name, outcome, at: EventLoop.now * 1000) }
  }

  private func add(_ outcome: Intake.Outcome, to batch: inout Batch) {
    switch outcome.result {
    case .success(let taken):
      batch.files.append(arrived(taken.name, taken.sha256, taken.state))
      batch.names.append((outcome.name, .done))
    case .failure(let error):
      if case .tooLarge(let size, let limit, let state) = error {
        let what = "文件\(size)字节，超过MaxFileSize=\(limit)"
        let error = DocumentError(.tooLarge, what, hint: "请拆分，或调高MaxFileSize=后再放入")
        batch.refusals.append(Refusal(file: arrived(outcome.name, nil, state), error: error))
      }
      batch.names.append((outcome.name, error.outcome))
    }
  }

  private func arrived(_ name: FileName, _ sha256: String?, _ state: FileState) -> ArrivedFile {
    ArrivedFile(
      name: prefix + name.bytes, display: String(decoding: prefix, as: UTF8.self) + name.description, sha256: sha256,
      size: state.size, mtime: state.modified, ctime: state.changed, handle: state.handle)
  }
}

extension DropFolder.Options {
  /// As the configuration has it.
  init(_ configuration: Configuration) {
    self.init()
    settle = configuration.settle.nanoseconds
    rescan = configuration.rescan.nanoseconds
    isRecursive = configuration.recursive
    ignore = IgnoreList(adding: configuration.ignore)
    requiresMountPoint = configuration.requireMountPoint
  }
}

extension Duration {
  /// Whole nanoseconds; what does not fit is the most there is.
  fileprivate var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = UInt64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max : product &+ UInt64(clamping: attoseconds / 1_000_000_000)
  }
}
