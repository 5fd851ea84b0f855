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

  /// How closely an entry is looked at, and with it what `JournalSighting` says of it.
  package enum Care: Sendable, Hashable {
    /// Whether it is found by its id.
    case byID
    /// Whether it is found by SYSLOG_IDENTIFIER too, as by `journalctl -t minuted`.
    case byIdentifier
    /// What it says, and whether it is found by each of its fields: takes ten times as long.
    case byAll
  }

  /// What was sent last is among so many: more than may be under way.
  package static let latest = 16_384
  /// Each look-up brings pages of each of the journal's files into memory, up to 250 kB of a file, which are given
  /// back when the journal is closed: after so many it is opened anew.
  private static func looks(of extent: JournalView.Extent) -> Int { extent == .whole ? 16 : 128 }
  /// Entries land in the order in which they are sent: behind this many that have not there is nothing to find.
  private static let mostMisses = 64

  private let source: Source

  package init(_ source: Source = .system) {
    self.source = source
  }

  /// The entries among `ids` that can be seen, by MINUTED_ENTRY_ID. One that has fields in `places`
  /// (`NAME=value`) counts as seen too where an entry has them.
  ///
  /// Of an entry in `copies` the one that says by MINUTED_REISSUE that it is sent for that time anew. They are
  /// looked for where journald writes now: a look-up costs some microseconds for every file of the journal. The
  /// rest of it is asked where `isFinal`; else it stops after so many in a row that cannot be seen. Where
  /// `isWhole` is false, part of the journal could not be read: what was not found may be in it.
  package func look(
    for ids: [String], copies: [String: Int] = [:], places: [String: [[UInt8]]] = [:], isFinal: Bool = true,
    care: Care = .byID
  ) throws(JournalError) -> (found: [String: JournalSighting], isWhole: Bool) {
    let search = EntrySearch(copies: copies, places: places, care: care)
    let (recent, isWhole) = try look(for: ids, search, in: .recent, misses: isFinal ? .max : Self.mostMisses)
    guard isFinal, recent.count < ids.count || !isWhole else { return (recent, isWhole) }
    let rest = ids.filter { !(recent[$0].map { $0.isFoundOtherwise ?? true } ?? false) }
    let earlier = try look(for: rest, search, in: .whole, misses: .max)
    return (recent.merging(earlier.found) { $1 }, earlier.isWhole)
  }

  /// How entries are looked for: see `look`.
  private struct EntrySearch {
    let copies: [String: Int]
    let places: [String: [[UInt8]]]
    let care: Care
  }

  private func look(
    for ids: [String], _ search: EntrySearch, in extent: JournalView.Extent, misses: Int
  ) throws(JournalError) -> (found: [String: JournalSighting], isWhole: Bool) {
    guard !ids.isEmpty else { return ([:], true) }
    var view = try JournalView(source, extent)
    var found: [String: JournalSighting] = [:]
    var isWhole = true
    var missed = 0
    for (number, id) in ids.enumerated() where missed < misses {
      if number > 0, number.isMultiple(of: Self.looks(of: extent)) { view = try JournalView(source, extent) }
      let copy = search.copies[id].map { ["MINUTED_REISSUE=\($0)"] } ?? []
      found[id] = try sighting(in: view, where: ["MINUTED_ENTRY_ID=\(id)"] + copy, search.care)
      if found[id] == nil, let fields = search.places[id], try find(fields, in: view.handle) {
        found[id] = try sighting(view.handle)
      }
      missed = found[id] == nil ? missed + 1 : 0
      let isCertain = found[id].map { $0.isFoundOtherwise ?? true } ?? false
      guard !isCertain, !view.isWhole else { continue }
      isWhole = false
      view = try JournalView(source, extent)
    }
    return (found, isWhole)
  }

  /// Those of `ids` that stand among the latest entries, which are read one by one: those of minuted, and
  /// then, for what damage took out of that list too, those of all services.
  ///
  /// In a damaged file that journald goes on with, an id may never lead to its entry again, however often it
  /// is sent: its place in the index is the same. On a machine that logs much, the latest entries of all
  /// cover seconds. One that stands among these alone has `isFoundOtherwise` false: a journald that was killed
  /// has put it down and into no index, and no reader of minuted's entries sees it.
  package func searchLatest(
    for ids: Set<String>, copies: [String: Int] = [:], among latest: Int = latest
  ) throws(JournalError) -> [String: JournalSighting] {
    let found = try search(for: ids, copies, among: latest, where: "SYSLOG_IDENTIFIER=minuted")
    let missing = ids.subtracting(found.keys)
    guard !missing.isEmpty else { return found }
    let hidden = try search(for: missing, copies, among: latest).mapValues { sighting in
      var sighting = sighting
      sighting.isFoundOtherwise = false
      return sighting
    }
    return found.merging(hidden) { first, _ in first }
  }

  private func search(
    for ids: Set<String>, _ copies: [String: Int], among latest: Int, where match: String? = nil
  ) throws(JournalError) -> [String: JournalSighting] {
    let view = try JournalView(source)
    let journal = view.handle
    var found: [String: JournalSighting] = [:]
    if let match {
      _ = try check("sd_journal_add_match", sd_journal_add_match(journal, match, match.utf8.count))
    }
    _ = try check("sd_journal_seek_tail", sd_journal_seek_tail(journal))
    for _ in 0..<latest where found.count < ids.count {
      guard try check("sd_journal_previous", sd_journal_previous(journal)) > 0 else { break }
      guard let id = value("MINUTED_ENTRY_ID", journal), ids.contains(id), found[id] == nil else { continue }
      if let copy = copies[id], value("MINUTED_REISSUE", journal) != String(copy) { continue }
      found[id] = try sighting(journal)
      found[id]?.fingerprint = fingerprint(ownFields(journal))
    }
    return found
  }

  /// A field of the entry at hand, if it has one that can be read.
  private func value(_ name: String, _ journal: OpaquePointer) -> String? {
    var data: UnsafeRawPointer?
    var length = 0
    guard sd_journal_get_data(journal, name, &data, &length) >= 0 else { return nil }
    let field = String(decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self)
    return String(field.dropFirst(name.utf8.count + 1))
  }

  /// True where an entry with this MINUTED_BARRIER can be seen.
  package func showsBarrier(_ barrier: String) throws(JournalError) -> Bool {
    let match = ["MINUTED_BARRIER=\(barrier)"]
    if try sighting(in: JournalView(source, .recent), where: match) != nil { return true }
    return try sighting(in: JournalView(source), where: match) != nil
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

  /// The first entry that matches all, and how many do.
  private func sighting(
    in view: borrowing JournalView, where matches: [String], _ care: Care = .byID
  ) throws(JournalError) -> JournalSighting? {
    let journal = view.handle
    guard try find(matches.map { Array($0.utf8) }, in: journal) else { return nil }
    var sighting = try sighting(journal)
    var fields = care == .byAll ? ownFields(journal) : []
    while try check("sd_journal_next", sd_journal_next(journal)) > 0 {
      sighting.count += 1
      if care == .byAll { fields = ownFields(journal) }
    }
    switch care {
    case .byID: break
    case .byIdentifier:
      let fields = (matches + ["SYSLOG_IDENTIFIER=minuted"]).map { Array($0.utf8) }
      sighting.isFoundOtherwise = try find(fields, in: journal)
    case .byAll:
      sighting.fingerprint = fingerprint(fields)
      sighting.isFoundOtherwise = try find(fields, in: journal)
    }
    return sighting
  }

  /// The entry at hand.
  private func sighting(_ journal: OpaquePointer) throws(JournalError) -> JournalSighting {
    var time: UInt64 = 0
    _ = try check("sd_journal_get_realtime_usec", sd_journal_get_realtime_usec(journal, &time))
    var text: UnsafeMutablePointer<CChar>?
    _ = try check("sd_journal_get_cursor", sd_journal_get_cursor(journal, &text))
    defer { free(text) }
    return JournalSighting(cursor: text.map { String(cString: $0) } ?? "", realtime: time, count: 1)
  }

  /// Goes to the first entry that has all of these fields, of several values of a name one; false where none
  /// has, or where one is damaged so that it is no field any more.
  ///
  /// The journal is asked by an index a field. Damage may leave an entry in one and take it out of another:
  /// it stands there whole, and who looks for it by the other does not see it.
  private func find(_ fields: [[UInt8]], in journal: OpaquePointer) throws(JournalError) -> Bool {
    sd_journal_flush_matches(journal)
    for field in fields {
      let result = sd_journal_add_match(journal, field, field.count)
      if result == -EINVAL { return false }
      _ = try check("sd_journal_add_match", result)
    }
    _ = try check("sd_journal_seek_head", sd_journal_seek_head(journal))
    return try check("sd_journal_next", sd_journal_next(journal)) > 0
  }

  /// What can be read of the entry at hand, `NAME=value`, without what journald adds; fields that are damaged
  /// are passed over.
  private func ownFields(_ journal: OpaquePointer) -> [[UInt8]] {
    // Without a limit, by which long fields would be cut.
    sd_journal_set_data_threshold(journal, 0)
    sd_journal_restart_data(journal)
    var fields: [[UInt8]] = []
    var data: UnsafeRawPointer?
    var length = 0
    while sd_journal_enumerate_data(journal, &data, &length) > 0 {
      fields.append(Array(UnsafeRawBufferPointer(start: data, count: length)))
    }
    return fields.filter { $0.first != UInt8(ascii: "_") }
  }

  private func fingerprint(_ fields: [[UInt8]]) -> UInt64 {
    var print = EntryFingerprint()
    for field in fields { print.add(field) }
    return print.value
  }

  private func check(_ call: String, _ result: Int32) throws(JournalError) -> Int32 {
    guard result >= 0 else { throw JournalError(call: call, code: -result) }
    return result
  }
}
