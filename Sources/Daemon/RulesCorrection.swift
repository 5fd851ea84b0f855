// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// Tells anew, because somebody asks for it, what newer rules read otherwise than the digests in force say.
///
/// By themselves newer rules correct nothing that was sent. Those told by the rules in force are passed by,
/// so that what a restart broke off is simply asked for again. What is compared is what was told, line by
/// line.
struct RulesCorrection {
  /// How long a slice may last, in microseconds; it ends with the digest that it has begun.
  private static let slice: UInt64 = 20_000
  private static let most = 64

  let edit: Edit
  /// True where nothing is sent, only counted.
  let isTrial: Bool
  /// Digests that other rules told, and those of them that would say something else.
  private(set) var (compared, corrected) = (0, 0)
  private var position: Int64 = 0
  /// The rules that it is done by; others that come in its midst let it begin anew.
  private var rules: String?

  init(for edit: Edit, isTrial: Bool) { (self.edit, self.isTrial) = (edit, isTrial) }

  /// Does one slice, in one commit; false where nothing is left. One that cannot be kept, for want of room,
  /// is still to be done.
  mutating func advance(_ pipeline: Pipeline) throws(ArchiveError) -> Bool {
    let before = self
    do throws(ArchiveError) { return try correct(pipeline) } catch {
      self = before
      throw error
    }
  }

  private mutating func correct(_ pipeline: Pipeline) throws(ArchiveError) -> Bool {
    if rules != pipeline.rules { (rules, position, compared, corrected) = (pipeline.rules, 0, 0, 0) }
    let end = EventLoop.now + Self.slice
    var isLeft = false
    try pipeline.archive.together { () throws(ArchiveError) in
      for next in try pipeline.archive.digestsInForce(after: position, limit: Self.most) {
        isLeft = true
        position = next.number
        try compare(next.id, pipeline)
        if EventLoop.now >= end { break }
      }
    }
    return isLeft
  }

  private mutating func compare(_ id: String, _ pipeline: Pipeline) throws(ArchiveError) {
    guard let kept = try pipeline.archive.digests(prefix: id).first, !kept.isForgotten else { return }
    let told = SupersededDigest(id: kept.id, json: kept.json)
    let key = MeetingKey(id: kept.meetingID, provenance: kept.provenance)
    guard told.rules != pipeline.rules, try pipeline.archive.withdrawal(of: key) == nil,
      let record = try pipeline.archive.record(key)
    else { return }
    compared += 1
    if told.tellsTheSame(as: try pipeline.corrector.comparisons.digest(of: record)) { return }
    corrected += 1
    if isTrial { return }
    try pipeline.corrector.correct(key, for: edit, .rules(pipeline.rules, reason: edit.reason))
  }
}

extension Daemon {
  /// How long the loop is left alone between two slices, in microseconds.
  private static let breath: UInt64 = 5_000
  /// How long to wait while files, a batch or newer rules are worked on.
  private static let pause: UInt64 = 1_000_000

  /// Tells anew what newer rules read otherwise, a slice at a time; `end` is called with what it came to.
  func begin(_ correction: RulesCorrection, end: @escaping (RulesCorrection) -> Void) {
    rulesCorrections.append((correction, end))
    correcting?.fire(at: EventLoop.now)
  }

  /// Does the next slice of the first request, when nothing else is worked on.
  func correctByRules() {
    // What the end breaks off is asked for again.
    guard !isEnding, !rulesCorrections.isEmpty else { return }
    if rereading.left > 0 || hasBatch || !isOpen {
      correcting?.fire(at: EventLoop.now + Self.pause)
      return
    }
    correcting?.fire(at: EventLoop.now + Self.breath)
    guarded { () throws(ArchiveError) in
      if try rulesCorrections[0].work.advance(pipeline) { return }
      let done = rulesCorrections.removeFirst()
      done.end(done.work)
    }
    delivery.pump()
    pages?.wake()
  }
}
