// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import CSystemd
internal import Glibc

/// Reads the journal back: which entries are there, how far back it reaches, and makes it durable.
///
/// Each question opens the journal anew, since a handle that was opened before a file was rotated or created
/// misses it. Without the group systemd-journal it opens and shows nothing; that an entry is missing
/// therefore proves nothing unless a barrier that was sent later is seen (`Confirmation`).
package struct JournalReader: Sendable {
  /// Where the journal is read from.
  package enum Source: Sendable, Hashable {
    case system
    /// A `LogNamespace=`.
    case namespace(String)
    /// A folder of journal files.
    case directory(String)
  }

  private let source: Source

  package init(_ source: Source = .system) {
    self.source = source
  }

  /// The entries among `ids` that can be seen, by MINUTED_ENTRY_ID; stops looking after so many in a row that
  /// cannot. With `reading`, sightings have the fingerprint of what stands there.
  ///
  /// Where `isWhole` is false, part of the journal could not be read: what was not found may be in it.
  package func look(
    for ids: [String], misses: Int = .max, reading: Bool = false
  ) throws(JournalError) -> (found: [String: JournalSighting], isWhole: Bool) {
    var view = try JournalView(source)
    var found: [String: JournalSighting] = [:]
    var isWhole = true
    var missed = 0
    for id in ids where missed < misses {
      found[id] = try sighting(in: view, where: "MINUTED_ENTRY_ID=\(id)", reading: reading)
      missed = found[id] == nil ? missed + 1 : 0
      guard missed > 0, !view.isWhole else { continue }
      isWhole = false
      view = try JournalView(source)
    }
    return (found, isWhole)
  }

  /// True where an entry with this MINUTED_BARRIER can be seen.
  package func showsBarrier(_ barrier: String) throws(JournalError) -> Bool {
    let journal = try JournalView(source)
    return try sighting(in: journal, where: "MINUTED_BARRIER=\(barrier)") != nil
  }

  /// The time of the oldest entry in microseconds since 1970, or nil where none can be seen.
  package func oldestEntry() throws(JournalError) -> UInt64? {
    let view = try JournalView(source)
    let journal = view.handle
    _ = try check("sd_journal_seek_head", sd_journal_seek_head(journal))
    guard try check("sd_journal_next", sd_journal_next(journal)) > 0 else {
      guard view.isWhole else { throw JournalError(call: "sd_journal_next", code: EIO) }
      return nil
    }
    var time: UInt64 = 0
    _ = try check("sd_journal_get_realtime_usec", sd_journal_get_realtime_usec(journal, &time))
    return time
  }

  /// The first entry that matches, and how many there are.
  private func sighting(
    in view: borrowing JournalView, where match: String, reading: Bool = false
  ) throws(JournalError) -> JournalSighting? {
    let journal = view.handle
    sd_journal_flush_matches(journal)
    _ = try check("sd_journal_add_match", sd_journal_add_match(journal, match, match.utf8.count))
    _ = try check("sd_journal_seek_head", sd_journal_seek_head(journal))
    guard try check("sd_journal_next", sd_journal_next(journal)) > 0 else { return nil }
    var time: UInt64 = 0
    _ = try check("sd_journal_get_realtime_usec", sd_journal_get_realtime_usec(journal, &time))
    var text: UnsafeMutablePointer<CChar>?
    _ = try check("sd_journal_get_cursor", sd_journal_get_cursor(journal, &text))
    defer { free(text) }
    let cursor = text.map { String(cString: $0) } ?? ""
    var count = 1
    var fingerprint = reading ? fingerprint(journal) : nil
    while try check("sd_journal_next", sd_journal_next(journal)) > 0 {
      count += 1
      if reading { fingerprint = self.fingerprint(journal) }
    }
    return JournalSighting(cursor: cursor, realtime: time, count: count, fingerprint: fingerprint)
  }

  /// What can be read of the entry at hand; fields that are damaged are passed over.
  private func fingerprint(_ journal: OpaquePointer) -> UInt64 {
    // Without a limit, by which long fields would be cut.
    sd_journal_set_data_threshold(journal, 0)
    sd_journal_restart_data(journal)
    var print = EntryFingerprint()
    var data: UnsafeRawPointer?
    var length = 0
    while sd_journal_enumerate_data(journal, &data, &length) > 0 {
      print.add(UnsafeRawBufferPointer(start: data, count: length))
    }
    return print.value
  }

  private func check(_ call: String, _ result: Int32) throws(JournalError) -> Int32 {
    guard result >= 0 else { throw JournalError(call: call, code: -result) }
    return result
  }
}
