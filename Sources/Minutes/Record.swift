// SPDX-License-Identifier: Apache-2.0

/// A meeting in the archive, with the documents that tell of it.
///
/// `documents` is in order of arrival; the meeting's reading is the fullest of theirs.
/// `sources` are publisher, date and address as far as the texts give them, one a document.
package struct Record: Sendable, Hashable, Codable {
  package var meeting: Meeting
  package var documents: [Document]
  package var sources: [String]

  package var provenance: Provenance {
    documents.first?.provenance ?? .report
  }

  package init(meeting: Meeting, documents: [Document], sources: [String] = []) {
    self.meeting = meeting
    self.documents = documents
    self.sources = sources
  }
}
