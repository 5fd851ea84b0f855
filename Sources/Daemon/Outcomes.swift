// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Diff
internal import Digest
internal import Minutes

/// The entries of arrivals that make no digest, with ids that are the same whenever the same file came to the
/// same.
struct Outcomes {
  /// What they are told in.
  var voice = Voice.chinese

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
    return OutcomeEntry.duplicate(document, of: first, id: id(.duplicate, document, 1), in: voice)
  }

  /// A further report of a known meeting; `part` counts the meetings of the document.
  func source(_ reading: DocumentReading, of record: Record, _ story: SourceStory, part: Int) -> Entry {
    let parts = reading.report.meetings.count
    return OutcomeEntry.source(
      reading.document, of: record, story, part: parts > 1 ? (part, parts) : nil,
      id: id(.source, reading.document, part), in: voice)
  }

  /// Two reports that contradict each other; the same whichever came first. `edit` is the number of the edit
  /// that has put one of them right.
  func conflict(_ conflict: SourceConflict, of record: Record, edit: Int64? = nil) -> Entry {
    let matter = conflict.figures.map { "\($0.indicator) \($0.to?.period?.rawValue ?? "")" } ?? "order"
    let hashes = [conflict.fromDocument.sha256, conflict.toDocument.sha256].sorted()
    let key = [Event.conflict.rawValue, record.meeting.id] + hashes + [matter]
    return ConflictEntry.make(conflict, of: record, edit: edit, id: id(key), in: voice)
  }

  /// A digest that is withdrawn.
  func retraction(
    of digest: String, _ meeting: Meeting, _ reason: RetractionEntry.Reason, cause: Document? = nil,
    restored: String? = nil, edit: Edit? = nil, removed: [String] = [], isReturn: Bool = false
  ) -> Entry {
    var key = [Event.retraction.rawValue, digest, reason.rawValue, cause?.sha256 ?? restored ?? ""]
    // People may do and undo one thing several times: each time is told.
    if let edit { key.append(String(edit.at)) }
    return RetractionEntry.make(
      digest, of: meeting, reason: reason, cause: cause, restored: restored, why: edit?.reason ?? "",
      removed: removed, isReturn: isReturn, id: id(key), in: voice)
  }

  /// A digest that holds again as it was sent, after its meeting's withdrawal was taken back.
  func reinstatement(of digest: String, _ meeting: Meeting, _ edit: Edit) -> Entry {
    let key = ["reinstated", digest, String(edit.at)]
    return RetractionEntry.reinstating(digest, of: meeting, why: edit.reason, id: id(key), in: voice)
  }

  /// Something that a person has put right and that these rules read otherwise; `reading` is what is read
  /// now.
  func conflict(
    _ kept: KeptAmendment, by attribution: Attribution, reading: String?, of record: Record, rules: String
  ) -> Entry {
    let key = [
      "amended", kept.amendment.document, "\(kept.amendment)", kept.standing.rawValue, kept.found ?? "",
      rules,
    ]
    let contradiction = Contradiction(kept.amendment, kept.standing, by: attribution, reading: reading)
    return AmendmentEntry.conflict(contradiction, of: record, id: id(key), in: voice)
  }

  func bulletin(_ reading: DocumentReading) -> Entry {
    OutcomeEntry.bulletin(
      reading.document, figures: reading.report.figures.count, place: reading.report.jurisdiction?.name,
      id: id(.source, reading.document, 1), in: voice)
  }

  private func document(of file: ArrivedFile) -> Document {
    Document(name: file.display, sha256: file.sha256 ?? "", provenance: file.provenance)
  }

  private func id(_ event: Event, _ document: Document, _ part: Int) -> String {
    id([event.rawValue, document.name, document.sha256, String(part)])
  }

  private func id(_ key: [String]) -> String {
    "\(SHA256.hex(Array(key.joined(separator: "\n").utf8)).prefix(16))-00"
  }
}
