// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// The entries of arrivals that make no digest, with ids that are the same whenever the same file came to the
/// same.
struct Outcomes {
  func rejected(_ file: ArrivedFile, _ error: DocumentError) -> Entry {
    let document = document(of: file)
    // Bytes that were never taken are told apart by the file's state: a second one that is too large is told
    // again.
    let version = file.sha256 ?? "\(file.size) \(file.mtime) \(file.ctime)"
    return OutcomeEntry.rejected(
      document, reason: error.reason.rawValue, problem: error.what, remedy: error.hint,
      id: id(.rejected, Document(name: file.display, sha256: version), 1))
  }

  func duplicate(_ file: ArrivedFile, of first: Document) -> Entry {
    let document = document(of: file)
    return OutcomeEntry.duplicate(document, of: first, id: id(.duplicate, document, 1))
  }

  /// A further report of a known meeting; `part` counts the meetings of the document.
  func source(_ reading: DocumentReading, of record: Record, part: Int) -> Entry {
    OutcomeEntry.source(reading.document, of: record, id: id(.source, reading.document, part))
  }

  func bulletin(_ reading: DocumentReading) -> Entry {
    OutcomeEntry.bulletin(
      reading.document, figures: reading.report.figures.count, id: id(.source, reading.document, 1))
  }

  private func document(of file: ArrivedFile) -> Document {
    Document(name: file.display, sha256: file.sha256 ?? "", provenance: file.provenance)
  }

  private func id(_ event: Event, _ document: Document, _ part: Int) -> String {
    let key = "\(event.rawValue)\n\(document.name)\n\(document.sha256)\n\(part)"
    return "\(SHA256.hex(Array(key.utf8)).prefix(16))-00"
  }
}
