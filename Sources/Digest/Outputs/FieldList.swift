// SPDX-License-Identifier: Apache-2.0

/// The fields of one entry in the making: each value safe to show and short enough to be printed whole.
///
/// `journalctl -o json` prints null for a field of 4,096 bytes and more, its name included, and a byte array
/// where a control character stands; so values are cleaned and cut here, and nowhere else.
package struct FieldList: Sendable, Hashable {
  /// The most bytes of a value.
  package static let mostBytes = 3_900

  package private(set) var fields: [Entry.Field] = []

  package init() {}

  /// Adds a field; an absent or empty value adds none.
  package mutating func add(_ name: JournalField, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    fields.append(Entry.Field(name.rawValue, Self.fitting(Sanitised.text(value, lines: name == .message))))
  }

  package mutating func add(_ name: JournalField, _ value: Int?) {
    add(name, value.map(String.init))
  }

  /// Adds the fields that open every entry: who, what, how grave.
  package mutating func open(_ event: Event, priority: Int, message: String) {
    add(.message, message)
    add(.messageID, event.messageID)
    add(.priority, priority)
    add(.identifier, "minuted")
    add(.event, event.rawValue)
  }

  /// The text cut at a character, with … where something was cut.
  private static func fitting(_ text: String) -> String {
    guard text.utf8.count > mostBytes else { return text }
    var size = "…".utf8.count
    let kept = text.prefix { character in
      size += character.utf8.count
      return size <= mostBytes
    }
    return kept + "…"
  }
}
