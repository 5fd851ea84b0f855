// SPDX-License-Identifier: Apache-2.0

package import Diff
internal import Minutes

/// A digest for people, in the language it is told in: the MESSAGE of its entry, and what `minutectl digest` and `diff` print.
///
/// At most 36 lines of 80 columns and 3,000 bytes; newline is the only control character.
package enum DigestText {
  package static func text(_ digest: MeetingDigest) -> String {
    Sanitised.text(page(digest).text(), lines: true)
  }

  /// `text` and `whole` of one page: to make it takes longer than to lay it out.
  package static func both(_ digest: MeetingDigest) -> (text: String, whole: String) {
    let page = page(digest)
    return (Sanitised.text(page.text(), lines: true), Sanitised.text(page.whole(), lines: true))
  }

  /// All of a digest in another language than it was sent in, for `minutectl digest --lang`.
  package static func whole(_ digest: MeetingDigest, in language: Language) -> String {
    whole(digest.told(in: language))
  }

  /// The same with all that the limits leave out, for terminals and pages.
  package static func whole(_ digest: MeetingDigest) -> String {
    Sanitised.text(page(digest).whole(), lines: true)
  }

  /// One change in one line: 上年目标未完成：新建老年助餐点1143个，目标1200个（95.3%）.
  package static func story(of change: Change, in digest: MeetingDigest) -> String {
    ChangeStory.text(change, in: digest)
  }

  private static func page(_ digest: MeetingDigest) -> Page {
    let sections = sections(of: digest)
    return Page(
      head: Story(digest: digest).lines, sections: sections.filter { $0.part != .foot }.map(\.section),
      foot: sections.filter { $0.part == .foot }.map(\.section),
      more: digest.isFromArchive ? "minutectl digest \(digest.shortID)" : "minutectl diff --json",
      voice: digest.voice)
  }

  /// What a digest says, in the order it is told, with what each section is about.
  static func sections(of digest: MeetingDigest) -> [(part: DigestOutline.Part, section: Section)] {
    let made: [(DigestOutline.Part, [Section?])] = [
      (.correction, [CorrectionSection.make(digest)]), (.superior, [SuperiorSection.make(digest)]),
      (.priorities, [PrioritySection.make(digest)]), (.record, RecordSection.make(digest)),
      (.targets, [TargetSection.make(digest)]), (.nextTargets, [NextTargetSection.make(digest)]),
      (.figures, [FigureSection.make(digest)]), (.peers, PeerSection.make(digest)),
      (.foot, FootSection.make(digest)),
    ]
    return made.flatMap { part, sections in sections.compactMap(\.self).map { (part, $0) } }
  }
}
