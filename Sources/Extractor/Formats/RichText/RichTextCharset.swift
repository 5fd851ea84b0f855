// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// The charsets that the bytes of RTF are in, and their converters, which are opened before the walls stand.
enum RichTextCharset: CaseIterable {
  case simplified, traditional, western

  /// By the number of a Windows code page (`\ansicpg936`); nil for one that is not read.
  init?(codePage: Int) {
    switch codePage {
    case 936, 54_936: self = .simplified
    case 950: self = .traditional
    case 1252: self = .western
    default: return nil
    }
  }

  /// By the number that a font has for its charset (`\fcharset134`); nil where the font says nothing of it.
  init?(font: Int) {
    switch font {
    case 134: self = .simplified
    case 136: self = .traditional
    default: return nil
    }
  }

  private var name: String {
    switch self {
    case .simplified: "GB18030"
    case .traditional: "BIG5"
    case .western: "CP1252"
    }
  }

  /// The converters that are open; the process opens them once and has no second thread.
  nonisolated(unsafe) private static var converters: [RichTextCharset: iconv_t] = [:]

  static func openAll() {
    for charset in allCases {
      guard let converter = iconv_open("UTF-8", charset.name), converter != iconv_t(bitPattern: -1) else {
        continue
      }
      converters[charset] = converter
    }
  }

  /// The bytes as UTF-8; what means nothing becomes U+FFFD.
  func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }), let converter = Self.converters[self] else {
      return bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
    }
    return [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 3) { buffer, written in
      var source = bytes
      written = source.withUnsafeMutableBytes { raw in
        buffer.withMemoryRebound(to: CChar.self) { Self.convert(raw, into: $0, by: converter) }
      }
    }
  }

  /// Returns how many bytes were written; three for each that is read always suffice.
  private static func convert(
    _ source: UnsafeMutableRawBufferPointer, into target: UnsafeMutableBufferPointer<CChar>,
    by converter: iconv_t
  ) -> Int {
    var input = source.baseAddress?.assumingMemoryBound(to: CChar.self)
    var (left, output, room) = (source.count, target.baseAddress, target.count)
    iconv(converter, nil, nil, nil, nil)
    while left > 0, iconv(converter, &input, &left, &output, &room) == -1 {
      for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
        output?.pointee = CChar(bitPattern: byte)
        output = output.map { $0 + 1 }
        room -= 1
      }
      input = input.map { $0 + 1 }
      left -= 1
    }
    return target.count - room
  }
}
