// SPDX-License-Identifier: Apache-2.0

/// A meeting in the archive, with the documents that tell of it.
///
/// `documents` stand by fullness, whatever order they came in; the meeting's reading is the first one's, with what the
/// others add to it. `sources` are publisher, date and address as far as the texts give them, one a document.
package struct Record: Sendable, Hashable {
  package var meeting: Meeting
  package var documents: [Document]
  package var sources: [String]
  /// What people have put right in its reports, in an order of its own; a digest's id rests on it.
  package var amendments: [String]

  package var provenance: Provenance {
    documents.first?.provenance ?? .report
  }

  package init(meeting: Meeting, documents: [Document], sources: [String] = [], amendments: [String] = []) {
    self.meeting = meeting
    self.documents = documents
    self.sources = sources
    self.amendments = amendments
  }
}

extension Record {
  /// The document that an excerpt of the meeting stands in.
  package func document(of excerpt: Excerpt) -> Document? {
    documents.first { $0.sha256 == excerpt.document } ?? documents.first
  }
}
