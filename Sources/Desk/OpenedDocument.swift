// SPDX-License-Identifier: Apache-2.0

package import Extraction

/// A document as a child has opened it.
///
/// What holds documents, such as a ZIP, has members; all else has blocks.
package struct OpenedDocument: Sendable {
  package var format: DocumentFormat
  package var charset: String?
  package var content: ExtractedDocument

  package init(format: DocumentFormat, charset: String?, content: ExtractedDocument) {
    self.format = format
    self.charset = charset
    self.content = content
  }
}
