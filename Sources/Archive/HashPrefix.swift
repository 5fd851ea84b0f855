// SPDX-License-Identifier: Apache-2.0

/// The beginning of a SHA-256, as a user names a file or document by it.
enum HashPrefix {
  /// What is written where it can be one, as the ledger has it: eight digits or more, in small letters; else
  /// nil, and it is a name.
  static func of(_ what: String) -> String? {
    what.utf8.count >= 8 && what.allSatisfy(\.isHexDigit) ? what.lowercased() : nil
  }
}
