// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The tables of the archive, as migrations that only go forward.
///
/// A migration that has shipped is never edited: the next one is added below it.
enum Schema {
  /// All migrations of this minuted, oldest first.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 ledger, meetings, digests, outbox") { db in
      try db.execute(sql: ledger + meetings + digests)
    }
    migrator.registerMigration("2 words, indicators, indexes of baselines") { db in
      try SearchTables.make(in: db)
    }
    migrator.registerMigration("3 sources, versions, batches") { db in
      try db.execute(sql: sources + backfill)
    }
    migrator.registerMigration("4 bulletins") { db in
      try db.execute(sql: bulletins)
    }
    migrator.registerMigration("5 entries sent anew after a power cut") { db in
      try db.execute(sql: reviews)
    }
    migrator.registerMigration("6 documents that a child opens, members of containers") { db in
      try db.execute(sql: children)
    }
    migrator.registerMigration("7 drop folders") { db in
      try db.execute(sql: folders)
    }
    migrator.registerMigration("8 what is read and what is begun") { db in
      try db.execute(sql: progress)
    }
    migrator.registerMigration("9 indexes of outcomes and moves") { db in
      try db.execute(sql: looks)
    }
    migrator.registerMigration("10 edits") { db in
      try db.execute(sql: edits)
    }
    migrator.registerMigration("11 amendments") { db in
      try db.execute(sql: amendments)
    }
    migrator.registerMigration("12 holds, marks, replays") { db in
      try db.execute(sql: holds)
    }
    migrator.registerMigration("13 backups, tombstones, what rereading changed") { db in
      try db.execute(sql: KeepingTables.all)
    }
    return migrator
  }

  /// One row an arrival: a version of a file that was complete. The row is the claim on the file.
  ///
  /// `name` is bytes, because a name that is not UTF-8 cannot be opened again from text. `attempt_boot` tells
  /// attempts that a power cut ended from those that a document ended.
  private static let ledger = """
    CREATE TABLE arrivals (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name BLOB NOT NULL, display TEXT NOT NULL, sha256 TEXT, provenance TEXT NOT NULL,
      size INTEGER NOT NULL, mtime INTEGER NOT NULL, ctime INTEGER NOT NULL, handle BLOB NOT NULL,
      boot TEXT NOT NULL, taken INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('taken', 'queued', 'journalled', 'rejected')),
      reason TEXT, attempts INTEGER NOT NULL DEFAULT 0, attempt_boot TEXT,
      UNIQUE (name, sha256)
    ) STRICT;
    CREATE INDEX arrivals_bytes ON arrivals (sha256);
    CREATE INDEX arrivals_state ON arrivals (state, id);

    """

  /// Documents, meetings, and which document tells of which meeting with which reading.
  ///
  /// A meeting's columns repeat what its fullest reading says, so that baselines are chosen from indexes
  /// alone. The real, the paraphrased and the invented report of one meeting are kept apart.
  private static let meetings = """
    CREATE TABLE documents (
      sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, arrival INTEGER NOT NULL,
      format TEXT NOT NULL, charset TEXT, provenance TEXT NOT NULL, rules TEXT NOT NULL,
      source TEXT NOT NULL, report TEXT NOT NULL
    ) STRICT;
    CREATE INDEX documents_rules ON documents (rules, arrival);
    CREATE TABLE meetings (
      id INTEGER PRIMARY KEY, meeting_id TEXT NOT NULL, provenance TEXT NOT NULL,
      title TEXT, division TEXT, name TEXT, parent TEXT, level TEXT, sector TEXT, kind TEXT, category TEXT,
      series TEXT, date TEXT, date_key INTEGER, plan_year INTEGER, reading INTEGER,
      UNIQUE (meeting_id, provenance)
    ) STRICT;
    CREATE INDEX meetings_series ON meetings (series, date_key);
    CREATE INDEX meetings_division ON meetings (division, sector, plan_year, date_key);
    CREATE INDEX meetings_siblings ON meetings (parent, level, sector, category, plan_year, date_key);
    CREATE INDEX meetings_peers ON meetings (level, sector, category, plan_year, date_key);
    CREATE INDEX meetings_sector ON meetings (sector, category, date_key);
    CREATE INDEX meetings_date ON meetings (date_key);
    CREATE TABLE meeting_documents (
      id INTEGER PRIMARY KEY,
      meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
      sha256 TEXT NOT NULL REFERENCES documents (sha256) ON DELETE CASCADE,
      part INTEGER NOT NULL, fullness INTEGER NOT NULL, reading TEXT NOT NULL,
      UNIQUE (sha256, part)
    ) STRICT;
    CREATE INDEX meeting_documents_meeting ON meeting_documents (meeting, fullness);

    """

  /// Digests as they were rendered, and the journal entries that are still to be sent or were.
  private static let digests = """
    CREATE TABLE digests (
      id INTEGER PRIMARY KEY, digest_id TEXT NOT NULL UNIQUE,
      meeting_id TEXT NOT NULL, provenance TEXT NOT NULL, baselines TEXT NOT NULL,
      json BLOB NOT NULL, text TEXT NOT NULL, supersedes TEXT, entries INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX digests_meeting ON digests (meeting_id, id);
    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, entry_id TEXT NOT NULL UNIQUE, digest_id TEXT,
      arrival INTEGER REFERENCES arrivals (id) ON DELETE SET NULL, fields BLOB NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'landed', 'retired')),
      cursor TEXT, attempts INTEGER NOT NULL DEFAULT 0,
      queued INTEGER NOT NULL DEFAULT (CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER))
    ) STRICT;
    CREATE INDEX outbox_open ON outbox (seq) WHERE state IN ('queued', 'sent');
    CREATE INDEX outbox_arrival ON outbox (arrival);
    """

  /// Several sources of a meeting, versions of a file, and what was read and is still to be told.
  ///
  /// `merged` is what all reports of a meeting say together, `superseded` the later version of a document.
  /// `previous` and `sources` are what a digest was made from, so that it can be seen whether it still
  /// stands. A row of `untold` is a meeting of a document (part 0: a document without one) whose outcome is
  /// still to be found; `batches` are imports and bursts that are under way; `corrections` are meetings with
  /// news that further sources are awaited for. `gist` tells reprints: 0 in what was read before there was
  /// one, until it is read again.
  private static let sources = """
    ALTER TABLE meeting_documents ADD COLUMN gist INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE arrivals ADD COLUMN batch INTEGER;
    CREATE INDEX arrivals_name ON arrivals (name, id);
    ALTER TABLE documents ADD COLUMN superseded TEXT;
    CREATE INDEX documents_superseded ON documents (superseded) WHERE superseded IS NOT NULL;
    ALTER TABLE meetings ADD COLUMN merged TEXT;
    ALTER TABLE digests ADD COLUMN previous TEXT;
    ALTER TABLE digests ADD COLUMN sources TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE digests ADD COLUMN retracted INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE untold (
      arrival INTEGER NOT NULL REFERENCES arrivals (id) ON DELETE CASCADE, part INTEGER NOT NULL,
      batch INTEGER, date_key INTEGER NOT NULL, meeting_id TEXT NOT NULL, fullness INTEGER NOT NULL,
      sha256 TEXT NOT NULL, PRIMARY KEY (arrival, part)
    ) STRICT;
    CREATE INDEX untold_order ON untold (batch, date_key, part, meeting_id, fullness DESC, sha256);
    CREATE TABLE batches (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL CHECK (kind IN ('import', 'burst')),
      files INTEGER NOT NULL DEFAULT 0, digests INTEGER NOT NULL DEFAULT 0,
      duplicates INTEGER NOT NULL DEFAULT 0, sources INTEGER NOT NULL DEFAULT 0,
      rejected INTEGER NOT NULL DEFAULT 0, outdated INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX arrivals_batch ON arrivals (batch, id) WHERE state = 'taken';
    CREATE TABLE corrections (
      meeting_id TEXT NOT NULL, provenance TEXT NOT NULL, PRIMARY KEY (meeting_id, provenance)
    ) STRICT;

    """

  /// Whose figures a document without a meeting gives, and when it was published; null for all others.
  ///
  /// What was kept before is found once it has been read again by newer rules.
  private static let bulletins = """
    ALTER TABLE documents ADD COLUMN division TEXT;
    ALTER TABLE documents ADD COLUMN published_key INTEGER;
    CREATE INDEX documents_bulletins ON documents (division, provenance, published_key DESC, sha256)
      WHERE division IS NOT NULL;
    """

  /// What digests of before rested on, taken from what they say of themselves.
  private static let backfill = """
    UPDATE digests SET
      previous = (SELECT value ->> 'id' FROM json_each(CAST(json AS TEXT), '$.baselines')
        WHERE value ->> 'relation' = 'previous'),
      sources = (SELECT json_group_array(value ->> 'sha256')
        FROM json_each(CAST(json AS TEXT), '$.documents'));
    """

  /// Which arrivals are read and wait to be told (`read`), and indexes of the few that a step asks for: of a
  /// burst of a hundred thousand, the next to be read and those that were begun are found without looking at
  /// the rest.
  private static let progress = """
    ALTER TABLE arrivals ADD COLUMN read INTEGER NOT NULL DEFAULT 0;
    UPDATE arrivals SET read = 1 WHERE id IN (SELECT arrival FROM untold);
    DROP INDEX arrivals_batch;
    CREATE INDEX arrivals_unread ON arrivals (batch, id) WHERE state = 'taken' AND read = 0;
    CREATE INDEX arrivals_begun ON arrivals (attempt_boot) WHERE state = 'taken' AND attempts > 0;
    """

  /// How often an entry was sent anew after it had been read back, and how far the journal was looked through
  /// since the machine's last boot: `reviewed` and `until` are numbers of the outbox.
  private static let reviews = """
    ALTER TABLE outbox ADD COLUMN reissue INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE boots (
      id INTEGER PRIMARY KEY CHECK (id = 1), boot TEXT NOT NULL, reviewed INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT;
    """

  /// Arrivals that are set aside until a child opens them, and which arrival holds a member.
  ///
  /// A container has no outcome of its own: once its members are entered, its row is `journalled`.
  private static let children = """
    ALTER TABLE arrivals ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE arrivals ADD COLUMN container INTEGER;
    CREATE INDEX arrivals_aside ON arrivals (attempts, id) WHERE state = 'taken' AND aside = 1;
    """

  /// Which folder stood under each path of `Folder=` when it was last served.
  private static let folders = """
    CREATE TABLE folders (path TEXT PRIMARY KEY, identity BLOB NOT NULL) STRICT;
    """

  /// Indexes of what is asked for again and again: the first entry of each outcome, without the hundred
  /// changes behind it, and the arrival that a file may have been before it was moved, without all its
  /// copies.
  private static let looks = """
    CREATE INDEX outbox_outcomes ON outbox (arrival) WHERE substr(entry_id, -3) = '-00';
    CREATE INDEX arrivals_moved ON arrivals (handle, sha256);
    """

  /// Who has asked for what, and why; `undone` is the edit that took it back.
  private static let edits = """
    CREATE TABLE edits (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, uid INTEGER NOT NULL, who TEXT NOT NULL,
      verb TEXT NOT NULL, target TEXT NOT NULL, content TEXT NOT NULL, reason TEXT NOT NULL,
      undone INTEGER REFERENCES edits (id)
    ) STRICT;
    CREATE INDEX edits_verb ON edits (verb, id);
    CREATE INDEX edits_target ON edits (target);
    """

  /// What edits change in readings, and those readings as the rules alone made them.
  ///
  /// An amendment is tied to bytes and to words and a place in them, not to a row that the next reading
  /// replaces; its document may come later. `standing` is what the present rules read of it, `told` the
  /// standing that was last told. `withdrawn` is the edit that withdrew a meeting, `edit` the one that a
  /// digest was sent for.
  private static let amendments = """
    CREATE TABLE amendments (
      id INTEGER PRIMARY KEY AUTOINCREMENT, edit INTEGER NOT NULL REFERENCES edits (id),
      sha256 TEXT NOT NULL, part INTEGER NOT NULL, subject TEXT NOT NULL, words TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, name TEXT NOT NULL, amount TEXT NOT NULL,
      field TEXT NOT NULL, before TEXT, after TEXT NOT NULL,
      standing TEXT NOT NULL DEFAULT 'holds', told TEXT NOT NULL DEFAULT 'holds', found TEXT
    ) STRICT;
    CREATE INDEX amendments_document ON amendments (sha256, edit, id);
    CREATE INDEX amendments_edit ON amendments (edit, id);
    CREATE TABLE rules_readings (sha256 TEXT PRIMARY KEY, report TEXT NOT NULL) STRICT;
    ALTER TABLE meetings ADD COLUMN withdrawn INTEGER;
    ALTER TABLE digests ADD COLUMN edit INTEGER;
    CREATE INDEX digests_supersedes ON digests (supersedes) WHERE supersedes IS NOT NULL;
    """

  /// What waits to be released, what readers have called insignificant, and which entries are sent anew.
  ///
  /// An arrival with a row in `held` is read and not told: `meetings` and `reason` say what reading found,
  /// `release` when it is to be told by itself. A mark holds for the changes of a series that are like the one
  /// that was marked, by the edit that set it. `replayed` is 1 from the request until the journal shows the copy.
  private static let holds = """
    CREATE TABLE held (
      arrival INTEGER PRIMARY KEY REFERENCES arrivals (id) ON DELETE CASCADE, release INTEGER,
      meetings TEXT NOT NULL DEFAULT '[]', reason TEXT
    ) STRICT;
    CREATE INDEX held_release ON held (release) WHERE release IS NOT NULL;
    CREATE TABLE marks (
      edit INTEGER PRIMARY KEY REFERENCES edits (id), series TEXT NOT NULL, change TEXT NOT NULL,
      subject TEXT NOT NULL, matter TEXT NOT NULL
    ) STRICT;
    CREATE INDEX marks_series ON marks (series);
    ALTER TABLE outbox ADD COLUMN replayed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX outbox_replayed ON outbox (seq) WHERE replayed = 1;
    """
}
