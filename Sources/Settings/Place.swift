// SPDX-License-Identifier: Apache-2.0

/// A line of a file that somebody wrote by hand, to be named in errors and warnings.
///
/// Lines count from 1; a place without one is the file as a whole.
///
/// Example: `/etc/minuted/minuted.conf.d/10-share.conf:3`.
package struct Place: Sendable, Hashable, CustomStringConvertible {
  package var file: String
  package var line: Int?

  package init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  package var description: String { line.map { "\(file):\($0)" } ?? file }
}
