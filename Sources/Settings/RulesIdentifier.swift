// SPDX-License-Identifier: Apache-2.0
internal import CCrypto
package import Lexicon

/// Names the rules a reading was made by: `<rules number>+<12 hex digits over the loaded tables>`.
///
/// The digits are the head of a SHA-256 over names and bytes of the tables, layer by layer, not over their
/// folders: the same tables give the same identifier on any machine. Readings of different rules are never
/// compared.
///
/// Example: `1+3f9a0c51d7e2`.
package enum RulesIdentifier {
  /// The identifier of `layers` (as `LexiconFolders.layers()` gives them) under rules `number`.
  package static func of(rules number: Int, layers: [[LexiconFile]]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    for (depth, layer) in layers.enumerated() {
      for file in layer {
        // Name and length stand before the bytes, so that no two sets of tables run together.
        add(Array("\(depth)\t\(file.tableName)\t\(file.bytes.count)\n".utf8), to: context)
        add(file.bytes, to: context)
      }
    }
    EVP_DigestFinal_ex(context, &digest, nil)
    return "\(number)+" + digest.prefix(6).map(hex).joined()
  }

  private static func add(_ bytes: [UInt8], to context: OpaquePointer?) {
    bytes.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
