// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// A document and what was read from it under which rules.
package struct DocumentReading: Sendable, Hashable {
  package var document: Document
  /// What kind of file it is: `text`, `html`, `pdf`.
  package var format: String
  /// The charset of plain text: `GB18030`; nil for formats that have none.
  package var charset: String?
  /// `<rules number>+<12 hex digits over the tables>`; both sides of a comparison must have the same.
  package var rules: String
  /// What counts: as people have amended it, where they have.
  package var report: Report
  /// What the rules alone read, and how each amendment stands to it; nil where nobody has amended anything.
  package var amended: AmendedParts?

  package init(document: Document, format: String, charset: String?, rules: String, report: Report) {
    self.document = document
    self.format = format
    self.charset = charset
    self.rules = rules
    self.report = report
  }
}
