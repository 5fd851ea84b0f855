// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Diff
internal import Digest
internal import Lexicon
internal import Minutes

/// Tells a kept digest again from the meetings that the archive holds: in another language, or as it would be
/// told now.
///
/// What was sent is kept in the language it was sent in; its facts are told anew. Where the archive holds
/// other baselines or readings than it did then, the digest may say other things, and that is said first.
struct DigestRetelling {
  let kept: KeptDigest
  let tools: ArchiveTools

  /// The digest in a language, under the id that it was sent with.
  func text(in language: Language) throws -> String {
    let (digest, isSame) = try digest(in: language)
    return (isSame ? "" : Self.note(in: language)) + DigestText.whole(digest)
  }

  /// The same as a value; `isSame` where it rests on the very texts and rules that it was sent by.
  func digest(in language: Language?) throws -> (digest: MeetingDigest, isSame: Bool) {
    let (story, record) = try sources()
    var digest = try compared(record, story.rules)
    let isSame = try digest.id == kept.id && rules(of: record) == story.rules
    digest.id = kept.id
    let lineage = DigestLineage(archive: tools.archive, comparer: tools.comparer)
    digest.correction = try lineage.correction(of: kept)
    let sent = story.language.flatMap(Language.init(rawValue:))
    return (digest.told(in: language ?? sent ?? .chinese), isSame)
  }

  /// The meeting compared with all that is kept now; without a language in that of the digest.
  func refreshed(in language: Language?) throws -> String {
    let digest = try fresh(in: language)
    let isSame = digest.id == kept.id
    let note =
      switch (digest.language, isSame) {
      case (.chinese, true): "（与所发摘要\(kept.id.prefix(8))的依据相同）\n"
      case (.chinese, false): "（按现有馆藏重新比较；所发摘要为\(kept.id.prefix(8))）\n"
      case (.english, true): "(rests on the same as digest \(kept.id.prefix(8)), as sent)\n"
      case (.english, false):
        "(compared anew with what is kept now; digest \(kept.id.prefix(8)) is what was sent)\n"
      }
    return note + DigestText.whole(digest)
  }

  /// The same as an object.
  func refreshedValue(in language: Language?) throws -> JSONValue {
    DigestJSON.value(try fresh(in: language))
  }

  private func fresh(in language: Language?) throws -> MeetingDigest {
    let (story, record) = try sources()
    let known = story.language.flatMap(Language.init(rawValue:))
    return try compared(record, try rules(of: record) ?? story.rules).told(in: language ?? known ?? .chinese)
  }

  private func sources() throws -> (story: KeptStory, record: Record) {
    guard let story = KeptStory(json: kept.json),
      let record = try tools.archive.record(id: kept.meetingID, provenance: kept.provenance)
    else {
      Output.complain("\(kept.id): its meeting is no longer kept; minutectl digest shows it as it was sent")
      throw ExitCode(1)
    }
    return (story, record)
  }

  private func compared(_ record: Record, _ rules: String) throws -> MeetingDigest {
    let baselines = try tools.archive.baselines(
      for: record.meeting, provenance: kept.provenance, parents: parents(of: record.meeting),
      halfYear: tools.words.halfYear)
    let found = tools.comparer.findings(in: record.meeting, against: baselines)
    var digest = MeetingDigest(
      record: record, baselines: baselines, changes: found.changes, rules: rules, hash: SHA256.digest)
    digest.peerPlaces = found.peerPlaces
    digest.voice = tools.voice
    return digest
  }

  private static func note(in language: Language) -> String {
    switch language {
    case .chinese: "（重新讲述：发出之后馆藏或规则有变）\n"
    case .english: "(told anew: since it was sent, reports were added or read by other rules)\n"
    }
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
