// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Settings

/// Removes originals that are older than `KeepOriginals=`, once a day, a few at a time.
///
/// Text and reading stay, so nothing that is told depends on it; what rules of later find in such a document
/// is what was found last.
struct Retention {
  /// Files in one turn, and how long the loop is then left alone, in microseconds.
  private static let (most, breath): (Int, UInt64) = (64, 50_000)
  private static let day: UInt64 = 86_400_000_000
  /// When the daemon has better things to do.
  private static let pause: UInt64 = 60_000_000

  let archive: MeetingArchive
  let store: ContentStore

  /// Removes the next ones; returns how long to wait before it is called again, in microseconds, nil for ever.
  ///
  /// `wanted` are hashes of bytes that were handed in and are no arrivals yet: an import that goes on may
  /// bring what came once before, and the store has such bytes but once.
  func advance(
    _ keeping: Configuration.Keeping, now: Int64, isBusy: Bool, wanted: Set<String> = []
  ) throws(ArchiveError) -> UInt64? {
    guard case .days(let days) = keeping else { return nil }
    if isBusy { return Self.pause }
    let old = try archive.originals(takenBefore: now - Int64(days) * Int64(Self.day), limit: Self.most)
    let hashes = old.filter { !wanted.contains($0) }
    // The file first: what a crash leaves noted as kept and is not there is found again, and a name that is gone
    // is no error.
    for sha256 in hashes { store.remove(sha256) }
    try archive.noteGone(hashes)
    if hashes.count < old.count { return Self.pause }
    return old.count == Self.most ? Self.breath : Self.day
  }
}
