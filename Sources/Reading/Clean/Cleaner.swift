// SPDX-License-Identifier: Apache-2.0

import Minutes

/// Takes a text as it arrived and gives the text that is read, with every cut on record.
package struct Cleaner: Sendable {
  /// Asked for the simplified forms of a traditional text's characters, one to one.
  package typealias Simplify = (Set<UInt32>) -> [UInt32: UInt32]

  package init() {}

  package func clean(_ utf8: [UInt8], simplify: Simplify) -> CleanText {
    CleanText(ScalarText(utf8: utf8))
  }
}
