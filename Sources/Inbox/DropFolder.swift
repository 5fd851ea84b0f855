// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// The folder that people drop reports into: watches it and hands out the files that are complete.
///
/// It only reads. The caller owns the event loop: it calls `open` once, `drain` when `descriptor` is
/// readable, `due` at `nextDeadline`, takes what `next` hands out, and says by `finished` what came of each.
/// Listing the folder is the only source of truth; events only say where to look, or that a file is complete
/// already.
///
/// Times are nanoseconds of CLOCK_BOOTTIME. Limits: `fs.inotify.max_user_watches` folders, eight deep.
package final class DropFolder {
  /// How the folder is served.
  package struct Options: Sendable {
    /// `SettleSec=` in nanoseconds.
    package var settle: UInt64 = 2_000_000_000
    /// `RescanSec=` in nanoseconds.
    package var rescan: UInt64 = 300_000_000_000
    package var isRecursive = true
    package var ignore = IgnoreList()
    package var requiresMountPoint = false

    package init() {}
  }

  private static let pollEvery: UInt64 = 5_000_000_000
  private static let retryEvery: UInt64 = 1_000_000_000

  private let path: String
  private let options: Options
  private let isKnown: (FileName, FileState) -> Bool
  private let inotify: Inotify
  private var tree: FolderTree
  private var settling: Settling
  private var ready = ReadyQueue()
  private var identity: FolderIdentity?
  /// Tells the folder that is or was served from any other, for ever; nil before the first.
  package private(set) var lasting: [UInt8]?
  private var rescanAt: UInt64 = 0
  private var isSilent = false
  private var told: Set<FolderNotice> = []

  /// `isKnown` answers whether a file in just this state was taken before (the ledger): asked for each file
  /// that is seen, so that a restart does not take everything again. `lasting` is that of the folder that
  /// was served last.
  package init(
    path: String, options: Options = Options(), lasting: [UInt8]? = nil,
    isKnown: @escaping (FileName, FileState) -> Bool
  ) throws(InboxError) {
    self.path = path
    self.options = options
    self.lasting = lasting
    self.isKnown = isKnown
    inotify = try Inotify()
    tree = FolderTree(
      path: path, isRecursive: options.isRecursive, ignore: options.ignore, inotify: inotify)
    settling = Settling(settle: options.settle)
  }

  /// Readable when something happened.
  package var descriptor: Int32 { inotify.descriptor }

  /// When `due` has something to do.
  package var nextDeadline: UInt64 { min(rescanAt, settling.nextDeadline ?? .max) }

  /// False while there is no folder to serve.
  package var isServed: Bool { identity != nil }

  /// True where the file system does not report changes, so that it is looked through every few seconds.
  package var isPolled: Bool { isSilent }

  /// How many files are complete and wait to be taken.
  package var waiting: Int { ready.count }

  /// Begins: watches, then looks through everything that is there.
  package func open(at now: UInt64) -> [FolderNotice] { rescan(at: now) }

  /// Reads the events that are there; call again while the descriptor is readable.
  package func drain(at now: UInt64) -> [FolderNotice] {
    var notices: [FolderNotice] = []
    var mustRescan = false
    // One look for each file, however many events it has; the last that says whether it is complete counts.
    var names: [FileName] = []
    var files: [FileName: Inotify.Event.Kind] = [:]
    for event in inotify.read() {
      switch event.kind {
      case .overflow:
        notices.append(.overflow)
        mustRescan = true
      case .lost: mustRescan = true
      case .ignored: tree.lost(event.watch)
      case .folder: notices += newFolder(event, at: now)
      case .complete, .created, .appeared:
        guard let name = name(of: event) else { continue }
        if files[name] == nil { names.append(name) }
        if event.kind != .appeared || files[name] == nil { files[name] = event.kind }
      }
    }
    for name in names { notices += file(name, files[name] ?? .appeared, at: now) }
    guard mustRescan else { return notices }
    settling.missed(at: now)
    return notices + rescan(at: now)
  }

  /// Something was mounted or unmounted: looks whether it was here.
  package func mountsChanged(at now: UInt64) -> [FolderNotice] {
    guard let folder = FolderHandle(path: path) else { return identity == nil ? [] : rescan(at: now) }
    return folder.identity == identity ? [] : rescan(at: now)
  }

  /// Looks at a file again as if it were new: its refusal was taken back.
  package func lookAgain(_ name: FileName, at now: UInt64) -> [FolderNotice] {
    settling.vanished(name)
    return file(name, .appeared, at: now)
  }

  /// Does what is due: looks at files that should have settled, and through the whole folder from time to
  /// time.
  package func due(at now: UInt64) -> [FolderNotice] {
    var notices = now >= rescanAt ? rescan(at: now) : []
    for name in settling.due(at: now) { notices += file(name, .appeared, at: now) }
    return notices
  }

  /// The next complete file, or nil. Do not call it when there is no room for more work: files wait safely.
  package func next() -> Candidate? {
    ready.next()
  }

  /// The state of the file that stands under this name now, or nil where there is none.
  package func state(of name: FileName) -> FileState? { tree.look(name).state }

  /// Says what came of a file that `next` handed out.
  package func finished(_ name: FileName, _ outcome: Settling.Outcome, at now: UInt64) -> [FolderNotice] {
    perform(settling.finished(name, outcome, at: now))
  }

  /// Looks whether the folder is still the same, then through all of it.
  private func rescan(at now: UInt64) -> [FolderNotice] {
    let notices = checkIdentity()
    guard identity != nil else {
      rescanAt = now.later(by: Self.retryEvery)
      return notices
    }
    let listing = tree.listAll()
    let mustPoll = isSilent || listing.hasUnwatched
    rescanAt = now.later(by: mustPoll ? min(Self.pollEvery, options.rescan) : options.rescan)
    return notices + take(listing, at: now)
  }

  /// Tells a folder that is missing, new or replaced; `identity` is empty where there is none to serve.
  private func checkIdentity() -> [FolderNotice] {
    guard let folder = FolderHandle(path: path) else {
      identity = nil
      told.remove(.watching)
      return once(.missing(errno))
    }
    if options.requiresMountPoint, !isMountPoint(folder) {
      identity = nil
      told.remove(.watching)
      return once(.notMounted)
    }
    let found = folder.identity
    defer { (identity, lasting) = (found, found.lasting) }
    let isSame = identity.map { $0 == found } ?? lasting.map { $0 == found.lasting } ?? true
    var notices: [FolderNotice] = isSame ? [] : [.replaced]
    told = told.filter { if case .missing = $0 { false } else { $0 != .notMounted } }
    let silent = FileSystemKind.silent(folder.descriptor)
    isSilent = silent != nil
    notices += once(silent.map { .polled($0) }) + once(.watching)
    return notices
  }

  private func isMountPoint(_ folder: borrowing FolderHandle) -> Bool {
    guard let parent = FolderHandle(path: path + "/..") else { return false }
    return parent.device != folder.device
  }

  /// A folder came: what is in it may have come before the watch did, without a sign that it is complete.
  private func newFolder(_ event: Inotify.Event, at now: UInt64) -> [FolderNotice] {
    guard let parent = tree.folder(of: event.watch), options.isRecursive, !options.ignore.ignores(event.name)
    else { return [] }
    let name = parent.appending(event.name)
    return name.depth < FolderTree.deepest ? take(tree.list(name), at: now) : once(.notEntered(name))
  }

  /// The name of the file that an event is about, or nil where it is none of ours.
  private func name(of event: Inotify.Event) -> FileName? {
    guard !event.name.isEmpty, !options.ignore.ignores(event.name) else { return nil }
    return tree.folder(of: event.watch)?.appending(event.name)
  }

  private func file(_ name: FileName, _ kind: Inotify.Event.Kind, at now: UInt64) -> [FolderNotice] {
    let sighting = tree.look(name)
    if sighting.isUnsure { rescanAt = min(rescanAt, now.later(by: Self.retryEvery)) }
    guard let state = sighting.state else { return once(sighting.notice) + see(name, nil, at: now) }
    // A complete file is taken even in a state that is known: the kernel's clock ticks every 4 ms, and a
    // second version of the same size within a tick looks like the first. Its hash tells.
    if kind == .complete {
      return perform(settling.completed(name, state: state, at: now))
    }
    if kind == .created { settling.created(name) }
    return see(name, state, at: now)
  }

  /// Small files first: one of 60 MB does not keep a hundred notices waiting.
  private func take(_ listing: FolderTree.Listing, at now: UInt64) -> [FolderNotice] {
    var notices = listing.notices.flatMap { once($0) }
    for file in listing.files.sorted(by: { ($0.state.size, $0.name) < ($1.state.size, $1.name) }) {
      notices += see(file.name, file.state, at: now)
    }
    return notices
  }

  private func see(_ name: FileName, _ state: FileState?, at now: UInt64) -> [FolderNotice] {
    guard let state, !isKnown(name, state) else {
      settling.vanished(name)
      return []
    }
    return perform(settling.found(name, state: state, at: now))
  }

  private func perform(_ actions: [Settling.Action]) -> [FolderNotice] {
    var notices: [FolderNotice] = []
    for action in actions {
      switch action {
      case .take(let name, let mayBeEmpty): ready.append(Candidate(name: name, mayBeEmpty: mayBeEmpty))
      case .giveUp(let name, let reason):
        guard var state = state(of: name) else { continue }
        // The ledger must not know it by the state in which it may have come to rest just now.
        if reason == .neverQuiet { state.changed = 0 }
        notices.append(.givenUp(name, state, reason))
      }
    }
    return notices
  }

  /// The notice, unless it was told before.
  private func once(_ notice: FolderNotice?) -> [FolderNotice] {
    // Names are the droppers' to choose: what is remembered of them stays bounded.
    if told.count > 4_096 { told.removeAll() }
    guard let notice, told.insert(notice).inserted else { return [] }
    return [notice]
  }
}
