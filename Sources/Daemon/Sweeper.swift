// SPDX-License-Identifier: Apache-2.0

internal import Archive

/// Takes out what forgetting leaves behind, a little at a time: originals, pairs of words, the archive's log.
///
/// A crash leaves all of it to the next start, which begins with this.
final class Sweeper {
  private enum Step { case originals, words(isBegun: Bool), log }

  /// How long the loop is left alone between two steps, in microseconds.
  static let breath: UInt64 = 50_000
  /// How long to wait for those who read, in microseconds.
  static let pause: UInt64 = 5_000_000

  private let archive: MeetingArchive
  private let store: ContentStore
  private var step = Step.originals

  init(archive: MeetingArchive, store: ContentStore) { (self.archive, self.store) = (archive, store) }

  /// Begins again: something was forgotten.
  func begin() { step = .originals }

  /// Takes the next step; returns how long to wait before the one after it, in microseconds, nil where
  /// nothing is left.
  func advance() throws(ArchiveError) -> UInt64? {
    switch step {
    case .originals:
      let hashes = try archive.forgottenOriginals()
      if hashes.isEmpty { return nil }
      store.remove(hashes)
      step = .words(isBegun: false)
      return 0
    case .words(let isBegun):
      step = try archive.sweepWords(isBegun: isBegun) ? .words(isBegun: true) : .log
      return Self.breath
    case .log:
      guard try archive.emptyLog() else { return Self.pause }
      step = .originals
      return nil
    }
  }
}

extension Daemon {
  /// Steps that are taken at once: enough for an archive of some thousand reports.
  private static let stepsAtOnce = 6

  /// Sweeps on, and comes back for more; true where nothing is left.
  @discardableResult
  func sweep() -> Bool {
    var isDone = false
    // A full disk is waited for, too.
    sweeping?.fire(at: EventLoop.now + Sweeper.pause)
    guarded { () throws(ArchiveError) in
      for _ in 0..<Self.stepsAtOnce {
        guard let wait = try sweeper.advance() else {
          isDone = true
          sweeping?.enabled = false
          return
        }
        sweeping?.fire(at: EventLoop.now + wait)
        if wait == Sweeper.pause { return }
      }
    }
    return isDone
  }
}
