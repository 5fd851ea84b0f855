// SPDX-License-Identifier: Apache-2.0

package import Digest

/// A page in the making: what it says and in which order, in no format yet.
///
/// One sheet is written as HTML or Markdown by the writers; what it is made from is as values elsewhere, for
/// CSV and JSON.
package struct Sheet: Sendable, Hashable {
  package struct Section: Sendable, Hashable {
    /// Where links lead to; letters only.
    package var anchor: String
    package var heading: String
    package var blocks: [Block]

    package init(_ anchor: String, _ heading: String, _ blocks: [Block]) {
      self.anchor = anchor
      self.heading = heading
      self.blocks = blocks
    }
  }

  package var language: Language
  /// Above the headline: what kind of page it is.
  package var kicker: String
  package var headline: String
  /// Below it: what it rests on.
  package var lead: [[Inline]]
  /// What a reader must know before anything else: an invented text, a retelling.
  package var warnings: [String]
  package var sections: [Section]
  package var foot: [[Inline]]

  package init(
    language: Language, kicker: String, headline: String, lead: [[Inline]] = [], warnings: [String] = [],
    sections: [Section] = [], foot: [[Inline]] = []
  ) {
    self.language = language
    self.kicker = kicker
    self.headline = headline
    self.lead = lead
    self.warnings = warnings
    self.sections = sections
    self.foot = foot
  }
}
