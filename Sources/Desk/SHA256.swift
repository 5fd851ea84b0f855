// SPDX-License-Identifier: Apache-2.0

internal import CCrypto

/// The SHA-256 of bytes, by libcrypto.
package enum SHA256 {
  /// 32 bytes.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = CCrypto.SHA256(bytes, bytes.count, &digest)
    return digest
  }

  /// 64 lower-case hex digits, as `sha256sum` prints them.
  package static func hex(_ bytes: [UInt8]) -> String {
    digest(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
