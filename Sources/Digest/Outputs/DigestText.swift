// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// A digest for people, in the language it is told in: the MESSAGE of its entry, and what `minutectl digest` and `diff` print.
///
/// At most 36 lines of 80 columns and 3,000 bytes; newline is the only control character.
package enum DigestText {
  package static func text(_ digest: MeetingDigest) -> String {
    Sanitised.text(page(digest).text(), lines: true)
  }

  /// All of a digest in another language than it was sent in, for `minutectl digest --lang`.
  package static func whole(_ digest: MeetingDigest, in language: Language) -> String {
    whole(digest.told(in: language))
  }

  /// The same with all that the limits leave out, for terminals and pages.
  package static func whole(_ digest: MeetingDigest) -> String {
    Sanitised.text(page(digest).whole(), lines: true)
  }

  private static func page(_ digest: MeetingDigest) -> Page {
    let sections =
      [CorrectionSection.make(digest), SuperiorSection.make(digest), PrioritySection.make(digest)].compactMap(\.self)
      + RecordSection.make(digest)
      + [TargetSection.make(digest), NextTargetSection.make(digest), FigureSection.make(digest)].compactMap(
        \.self)
      + PeerSection.make(digest)
    return Page(
      head: Story(digest: digest).lines, sections: sections, foot: FootSection.make(digest),
      more: digest.isFromArchive ? "minutectl digest \(digest.shortID)" : "minutectl diff --json",
      voice: digest.voice)
  }
}
