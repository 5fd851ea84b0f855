// SPDX-License-Identifier: Apache-2.0
import Foundation

/// An entry as `journalctl --output=json` prints it: each field with its values.
struct JournalEntry {
  var fields: [String: [String]] = [:]
  /// Fields that journalctl could not print as text: too long (null) or with control characters (an array of
  /// bytes).
  var unprintable: [String] = []

  init(line: Substring) throws {
    guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
      throw Failure("no JSON object: \(line)")
    }
    for (name, value) in object {
      switch value {
      case let text as String: fields[name] = [text]
      case let texts as [String]: fields[name] = texts
      default: unprintable.append(name)
      }
    }
  }

  /// The field's first value, or nil.
  subscript(name: String) -> String? { fields[name]?.first }

  var message: String { self["MESSAGE"] ?? "" }
}
