// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file and its bytes.
package struct MeasuredFile {
  package let path: String
  package let bytes: [UInt8]

  /// Reads the file; ends the program where it cannot be read.
  package init(path: String) {
    self.path = path
    guard let file = fopen(path, "r") else {
      Complaint.end("\(path) cannot be opened", code: 66)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    self.bytes = bytes
  }
}
