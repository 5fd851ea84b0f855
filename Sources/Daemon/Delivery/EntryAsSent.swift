// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Journal

extension JournalEntry {
  /// An entry as it is sent, for the `reissue`th time anew.
  init(_ entry: Entry, reissue: Int = 0) {
    let fields = entry.fields.map { Field($0.name, $0.value) }
    let again = reissue > 0 ? [Field(JournalField.reissue.rawValue, String(reissue))] : []
    self.init(id: entry.id, fields: fields + again)
  }
}
