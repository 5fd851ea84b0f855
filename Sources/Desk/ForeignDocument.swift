// SPDX-License-Identifier: Apache-2.0

package import Extraction

/// A document that is more than plain text, made ready for the child that is to open it.
package struct ForeignDocument: Sendable {
  package var format: DocumentFormat
  /// The document; of a page the text, decoded, so that there is one judge of charsets.
  package var bytes: [UInt8]
  /// What a page was decoded from; nil where the format itself lays it down.
  package var charset: String?
}

extension ForeignDocument {
  /// True for archives, whose members are the documents.
  package var holdsDocuments: Bool { format.source == .unpacking }
}
