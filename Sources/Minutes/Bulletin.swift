// SPDX-License-Identifier: Apache-2.0

/// Figures that a place publishes outside its meetings (公报): they may answer what its meetings have promised.
///
/// A statistical bulletin of January often says what the report of March leaves out. What it answers is
/// always told as its word and not the meeting's.
///
/// Example: 2023年瀚海省民政事业发展统计公报, published 2024-01-22, has the share of certified community workers.
package struct Bulletin: Sendable, Hashable {
  package var document: Document
  /// Its first line, where it has one.
  package var title: String?
  package var published: MeetingDate
  /// Publisher, date and address as far as the text gives them.
  package var source: String
  /// Each with the document's hash in its excerpt, so that a quotation is never looked for in a meeting's
  /// report.
  package var figures: [Figure]

  package init(
    document: Document, title: String?, published: MeetingDate, source: String, figures: [Figure]
  ) {
    self.document = document
    self.title = title
    self.published = published
    self.source = source
    self.figures = figures.map { figure in
      var figure = figure
      figure.excerpt.document = document.sha256
      return figure
    }
  }
}
