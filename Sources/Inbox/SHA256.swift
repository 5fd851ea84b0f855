// SPDX-License-Identifier: Apache-2.0
internal import CCrypto

/// SHA-256 over bytes that come piece by piece, by libcrypto.
struct SHA256: ~Copyable {
  /// The digest of bytes that are all there, as 64 lower-case hex digits.
  static func hex(_ bytes: [UInt8]) -> String {
    let hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.hex()
  }

  private let context: OpaquePointer

  init() {
    // libcrypto fails here only without memory, where nothing else works either.
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("libcrypto has no SHA-256")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The digest as 64 lower-case hex digits; nothing may be added afterwards.
  func hex() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
