// SPDX-License-Identifier: Apache-2.0
internal import CSystemd
internal import Glibc

/// Reads entries as they come, as `journalctl --follow` does.
///
/// For people who look on: a file that is rotated meanwhile is followed into the next. What must be sure that
/// nothing is missing asks `JournalReader`.
package final class JournalFollower {
  /// One entry: its fields in the journal's order, a name may stand several times.
  package struct Entry: Sendable {
    /// When the journal received it, in microseconds since 1970.
    package var time: UInt64
    package var fields: [(name: String, value: String)]

    /// The first value of a field, or nil.
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
  }

  private let journal: OpaquePointer

  /// Opens the journal for entries that have one of `matches`: `MINUTED_EVENT=digest`.
  ///
  /// The library opens a journal of which no file may be read, and has nothing to show for ever: that is an
  /// error here.
  package init(_ source: JournalReader.Source, matches: [String]) throws(JournalError) {
    guard Self.mayRead(source) else { throw JournalError(call: "sd_journal_open", code: EACCES) }
    var opened: OpaquePointer?
    let (call, result) =
      switch source {
      case .system: ("sd_journal_open", sd_journal_open(&opened, 0))
      case .namespace(let name): ("sd_journal_open_namespace", sd_journal_open_namespace(&opened, name, 0))
      case .directory(let path): ("sd_journal_open_directory", sd_journal_open_directory(&opened, path, 0))
      }
    guard result >= 0, let opened else { throw JournalError(call: call, code: -result) }
    journal = opened
    // Without a limit, by which long fields would be cut.
    sd_journal_set_data_threshold(journal, 0)
    for match in matches {
      let result = sd_journal_add_match(journal, match, match.utf8.count)
      guard result >= 0 else { throw JournalError(call: "sd_journal_add_match", code: -result) }
    }
  }

  /// False where there are files of the journal and this user may read none of them.
  private static func mayRead(_ source: JournalReader.Source) -> Bool {
    let patterns =
      switch source {
      // A user's own journal has nothing that a service wrote.
      case .system: ["/var/log/journal/*/system*.journal", "/run/log/journal/*/system*.journal"]
      case .namespace(let name):
        ["/var/log/journal/*.\(name)/system*.journal", "/run/log/journal/*.\(name)/system*.journal"]
      case .directory(let path): [path + "/*.journal"]
      }
    let files = patterns.flatMap(files)
    return files.isEmpty || files.contains { access($0, R_OK) == 0 }
  }

  private static func files(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }

  deinit { sd_journal_close(journal) }

  /// Goes to where the last `count` entries begin.
  package func seek(last count: Int) throws(JournalError) {
    try check("sd_journal_seek_tail", sd_journal_seek_tail(journal))
    // From the end one goes back to an entry, and from it forward: one more is skipped than is to be read.
    let skipped = try check(
      "sd_journal_previous_skip", sd_journal_previous_skip(journal, UInt64(max(0, count) + 1)))
    if skipped <= Int32(clamping: count) { try check("sd_journal_seek_head", sd_journal_seek_head(journal)) }
  }

  /// Goes to the first entry from a time on, in microseconds since 1970.
  package func seek(since time: UInt64) throws(JournalError) {
    try check("sd_journal_seek_realtime_usec", sd_journal_seek_realtime_usec(journal, time))
  }

  /// The next entry, or nil where none has come yet.
  package func next() throws(JournalError) -> Entry? {
    guard try check("sd_journal_next", sd_journal_next(journal)) > 0 else { return nil }
    var time: UInt64 = 0
    try check("sd_journal_get_realtime_usec", sd_journal_get_realtime_usec(journal, &time))
    var entry = Entry(time: time, fields: [])
    var data: UnsafeRawPointer?
    var length = 0
    sd_journal_restart_data(journal)
    while sd_journal_enumerate_data(journal, &data, &length) > 0 {
      let bytes = UnsafeRawBufferPointer(start: data, count: length)
      guard let end = bytes.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let (name, value) = (bytes[..<end], bytes[(end + 1)...])
      entry.fields.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }
    return entry
  }

  /// Waits until something may have come; false where nobody reads `output` any more.
  package func wait(writingTo output: Int32) throws(JournalError) -> Bool {
    let descriptor = try check("sd_journal_get_fd", sd_journal_get_fd(journal))
    var polled = [
      pollfd(fd: descriptor, events: Int16(sd_journal_get_events(journal)), revents: 0),
      pollfd(fd: output, events: 0, revents: 0),
    ]
    // A journal on a network tells nothing and is looked at every two seconds.
    _ = poll(&polled, 2, 2_000)
    if polled[1].revents & Int16(POLLERR | POLLHUP) != 0 { return false }
    try check("sd_journal_process", sd_journal_process(journal))
    return true
  }

  @discardableResult private func check(_ call: String, _ result: Int32) throws(JournalError) -> Int32 {
    guard result >= 0 else { throw JournalError(call: call, code: -result) }
    return result
  }
}
