// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// A digest for people, in Chinese: the MESSAGE of its entry, and what `minutectl digest` and `diff` print.
///
/// At most 36 lines of 80 columns and 3,000 bytes; newline is the only control character.
package enum DigestText {
  package static func text(_ digest: MeetingDigest) -> String {
    let sections = [SuperiorSection.make(digest), PrioritySection.make(digest)].compactMap(\.self)
      + RecordSection.make(digest)
      + [TargetSection.make(digest), NextTargetSection.make(digest), FigureSection.make(digest)].compactMap(\.self)
      + PeerSection.make(digest)
    let page = Page(
      head: Story(digest: digest).lines, sections: sections, foot: FootSection.make(digest),
      more: "minutectl digest \(digest.shortID)")
    return Sanitised.text(page.text(), lines: true)
  }
}
