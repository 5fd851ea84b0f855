// SPDX-License-Identifier: Apache-2.0

/// Reads sizes as systemd writes them: bytes, or K, M, G, T to the base of 1,024.
///
/// Example: `64M` is 67,108,864.
enum ByteSize {
  /// The bytes that `text` names, or nil.
  static func parse(_ text: String) -> Int? {
    var rest = text[...]
    guard let number = Scaled.take(&rest) else { return nil }
    let unit = rest.drop(while: \.isWhitespace)
    return units[String(unit)].flatMap(number.times).map { Int($0) }
  }

  private static let units: [String: Int64] = [
    "": 1, "B": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40,
  ]
}
