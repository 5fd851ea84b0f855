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
  package let composer: DigestComposer
  private let divisions: DivisionTable

  /// `findings` compares a meeting with its baselines; where it is left out, the words of the vocabulary do.
  package init(
    archive: MeetingArchive, vocabulary: Vocabulary, rules: String,
    findings: (@Sendable (Meeting, Baselines) -> Findings)? = nil
  ) {
    self.archive = archive
    let comparer = Comparer(words: ComparingWords(vocabulary))
    self.comparer = comparer
    composer = DigestComposer(
      findings: findings ?? { comparer.findings(in: $0, against: $1) }, rules: rules,
      voice: Voice(.chinese, words: EnglishWords(vocabulary)))
    divisions = vocabulary.divisions
  }

  /// The digest of a kept meeting as it would be told today.
  package func digest(of record: Record) throws(ArchiveError) -> MeetingDigest {
    composer.digest(of: record, against: try baselines(of: record))
  }

  /// What a kept meeting is compared with today.
  package func baselines(of record: Record) throws(ArchiveError) -> Baselines {
    try keptBaselines(of: record).decoded()
  }

  /// The same before it is decoded, which another thread may do.
  package func keptBaselines(of record: Record) throws(ArchiveError) -> KeptBaselines {
    try archive.keptBaselines(
      for: record.meeting, provenance: record.provenance, parents: parents(of: record.meeting),
      halfYear: comparer.words.halfYear)
  }

  /// The codes of the divisions above a meeting's own, nearest first.
  private func parents(of meeting: Meeting) -> [String] {
    guard let place = meeting.jurisdiction else { return [] }
    return divisions.codesAbove(place.code, in: meeting.date?.year)
  }
}
