// SPDX-License-Identifier: Apache-2.0

/// One entry for the journal: its id, and its fields in order; a name may stand several times.
///
/// The archive keeps it as bytes until the journal, read back, shows it.
package struct Entry: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// `MINUTED_ENTRY_ID`, unique for ever.
  package var id: String
  package var fields: [Field]

  package init(id: String, fields: [Field]) {
    self.id = id
    self.fields = fields
  }

  /// The first value of a field, or nil.
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

extension Entry {
  /// As the outbox keeps it: a JSON array of the id and then name, value, name, value ….
  package var bytes: [UInt8] {
    JSONValue.strings([id] + fields.flatMap { [$0.name, $0.value] }).text()
  }

  /// The bytes of every entry that has a field of this value, as `bytes` has them.
  package static func needle(_ field: JournalField, _ value: String) -> [UInt8] {
    Array(JSONValue.strings([field.rawValue, value]).text().dropFirst().dropLast())
  }

  /// The entry that `bytes` holds, or nil where they are none of ours.
  package init?(bytes: [UInt8]) {
    guard let parts = JSONStrings.all(in: bytes), parts.count % 2 == 1 else { return nil }
    let fields = stride(from: 1, to: parts.count, by: 2).map { Field(parts[$0], parts[$0 + 1]) }
    self.init(id: parts[0], fields: fields)
  }
}
