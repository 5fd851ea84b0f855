// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Minutes

/// A kept meeting as `show --json` and `export meetings` print it: meeting as in `read --json`, documents, sources.
enum RecordJSON {
  static func value(_ record: Record) -> JSONValue { .object(members(record)) }

  static func members(_ record: Record) -> JSONValue.Members {
    let documents = record.documents.map { document in
      JSONValue.object([
        "file": .string(document.name), "sha256": .string(document.sha256),
        "provenance": .string(document.provenance.rawValue),
      ])
    }
    return [
      "meeting": MeetingJSON.value(record.meeting), "documents": .array(documents),
      "sources": .strings(record.sources), "provenance": .string(record.provenance.rawValue),
    ]
  }
}
