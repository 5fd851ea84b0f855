// SPDX-License-Identifier: Apache-2.0

/// Why bytes could not become text, and what to do about it.
///
/// `binary` concerns the one document; the others say what is missing on this machine.
package enum TextError: Error, Sendable, Hashable {
  /// The bytes are no text in any charset that is read.
  case binary
  /// The C library cannot convert from this charset: its gconv modules are missing.
  case noConverter(charset: String)
  /// OpenCC could not be opened with this configuration file.
  case noOpenCC(configuration: String)
}

extension TextError: CustomStringConvertible {
  /// One line: what happened, and what to do.
  package var description: String {
    switch self {
    case .binary:
      "not text in UTF-8, UTF-16, GB18030 or Big5; save the report as plain text in UTF-8 and drop it again"
    case .noConverter(let charset):
      "the C library cannot read \(charset); install its gconv modules (Debian: libc6, reinstall it)"
    case .noOpenCC(let configuration):
      "OpenCC cannot be opened with \(configuration); install it (Debian: libopencc1.1 and libopencc-data) "
        + "and check that the file exists"
    }
  }
}
