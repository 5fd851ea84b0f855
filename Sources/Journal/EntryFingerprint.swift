// SPDX-License-Identifier: Apache-2.0

/// What an entry says, in eight bytes that are the same in whatever order its fields are read.
///
/// A power cut may leave some fields of an entry that was never synced and take others; journald shows what is
/// left, and finds it by its id as if it were whole. What journald adds and MINUTED_REISSUE do not count.
struct EntryFingerprint {
  private static let uncounted = ["_", "SYSLOG_", "CODE_", "MINUTED_REISSUE="].map { Array($0.utf8) }

  private(set) var value: UInt64 = 0

  /// Adds a field as the journal has it: `NAME=value`.
  mutating func add(_ field: some Collection<UInt8>) {
    guard !Self.uncounted.contains(where: { field.starts(with: $0) }) else { return }
    // FNV-1a: it has to tell what is missing, and nobody tries to deceive it.
    value &+= field.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension JournalEntry {
  /// What `JournalSighting.fingerprint` is where the whole entry stands in the journal.
  package var fingerprint: UInt64 {
    var print = EntryFingerprint()
    for field in fields { print.add("\(field.name)=\(field.value)".utf8) }
    return print.value
  }
}
