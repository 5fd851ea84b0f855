// SPDX-License-Identifier: Apache-2.0

package import Archive
package import Diff
package import Digest
package import Lexicon
package import Minutes

/// What a meeting comes to against all that the archive holds now: what both programs compute alike.
///
/// The answer depends on what is kept and not on the order in which it came, so a section that was told
/// before a peer arrived is refreshed by asking again.
package struct Comparisons {
  package let archive: MeetingArchive
  package let comparer: Comparer
  private let findings: (Meeting, Baselines) -> Findings
  private let divisions: DivisionTable
  private let rules: String
  private let voice: Voice

  /// `findings` compares a meeting with its baselines; where it is left out, the words of the vocabulary do.
  package init(
    archive: MeetingArchive, vocabulary: Vocabulary, rules: String,
    findings: ((Meeting, Baselines) -> Findings)? = nil
  ) {
    self.archive = archive
    self.rules = rules
    let comparer = Comparer(words: ComparingWords(vocabulary))
    self.comparer = comparer
    self.findings = findings ?? { comparer.findings(in: $0, against: $1) }
    divisions = vocabulary.divisions
    voice = Voice(.chinese, words: EnglishWords(vocabulary))
  }

  /// The digest of a kept meeting as it would be told today.
  package func digest(of record: Record) throws(ArchiveError) -> MeetingDigest {
    let baselines = try archive.baselines(
      for: record.meeting, provenance: record.provenance, parents: parents(of: record.meeting),
      halfYear: comparer.words.halfYear)
    let found = findings(record.meeting, baselines)
    var digest = MeetingDigest(
      record: record, baselines: baselines, changes: found.changes, rules: rules, hash: SHA256.digest)
    digest.peerPlaces = found.peerPlaces
    digest.voice = voice
    return digest
  }

  /// The codes of the divisions above a meeting's own, nearest first.
  private func parents(of meeting: Meeting) -> [String] {
    guard let place = meeting.jurisdiction else { return [] }
    return divisions.codesAbove(place.code, in: meeting.date?.year)
  }
}
