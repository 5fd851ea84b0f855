// SPDX-License-Identifier: Apache-2.0

internal import Text

/// A document by its name and its bytes; those of a container are named `archive.zip/folder/report.txt`.
package struct DocumentMember: Sendable, Hashable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension DocumentMember {
  /// A member's name as text. Chinese Windows writes names in GBK and does not say so.
  package static func name(_ bytes: [UInt8]) -> String {
    let parts = bytes.split(separator: UInt8(ascii: "/")).filter { $0 != [0x2E] }
    let name = Array(parts.joined(separator: [0x2F]))
    guard let decoded = try? TextDecoder.decode(name) else { return String(decoding: name, as: UTF8.self) }
    return String(decoding: decoded.utf8, as: UTF8.self)
  }
}
