// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Digest
internal import Inbox
internal import Minutes
internal import Pages
internal import Settings

/// Writes a page for each digest and keeps the page of arrivals, as idle work: never while files wait.
///
/// A page is made from the archive after its digest was told, one a turn of the loop, so a burst is not
/// slowed by it and nothing that goes wrong here reaches a digest. What a crash left out is written at the
/// next start.
final class ReportPages {
  /// How long nothing must have come before the first page, and how long they wait at most, in microseconds.
  private static let (quiet, patience): (UInt64, UInt64) = (250_000, 5_000_000)
  /// The page of arrivals is renewed this often at most, and while there are better things to do.
  private static let (renewal, busyRenewal): (UInt64, UInt64) = (20_000_000, 60_000_000)
  /// What has no room is tried again after this.
  private static let pause: UInt64 = 30_000_000
  /// Pages of this many digests are looked for at the start: a power cut may have taken the last ones back.
  private static let looked: Int64 = 1_000

  private let folder: ReportFolder
  private let archive: MeetingArchive
  private let comparisons: Comparisons
  private let setup: Setup
  private var progress: PageProgress
  /// Digests before `progress` whose pages are not there.
  private var missing: [(number: Int64, id: String)] = []
  private var shown: (arrival: Int64, entry: Int64)?
  private var renewed: UInt64 = 0
  /// True once the page of arrivals has ended the daemon too often to be tried in this run.
  private var arrivalsAreLeftOut = false
  private var asked: UInt64?
  private var complaint: String?
  private var timer: EventLoop.Source?
  private var turn: EventLoop.Source?

  /// True while the daemon has better things to do.
  var isBusy: () -> Bool = { false }
  /// Where what goes wrong is told, once until it is over.
  var complain: (String) -> Void = { _ in }

  /// Nil where no pages are wanted; a folder that was named and cannot be used throws.
  init?(setup: Setup, state: StateFolder, pipeline: Pipeline, loop: EventLoop) throws(StartupError) {
    guard let path = state.reports(setup.configuration) else { return nil }
    // The service's own folder is written by nobody else: what is wrong with it is over some time.
    let isOwn = path.hasPrefix(state.path + "/")
    folder = isOwn ? ReportFolder(path: path) : try ReportFolder.named(path)
    archive = pipeline.archive
    comparisons = pipeline.teller.comparisons
    self.setup = setup
    progress = PageProgress(folder.read(PageProgress.file))
    timer = loop.timer { [unowned self] in self.turn?.wake() }
    turn = loop.later { [unowned self] in work() }
  }

  /// Ends the work of a folder that another one takes the place of.
  func stop() {
    timer?.cancel()
    turn?.cancel()
  }

  /// Looks for what an earlier daemon left out, and begins.
  func begin() {
    // Another archive beside the same folder, restored or begun anew, has other digests under these numbers.
    if let last = try? archive.lastDigest(), progress.done > last { progress = PageProgress() }
    let recent = try? archive.digestNumbers(
      after: max(0, progress.done - Self.looked), limit: Int(Self.looked))
    missing = (recent ?? []).filter { $0.number <= progress.done && !folder.exists(Self.name(of: $0.id)) }
    wake()
  }

  /// Something may have been told: pages follow when it is quiet, or when they have waited for long.
  func wake() {
    let now = EventLoop.now
    let first = asked ?? now
    asked = first
    timer?.fire(at: min(now + Self.quiet, first + Self.patience))
  }

  /// Removes the pages of these digests; returns how many there were.
  func remove(_ digests: [String]) -> Int { digests.count { folder.remove(Self.name(of: $0)) } }

  /// Writes the page of a digest anew: it stands otherwise now.
  func renew(_ digest: String) {
    guard let number = (try? archive.digestNumber(of: digest)) ?? nil else { return }
    if number <= progress.done { missing.append((number, digest)) }
    wake()
  }

  /// The name of a digest's page in its folder.
  static func name(of digest: String) -> String { "\(digest).html" }

  // MARK: - A turn

