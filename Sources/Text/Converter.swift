// SPDX-License-Identifier: Apache-2.0
internal import CLinux

/// One conversion of the C library, from a charset to UTF-8.
///
/// iconv and not Foundation: Foundation's GB18030 works in a dynamic build and returns nil in a static one.
struct Converter: ~Copyable {
  private let handle: iconv_t

  /// The C library's name of the charset, such as GB18030.
  init(from charset: String) throws(TextError) {
    guard let handle = iconv_open("UTF-8", charset), handle != iconv_t(bitPattern: -1) else {
      throw .noConverter(charset: charset)
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// The bytes as UTF-8; what cannot be converted becomes U+FFFD, and reading goes on `unit` bytes further.
  ///
  /// A GBK stream that lost a byte pairs its bytes wrongly until the next ASCII byte: skipping one byte, not
  /// the pair, lets it fall into step again.
  func convert(_ bytes: [UInt8], unit: Int) -> (utf8: [UInt8], damaged: Int) {
    var damaged = 0
    // Three bytes of output an input byte are the worst case: a bad byte becomes U+FFFD.
    let utf8 = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 3) { buffer, written in
      var source = bytes
      source.withUnsafeMutableBytes { raw in
        var input = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = raw.count
        buffer.withMemoryRebound(to: CChar.self) { target in
          var output = target.baseAddress
          var room = target.count
          while left > 0, iconv(handle, &input, &left, &output, &room) == -1 {
            Self.replacement(&output, &room)
            let step = min(unit, left)
            input = input.map { $0 + step }
            left -= step
            damaged += 1
          }
          written = target.count - room
        }
      }
    }
    return (utf8, damaged)
  }

  /// Writes U+FFFD as UTF-8.
  private static func replacement(_ output: inout UnsafeMutablePointer<CChar>?, _ room: inout Int) {
    for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
      output?.pointee = CChar(bitPattern: byte)
      output = output.map { $0 + 1 }
      room -= 1
    }
  }
}
