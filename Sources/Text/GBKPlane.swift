// SPDX-License-Identifier: Apache-2.0

/// The characters of GBK's two-byte plane, as the C library decodes them.
///
/// Reading needs it to shift a slipped run of bytes back into step, and may not ask the C library itself.
package enum GBKPlane {
  /// The scalars of the pairs 81 40, 81 41 … FE FE, 191 trail bytes (40 … FE with 7F) to a lead byte; 0 where
  /// a pair means nothing.
  ///
  /// Example: 未 is CE B4. Throws `TextError.noConverter` where the C library has no GB18030.
  package static func scalars() throws(TextError) -> [UInt32] {
    var bytes: [UInt8] = []
    for lead in UInt8(0x81)...0xFE {
      // 7F is a trail byte of nothing; a space keeps its place.
      for trail in UInt8(0x40)...0xFE { bytes += trail == 0x7F ? [0x20, 0x0A] : [lead, trail, 0x0A] }
    }
    let converter = try Converter(from: "GB18030")
    let decoded = String(decoding: converter.convert(bytes, unit: 1).utf8, as: UTF8.self).unicodeScalars
    return decoded.split(separator: "\n").map { line -> UInt32 in
      guard line.count == 1, let scalar = line.first, scalar != " ", scalar != "\u{FFFD}" else { return 0 }
      return scalar.value
    }
  }
}
