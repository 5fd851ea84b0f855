// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// The way from a text as it arrived to its reading: what each rule found, and by what evidence.
///
/// Made for people who edit rules and words: every note names the rule's finding and what it was found by. A note
/// about the source has a span; what is quoted is clean text.
package struct Explanation: Sendable, Hashable {
  /// One step of the way: cleaning, the page, a meeting's frame, its lists, its figures.
  package struct Section: Sendable, Hashable {
    package var title: String
    package var notes: [Note]
  }

  /// One finding: `jurisdiction`, “广东省深圳市 440300”, by `host`.
  package struct Note: Sendable, Hashable {
    package var subject: String
    package var finding: String
    /// What it was found by; empty where the finding says it.
    package var evidence: [String]
    package var span: Span?

    package init(_ subject: String, _ finding: String, by evidence: [String] = [], at span: Span? = nil) {
      self.subject = subject
      self.finding = finding
      self.evidence = evidence
      self.span = span
    }
  }

  package var sections: [Section]
}
