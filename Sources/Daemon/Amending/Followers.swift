// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// The digests of other meetings that rest on some meetings, and what they would tell before these are
/// changed: so it can be seen afterwards which of them have become untrue.
///
/// A year's targets are still asked for two years on, and what is unique among peers is so no more when one
/// of them was a forgery; so it is not enough to look at the digest of the meeting after.
struct Followers {
  /// What a digest rests on and tells.
  private struct State: Equatable {
    var previous: String?
    /// Line by line, without its id: what changes none of them is not told.
    var lines: [String]
  }

  /// The meetings, those of the same series first, by date.
  let keys: [MeetingKey]
  private let pipeline: Pipeline
  private let stood: [MeetingKey: State]

  /// Those of these keys that were told of; to be made before anything is changed.
  init(_ keys: [MeetingKey], _ pipeline: Pipeline) throws(ArchiveError) {
    var told: [MeetingKey] = []
    for key in keys where !told.contains(key) {
      if try pipeline.archive.told(of: key) != nil { told.append(key) }
    }
    (self.keys, self.pipeline) = (told, pipeline)
    stood = try Self.states(of: told, pipeline)
  }

  /// Later meetings of the series.
  static func later(
    than meetings: [(Meeting, Provenance)], in archive: MeetingArchive
  ) throws(ArchiveError) -> [MeetingKey] {
    var keys: [MeetingKey] = []
    for (meeting, provenance) in meetings {
      keys += try archive.later(inSeriesOf: meeting, provenance: provenance)
    }
    return keys
  }

  /// Later meetings of the series, and all others whose digests compare with one of these.
  static func all(
    of meetings: [(Meeting, Provenance)], in archive: MeetingArchive
  ) throws(ArchiveError) -> [MeetingKey] {
    var keys = try later(than: meetings, in: archive)
    for (meeting, provenance) in meetings {
      keys += try archive.compared(with: meeting, provenance: provenance)
    }
    return keys
  }

  /// Those whose digests would tell something else now, or compare with another meeting before them.
  func outdated(except done: Set<MeetingKey> = []) throws(ArchiveError) -> [MeetingKey] {
    let now = try Self.states(of: keys, pipeline)
    return keys.filter { !done.contains($0) && now[$0] != stood[$0] }
  }

  private static func states(
    of keys: [MeetingKey], _ pipeline: Pipeline
  ) throws(ArchiveError) -> [MeetingKey: State] {
    var states: [MeetingKey: State] = [:]
    for key in keys {
      guard let record = try pipeline.archive.record(key) else { continue }
      // All counties of the country may rest on one meeting, and that is a minute's work.
      ServiceManager.alive()
      let digest = try pipeline.corrector.comparisons.digest(of: record)
      states[key] = State(
        previous: try pipeline.archive.previous(of: key),
        lines: [DigestText.whole(digest).replacing(digest.shortID, with: "")]
          + digest.changes.map { DigestText.story(of: $0, in: digest) })
    }
    return states
  }
}