  private func work() {
    asked = nil
    do {
      try renewArrivals()
      if isBusy() { return wake() }
      if try writeNext() { turn?.wake() } else { awaitRenewal() }
      complaint = nil
    } catch {
      if complaint == nil { complain("\(error)") }
      complaint = "\(error)"
      timer?.fire(at: EventLoop.now + Self.pause)
    }
  }

  /// Writes the page of the next digest; false where all are written.
  private func writeNext() throws -> Bool {
    let next = try missing.first ?? archive.digestNumbers(after: progress.done, limit: 1).first
    guard let next else { return false }
    try checkRoom()
    let mayTry = progress.begin(next.number)
    do {
      try note()
      if mayTry { try write(next.id) }
    } catch let failure as ReportFolder.Failure {
      progress.giveBack()
      throw failure
    }
    progress.end(next.number)
    try note()
    missing.removeAll { $0.number == next.number }
    return true
  }

  /// Writes the page of a digest; that of the one which it replaces is to say so.
  private func write(_ id: String) throws {
    guard let kept = try archive.digests(prefix: id).first, let page = try page(of: kept) else { return }
    try folder.write(page, as: Self.name(of: id))
    if let replaced = kept.supersedes { renew(replaced) }
  }

  private func note() throws(ReportFolder.Failure) { try folder.note(progress.bytes, as: PageProgress.file) }

  /// The page of a digest as it is told now, under the id that it was sent with; nil where its meeting is
  /// gone.
  private func page(of kept: KeptDigest) throws(ArchiveError) -> [UInt8]? {
    guard let record = try archive.record(id: kept.meetingID, provenance: kept.provenance) else { return nil }
    var digest = try comparisons.digest(of: record)
    let isRetold = digest.id != kept.id
    digest.id = kept.id
    let lineage = DigestLineage(archive: archive, comparer: comparisons.comparer)
    digest.correction = try? lineage.correction(of: kept)
    let lookup = ValidityLookup(archive: archive)
    let origin = MeetingSheet.Origin(
      isRetold: isRetold, supersedes: kept.supersedes, validity: try lookup.validity(of: kept),
      amendments: try lookup.amendments(of: record), index: ArrivalsPage.file)
    let sheet = MeetingSheet.make(
      digest.told(in: setup.language), words: comparisons.comparer.words, origin: origin)
    return HTMLWriter.write(sheet)
  }

  /// Pages take no room that files need.
  private func checkRoom() throws {
    let minimum = setup.configuration.minFree
    let space = try? DiskSpace(of: folder.path)
    if space?.isLow(floor: UInt64(clamping: minimum.bytes), percent: minimum.percent) == true {
      throw ReportFolder.Failure(path: folder.path, code: ReportFolder.full)
    }
  }

  // MARK: - Arrivals

  private func renewArrivals() throws {
    let now = EventLoop.now
    let pause = isBusy() ? Self.busyRenewal : Self.renewal
    guard !arrivalsAreLeftOut, renewed == 0 || now >= renewed + pause else { return }
    let current = try archive.progress()
    if let shown, shown == current { return }
    arrivalsAreLeftOut = !progress.beginArrivals()
    let written = Result { try writeArrivals() }
    // Whatever it threw, the daemon still runs.
    progress.endArrivals()
    try written.get()
    try note()
    (shown, renewed) = (current, now)
  }

  private func writeArrivals() throws {
    try note()
    guard !arrivalsAreLeftOut else {
      return complain("\(folder.path)/\(ArrivalsPage.file)：写它时服务三次意外结束")
    }
    let page = try ArrivalsPage.bytes(archive, now: Int64(SystemClock.microseconds), setup.language)
    try folder.write(page, as: ArrivalsPage.file)
  }

  /// What came too soon after the last renewal is shown when its time has come.
  private func awaitRenewal() {
    guard !arrivalsAreLeftOut, let shown, let current = try? archive.progress(), shown != current
    else { return }
    timer?.fire(at: renewed + Self.renewal)
  }
}
