// SPDX-License-Identifier: Apache-2.0

/// A file that is complete and waits to be taken.
package struct Candidate: Sendable, Hashable {
  package var name: FileName
  /// True where it has had its ten minutes; any other that is found empty is just written anew.
  package var mayBeEmpty: Bool

  package init(name: FileName, mayBeEmpty: Bool = false) {
    self.name = name
    self.mayBeEmpty = mayBeEmpty
  }
}
