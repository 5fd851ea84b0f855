// SPDX-License-Identifier: Apache-2.0

/// What makes an archive last: migration 13.
///
/// `restored` says up to which entry it came from a backup, and until when the journal is asked before
/// anything is sent (`until`, microseconds). A row of `forgotten` is all that is left of a document: bytes
/// that come again are refused. `programs` are the versions of minuted that have written here. `gone` is 1 for arrivals whose original is no longer kept. A row of
/// `rereadings` is a document that other rules read otherwise, and `changes` what; the one of `rereading` says
/// that all are read again by these rules, whatever their own, and that those from `arrival` on are done.
enum KeepingTables {
  static let all = """
    CREATE TABLE restored (
      id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL, at INTEGER NOT NULL, until INTEGER
    ) STRICT;
    CREATE TABLE forgotten (
      sha256 TEXT PRIMARY KEY, at INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT;
    ALTER TABLE arrivals ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX arrivals_originals ON arrivals (taken) WHERE gone = 0 AND sha256 IS NOT NULL;
    CREATE INDEX documents_arrival ON documents (arrival);
    CREATE TABLE rereadings (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL,
      earlier TEXT NOT NULL, later TEXT NOT NULL, changes TEXT NOT NULL
    ) STRICT;
    CREATE INDEX rereadings_rules ON rereadings (earlier, later);
    CREATE INDEX rereadings_document ON rereadings (sha256);
    CREATE TABLE programs (
      version TEXT PRIMARY KEY,
      first INTEGER NOT NULL DEFAULT (CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER))
    ) STRICT;
    CREATE TABLE rereading (
      id INTEGER PRIMARY KEY CHECK (id = 1), rules TEXT NOT NULL, arrival INTEGER NOT NULL
    ) STRICT;
    """
}
