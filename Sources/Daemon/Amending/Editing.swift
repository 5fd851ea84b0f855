// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// Lets readings follow what a person has put right or taken back, and tells what follows from it: the
/// digests of the meetings themselves, and those of other meetings that rest on them: of later ones of the
/// series, of places below, of peers.
///
/// To be done in the transaction that keeps the edit.
struct Editing {
  /// One meeting of a document, before and after.
  private struct Move {
    var from: Meeting
    var to: Meeting
    var provenance: Provenance

    var old: MeetingKey { MeetingKey(id: from.id, provenance: provenance) }
    var new: MeetingKey { MeetingKey(id: to.id, provenance: provenance) }
  }

  let pipeline: Pipeline
  let edit: Edit
  /// What it comes to in words; the meeting is filled in here.
  let note: EditNote
  private var archive: MeetingArchive { pipeline.archive }

  init(_ pipeline: Pipeline, _ edit: Edit, _ note: EditNote) {
    self.pipeline = pipeline
    self.edit = edit
    self.note = note
  }

  /// Lays amendments anew over these documents and sends what is to be corrected; those not kept are left out.
  ///
  /// `former` is the edit that is taken back: what was told for it may compare with the meeting no more.
  func settle(_ documents: [String], takingBack former: Int64? = nil) throws(ArchiveError) {
    var readings: [DocumentReading] = []
    var moves: [Move] = []
    for sha256 in documents {
      guard let before = try archive.document(sha256: sha256),
        let read = try pipeline.amending.unamended(sha256)
      else { continue }
      let after = try pipeline.amending.amended(read)
      readings.append(after)
      moves += zip(before.report.meetings, after.report.meetings).filter { $0 != $1 }.map {
        Move(from: $0, to: $1, provenance: before.document.provenance)
      }
    }
    let own = try Followers(moves.filter { $0.old == $0.new }.map(\.old), pipeline)
    let followers = try followers(of: moves, takingBack: former)
    var touched: Set<MeetingKey> = []
    for reading in readings { touched.formUnion(try archive.replace(reading)) }
    try pipeline.keeper.merge(touched)
    let told = try tell(moves, own)
    guard let meeting = moves.first?.to.id else { return }
    for key in try followers.outdated(except: told) {
      try pipeline.corrector.correct(key, for: edit, .edit(note(on: meeting)))
    }
  }

  /// What rests on the meetings as they were or as they are to be, each asked for once, whatever reports it
  /// has.
  private func followers(of moves: [Move], takingBack former: Int64?) throws(ArchiveError) -> Followers {
    var seen: Set<[String]> = []
    var sides: [(Meeting, Provenance)] = []
    for move in moves {
      for side in [move.from, move.to]
      where seen.insert([side.id, side.sector ?? "", move.provenance.rawValue]).inserted {
        sides.append((side, move.provenance))
      }
    }
    var keys = try Followers.all(of: sides, in: archive)
    if let former { keys += try archive.meetings(toldFor: former) }
    return try Followers(keys, pipeline)
  }

  /// Corrects the meetings themselves, but for those whose digest says what it said; returns those that it
  /// looked at.
  private func tell(_ moves: [Move], _ own: Followers) throws(ArchiveError) -> Set<MeetingKey> {
    var done: Set<MeetingKey> = []
    for move in moves where move.old != move.new && !done.contains(move.old) {
      done.insert(move.old)
      var former = try archive.told(of: move.old)
      if try archive.record(move.old) != nil {
        try correct(move.old)
        // They part: what was told of this one before they were one is its own, and not what tells of the other.
        former = try lastDigest(of: move.new) ?? former
      } else if former == nil, let retraction = try archive.retraction(of: move.old), try !isTold(move.new) {
        // It stays where the meeting is made one with another that was told: it holds when they part again.
        try archive.follow(retraction.id, to: move.new.id)
      } else if let former, try isTold(move.new) {
        let entry = pipeline.outcomes.retraction(
          of: former.id, move.from, .amended, restored: move.to.id, edit: edit)
        try archive.retractAll(of: move.old, [OutboxEntry(entry)])
      } else {
        try archive.standBack(move.old)
      }
      if done.insert(move.new).inserted { try correct(move.new, inPlaceOf: former) }
    }
    for key in try own.outdated(except: done) { try correct(key) }
    return done.union(own.keys)
  }

  /// What was sent of a meeting last, whether or not it holds.
  private func lastDigest(of key: MeetingKey) throws(ArchiveError) -> KeptDigest? {
    try archive.digests(ofMeeting: key.id, provenance: key.provenance).first { !$0.isForgotten }
  }

  /// True where something was told of a meeting, though it may be withdrawn.
  private func isTold(_ key: MeetingKey) throws(ArchiveError) -> Bool {
    if try archive.told(of: key) != nil { return true }
    return try archive.retraction(of: key) != nil
  }

  private func correct(_ key: MeetingKey, inPlaceOf former: KeptDigest? = nil) throws(ArchiveError) {
    try pipeline.corrector.correct(key, for: edit, .edit(note(on: key.id)), inPlaceOf: former)
  }

  private func note(on meeting: String) -> EditNote {
    var note = note
    note.meeting = meeting
    return note
  }
}
