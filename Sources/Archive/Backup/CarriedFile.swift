// SPDX-License-Identifier: Apache-2.0

/// A file of the configuration as a backup carries it: `minuted.conf`, a drop-in, a table of words.
package struct CarriedFile: Sendable, Hashable {
  /// Where it lay: an absolute path.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
