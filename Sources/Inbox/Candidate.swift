// SPDX-License-Identifier: Apache-2.0

/// A file that is complete and waits to be taken.
package struct Candidate: Sendable, Hashable {
  package var name: FileName
  /// Its size when it was seen, in bytes.
  package var size: Int64

  package init(name: FileName, size: Int64) {
    self.name = name
    self.size = size
  }
}
