// SPDX-License-Identifier: Apache-2.0

package import Diff

/// A digest in the words of its text, before it is laid out: pages break their lines themselves.
///
/// Example: part `priorities`, head 重点 9项（上年10项）：新增1 不再提1, a row 新增 with 4 发展银发经济（本省首次；馆藏4次会议）.
package struct DigestOutline: Sendable, Hashable {
  /// What a section is about, in the order of telling.
  package enum Part: Sendable, Hashable, CaseIterable {
    case correction, superior, priorities, record, targets, nextTargets, figures, peers, foot
  }

  /// A label and what stands under it; the label may be empty.
  package struct Row: Sendable, Hashable {
    package let label: String
    package let items: [String]
    /// What became of the tasks in it, where they are all of one kind.
    package let kind: Change.Kind?
  }

  /// A head with its counts, and rows.
  package struct Section: Sendable, Hashable {
    package let part: Part
    package let head: String
    package let rows: [Row]
  }

  /// The story in a line.
  package let headline: String
  /// Which meeting against which, with what caveat.
  package let circumstances: String
  package let sections: [Section]

  /// The outline of a digest, in the language it is told in.
  package init(_ digest: MeetingDigest) {
    let lines = Story(digest: digest).lines
    (headline, circumstances) = (lines.first ?? "", lines.dropFirst().first ?? "")
    sections = DigestText.sections(of: digest).map { part, section in
      let rows = section.rows.map { Row(label: $0.label, items: $0.items, kind: $0.kind) }
      return Section(part: part, head: section.head, rows: rows)
    }
  }

  /// The sections about one thing.
  package func sections(_ part: Part) -> [Section] { sections.filter { $0.part == part } }
}
