// SPDX-License-Identifier: Apache-2.0

/// The bytes at a fixed place by which a format is known.
struct Signature {
  let format: DocumentFormat
  let offset: Int
  let bytes: [UInt8]

  init(_ format: DocumentFormat, _ bytes: [UInt8], at offset: Int = 0) {
    self.format = format
    self.offset = offset
    self.bytes = bytes
  }

  init(_ format: DocumentFormat, _ text: String, at offset: Int = 0) {
    self.init(format, Array(text.utf8), at: offset)
  }

  func matches(_ document: [UInt8]) -> Bool {
    document.count >= offset + bytes.count && document[offset...].starts(with: bytes)
  }

  /// In this order: a longer signature stands before one that it contains.
  static let all: [Signature] = [
    Signature(.doc, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    Signature(.rtf, "{\\rtf"),
    Signature(.elf, [0x7F, 0x45, 0x4C, 0x46]),
    Signature(.elf, [0x4D, 0x5A, 0x90, 0x00]),
    Signature(.sqlite, "SQLite format 3\0"),
    Signature(.gzip, [0x1F, 0x8B]),
    Signature(.gzip, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    Signature(.gzip, [0x28, 0xB5, 0x2F, 0xFD]),
    Signature(.gzip, "BZh"),
    Signature(.rar, "Rar!\u{1A}\u{07}"),
    Signature(.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    Signature(.tar, "ustar", at: 257),
    Signature(.image, [0x89, 0x50, 0x4E, 0x47]),
    Signature(.image, [0xFF, 0xD8, 0xFF]),
    Signature(.image, "GIF87a"),
    Signature(.image, "GIF89a"),
    Signature(.image, [0x49, 0x49, 0x2A, 0x00]),
    Signature(.image, [0x4D, 0x4D, 0x00, 0x2A]),
    Signature(.image, "WEBP", at: 8),
    Signature(.image, "ftypheic", at: 4),
    Signature(.media, "ftyp", at: 4),
    Signature(.media, "RIFF"),
    Signature(.media, "ID3"),
    Signature(.media, "OggS"),
    Signature(.media, [0x1A, 0x45, 0xDF, 0xA3]),
  ]
}
