// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Diff
internal import Digest
internal import Lexicon
internal import Minutes

/// Tells a kept digest again in another language, from the meetings that the archive holds.
///
/// What was sent is kept in the language it was sent in; its facts are told anew. Where the archive holds
/// other baselines or readings than it did then, the digest may say other things, and that is said first.
struct DigestRetelling {
  let kept: KeptDigest
  let tools: ArchiveTools

  func text(in language: Language) throws -> String {
    guard let story = KeptStory(json: kept.json),
      let record = try tools.archive.record(id: kept.meetingID, provenance: kept.provenance)
    else {
      Output.complain("\(kept.id): its meeting is no longer kept; minutectl digest shows it as it was sent")
      throw ExitCode(1)
    }
    let baselines = try tools.archive.baselines(
      for: record.meeting, provenance: kept.provenance, parents: parents(of: record.meeting),
      halfYear: tools.words.halfYear)
    let changes = tools.comparer.changes(in: record.meeting, against: baselines)
    var digest = MeetingDigest(
      record: record, baselines: baselines, changes: changes, rules: story.rules, hash: SHA256.digest)
    let isSame = try digest.id == kept.id && rules(of: record) == story.rules
    digest.id = kept.id
    let note = "(told anew: since it was sent, reports were added or read by other rules)\n"
    return (isSame ? "" : note) + DigestText.whole(digest, in: language)
  }

  /// The divisions above, by the lexicon; a place that it does not know has the one its reading names.
  private func parents(of meeting: Meeting) -> [String] {
    guard let place = meeting.jurisdiction else { return [] }
    let above = tools.vocabulary.divisions.codesAbove(place.code, in: meeting.date?.year)
    return above.isEmpty ? place.parent.map { [$0] } ?? [] : above
  }

  /// The rules that the meeting's reading was made by.
  private func rules(of record: Record) throws -> String? {
    try record.documents.first.flatMap { try tools.archive.document(sha256: $0.sha256)?.rules }
  }
}
