// SPDX-License-Identifier: Apache-2.0

/// One thing that a person has put right in what the rules read from a document (人工更正).
///
/// It is tied to what stays when rules change: the document's hash, and the words and place of what it is
/// about. So it is laid anew over whatever is read from the same bytes, on any machine.
///
/// Example: 养老床位14050张, read as 14050, is 14500: the figure's `value`, before 14050, after 14500.
package struct Amendment: Sendable, Hashable {
  /// What is put right.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    /// Of a meeting: its day, its place by code, the words of its name, its field of work.
    case date, jurisdiction, kind, sector
    /// Of a figure; `period` also of a meeting, whose tasks it is set for.
    case value, unit, indicator, period
    /// Of a task: its title, its place in the list, its line of work.
    case head, rank, topic
    /// The text says no such figure, or sets no such task.
    case none
    /// This task is the same as one of an earlier meeting, named by its head, or is another one.
    case link, unlink
  }

  /// What a reading says now of what was amended.
  package enum Standing: String, Sendable, Hashable, CaseIterable {
    /// The rules read what they read when it was put right.
    case holds
    /// The rules have come to read what it was put right to.
    case agrees
    /// The rules read a third thing.
    case differs
    /// What it is about is no longer found in the text.
    case lost
    /// A later version of the file has taken the document's place, and says otherwise what was put right.
    case superseded
    /// A later version of the file has taken the document's place, in which the same is put right by the same
    /// edit.
    case carried
  }

  /// The SHA-256 of the document.
  package var document: String
  /// Which of its meetings, from 1; 0 for a document without one.
  package var part: Int
  package var mark: Mark
  package var field: Field
  /// What the rules read; nil where they read nothing.
  package var before: String?
  /// What it is instead; empty for `none`.
  package var after: String

  package init(document: String, part: Int, mark: Mark, field: Field, before: String?, after: String) {
    self.document = document
    self.part = part
    self.mark = mark
    self.field = field
    self.before = before
    self.after = after
  }
}

extension Amendment: CustomStringConvertible {
  /// What follows from it, the same on any machine: it belongs to what a digest's id is made from.
  package var description: String {
    "\(mark.subject) \(mark.span.start)-\(mark.span.end) \(mark.name) \(mark.amount) \(field)=\(after)"
  }
}
