// SPDX-License-Identifier: Apache-2.0

/// How an amended thing is found again in a later reading of the same document.
///
/// Rules may come to quote a word more or less: then the place tells, and among several at one place
/// (分别为1、2、3) the name and the amount as the rules first read them.
package struct Mark: Sendable, Hashable {
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    case meeting, figure, priority
  }

  package var subject: Subject
  /// The figure's quotation, the task's head, the meeting's title.
  package var words: String
  /// Where it stands in the source; of a meeting, from its first paragraph to its last.
  package var span: Span
  /// The figure's indicator, the task's head, the meeting's kind, as read when it was marked.
  package var name: String
  /// The figure's value with its unit; empty for all else.
  package var amount: String

  package init(subject: Subject, words: String, span: Span, name: String, amount: String = "") {
    self.subject = subject
    self.words = words
    self.span = span
    self.name = name
    self.amount = amount
  }
}

extension Span {
  /// How many scalars two places share.
  package func overlap(_ other: Span) -> Int { max(0, min(end, other.end) - max(start, other.start)) }
}
