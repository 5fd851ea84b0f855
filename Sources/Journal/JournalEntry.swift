// SPDX-License-Identifier: Apache-2.0

/// One entry of the journal, ready to be sent: an id that is unique for ever, and the fields.
///
/// The id is the value of MINUTED_ENTRY_ID, which is among the fields; by it the entry is found again. Values
/// go out with their lengths, so a newline in one cannot begin another field.
package struct JournalEntry: Sendable, Hashable {
  /// A field's name, such as MINUTED_EVENT, and its value. A name may stand several times.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var id: String
  package var fields: [Field]

  package init(id: String, fields: [Field]) {
    self.id = id
    self.fields = fields
  }
}
