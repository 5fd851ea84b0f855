// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// Pages are written when nothing else is to be done.
extension Daemon {
  func beginPages() {
    pages?.isBusy = { [unowned self] in
      turn?.enabled == true || hasBatch || delivery.isAtWork || !extractions.arrivals.isEmpty
    }
    pages?.complain = { [unowned self] problem in
      let told = "页面暂未写出：\(problem)；摘要照常，稍后自动再试"
      queue([machine.entry(.disk, told, priority: 4, ["MINUTED_REASON": "reports"])])
    }
    pages?.begin()
  }

  /// Writes anew the pages of digests that entries after this one withdraw or let hold again.
  func renewPages(toldAfter last: Int64) throws(ArchiveError) {
    guard let pages else { return }
    for row in try archive.pendingEntries(after: last, limit: 1_000) {
      guard let entry = Entry(bytes: row.fields) else { continue }
      let isReinstated = entry[JournalField.reason.rawValue] == RetractionEntry.reinstated
      let withdrawn = entry[JournalField.supersedes.rawValue]
      guard let digest = isReinstated ? entry[JournalField.digestID.rawValue] : withdrawn else { continue }
      pages.renew(digest)
      guard let kept = try archive.digests(prefix: digest).first else { continue }
      let key = MeetingKey(id: kept.meetingID, provenance: kept.provenance)
      if let told = try archive.currentDigest(of: key), told != digest { pages.renew(told) }
    }
  }
}
