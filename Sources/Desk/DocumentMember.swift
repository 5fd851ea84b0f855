// SPDX-License-Identifier: Apache-2.0

/// A document by its name and its bytes; those of a container are named `archive.zip/folder/report.txt`.
package struct DocumentMember: Sendable, Hashable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
