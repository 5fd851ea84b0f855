// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Inbox
internal import Minutes
internal import Settings

/// One drop folder with its way into the store and the ledger.
final class Inlet {
  /// What a folder has to say besides files: about itself, and about files that it gave up.
  struct News {
    var entries: [Entry] = []
    var refusals: [Refusal] = []
  }

  /// What came of the files taken in one turn.
  struct Batch {
    var files: [ArrivedFile] = []
    var news = News()
    /// Why nothing was taken: it concerns the machine, not the files.
    var failure: InboxError?
    fileprivate var names: [(FileName, Settling.Outcome)] = []
  }

  var source: EventLoop.Source?
  private let folder: DropFolder
  private let intake: Intake
  let path: String
  /// Names of the first folder stand alone in the ledger, those of others with their folder before them.
  private let prefix: [UInt8]
  private let notices: FolderNotices
  private let archive: MeetingArchive
  /// Sub-folders whose files are read and not told: `Hold=`.
  private let held: IgnoreList
  /// Which folder the archive knows to stand under the path.
  private var known: [UInt8]?

  init(
    path: String, isFirst: Bool, setup: Setup, state: StateFolder, archive: MeetingArchive,
    machine: MachineEntries
  ) throws {
    self.path = path
    let prefix = isFirst ? [] : Array(path.utf8) + [UInt8(ascii: "/")]
    self.prefix = prefix
    notices = FolderNotices(path: path, machine: machine)
    self.archive = archive
    held = IgnoreList(only: setup.configuration.hold)
    known = try archive.folder(at: path)
    folder = try DropFolder(path: path, options: DropFolder.Options(setup.configuration), lasting: known) {
      name, state in
      // An archive that fails is found out by the turn that follows; here the file only counts as new.
      (try? archive.known(
        name: prefix + name.bytes, size: state.size, mtime: state.modified, ctime: state.changed,
        handle: state.handle))
        ?? false
    }
    intake = try Intake(
      folder: path, spool: state.spool, store: state.store, limit: Int64(setup.configuration.maxFileSize))
    try intake.clean()
  }

  var descriptor: Int32 { folder.descriptor }
  var nextDeadline: UInt64 { folder.nextDeadline }
  var waiting: Int { folder.waiting }

  /// How the folder is served, for `minutectl status`: watched, polled or missing.
  var service: String { !folder.isServed ? "missing" : folder.isPolled ? "polled" : "watched" }

  func open(at now: UInt64) -> News { news(folder.open(at: now)) }

  func drain(at now: UInt64) -> News { news(folder.drain(at: now)) }

  func due(at now: UInt64) -> News { news(folder.due(at: now)) }

  func mountsChanged(at now: UInt64) -> News { news(folder.mountsChanged(at: now)) }

  /// Looks again at a file that was refused unread, if it is one of this folder.
  func lookAgain(_ file: ArrivedFile, at now: UInt64) -> News {
    ownName(of: file).map { news(folder.lookAgain($0, at: now)) } ?? News()
  }

  /// True while the file still stands in this folder under the name that the ledger has; a hard link is
  /// another name.
  func holds(_ file: ArrivedFile) -> Bool {
    ownName(of: file).map { folder.state(of: $0)?.handle == file.handle } ?? false
  }

  /// The name below this folder of a file in the ledger, or nil where it is none of this folder.
  private func ownName(of file: ArrivedFile) -> FileName? {
    guard !file.isImported, file.name.starts(with: prefix) else { return nil }
    return FileName(bytes: Array(file.name.dropFirst(prefix.count)))
  }

  /// Copies complete files into the store; where that fails they stay where they are.
  func take(limit: Int) -> Batch {
    var candidates: [Candidate] = []
    while candidates.count < limit, let candidate = folder.next() { candidates.append(candidate) }
    guard !candidates.isEmpty else { return Batch() }
    do throws(InboxError) {
      return try intake.take(candidates).reduce(into: Batch()) { batch, outcome in add(outcome, to: &batch) }
    } catch {
      // Nothing was taken; the names are looked at again when they have settled.
      var batch = Batch()
      batch.names = candidates.map { ($0.name, .postponed) }
      batch.failure = error
      return batch
    }
  }

  /// Tells the folder what came of a batch, after the ledger has it.
  func finish(_ batch: Batch) -> News {
    news(batch.names.flatMap { folder.finished($0, $1, at: EventLoop.now * 1000) })
  }

  /// Tells the folder that nothing of a batch was kept: its files are looked at again when they have settled.
  func giveBack(_ batch: Batch) -> News {
    news(batch.names.flatMap { folder.finished($0.0, .postponed, at: EventLoop.now * 1000) })
  }

  private func news(_ told: [FolderNotice]) -> News {
    remember()
    var news = News(entries: notices.entries(told))
    for case .givenUp(let name, let state, let reason) in told {
      let error = DocumentError.givenUp(reason, path: "\(path)/\(name)")
      news.refusals.append(Refusal(file: arrived(name, nil, state), error: error))
    }
    return news
  }

  /// Keeps which folder is served; where the archive has no room for it, the next news tries again.
  private func remember() {
    guard let lasting = folder.lasting, lasting != known else { return }
    known = (try? archive.keep(folder: lasting, at: path)) == nil ? known : lasting
  }

  private func add(_ outcome: Intake.Outcome, to batch: inout Batch) {
    switch outcome.result {
    case .success(let taken):
      batch.files.append(arrived(taken.name, taken.sha256, taken.state))
      batch.names.append((outcome.name, .done))
    case .failure(let error):
      if case .tooLarge(let size, let limit, let state) = error {
        let error = DocumentError.tooLarge(size, limit: limit)
        batch.news.refusals.append(Refusal(file: arrived(outcome.name, nil, state), error: error))
      }
      batch.names.append((outcome.name, error.outcome))
    }
  }

  private func arrived(_ name: FileName, _ sha256: String?, _ state: FileState) -> ArrivedFile {
    var file = ArrivedFile(
      name: prefix + name.bytes, display: String(decoding: prefix, as: UTF8.self) + name.description,
      sha256: sha256,
      size: state.size, mtime: state.modified, ctime: state.changed, handle: state.handle)
    file.isHeld = name.components.dropLast().contains(where: held.ignores)
    return file
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
  var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = UInt64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max : product &+ UInt64(clamping: attoseconds / 1_000_000_000)
  }
}
