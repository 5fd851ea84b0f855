// SPDX-License-Identifier: Apache-2.0

/// A place in the source: the half-open range `[start, end)` in Unicode scalars of the decoded text before cleaning.
///
/// Cleaning removes and joins characters; spans always point into what arrived, so that every value can be shown where
/// it stands.
///
/// Example: 养老床位14050张 at the head of a text has the span 0–10.
package struct Span: Sendable, Hashable {
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
