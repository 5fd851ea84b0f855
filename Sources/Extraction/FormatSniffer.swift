// SPDX-License-Identifier: Apache-2.0

extension DocumentFormat {
  /// The format of these bytes; but for Microsoft's older files only the first and last kilobytes are looked
  /// at.
  ///
  /// Signatures come first, then what ZIP archives hold, then markup, then whether it is text at all. Text in
  /// UTF-16 has NULs and is still `text`.
  ///
  /// Example: a page that begins with `<!DOCTYPE html>` is `html`, and an e-mail that quotes it in its body
  /// is `eml`.
  package static func sniff(_ bytes: [UInt8]) -> DocumentFormat {
    if bytes.isEmpty { return .empty }
    // Readers of PDF accept rubbish before the mark, and web servers send it.
    if contains("%PDF-", in: bytes.prefix(1_024)) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return zipKind(bytes)
    }
    if let signature = Signature.all.first(where: { $0.matches(bytes) }) {
      return signature.format == .doc ? CompoundFile.format(bytes) : signature.format
    }
    return MarkupHead(bytes).format ?? (looksLikeText(bytes) ? .text : .binary)
  }

  /// What a ZIP archive is: office formats are archives with agreed names in them.
  ///
  /// An OpenDocument or OFD file that packs its names elsewhere than at both ends is still told by the
  /// directory at the end, which lists every name.
  private static func zipKind(_ bytes: [UInt8]) -> DocumentFormat {
    if contains("mimetypeapplication/vnd.oasis.opendocument.text", in: bytes.prefix(128)) { return .odt }
    let ends = [bytes.prefix(8_192), bytes.suffix(64 << 10)]
    let marks: [(String, DocumentFormat)] = [
      ("word/document", .docx), ("OFD.xml", .ofd), ("xl/workbook", .xlsx), ("ppt/presentation", .pptx),
    ]
    return marks.first { mark in ends.contains { contains(mark.0, in: $0) } }?.1 ?? .zip
  }

  /// True unless NULs or control characters say otherwise.
  ///
  /// UTF-16 has a NUL in each ASCII character: where NULs stand, ASCII or Han must show in one of the two
  /// orders.
  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(4_096)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) || isUTF32(sample) { return true }
    if sample.contains(0) { return max(utf16Share(sample, high: 0), utf16Share(sample, high: 1)) > 0.9 }
    let controls = sample.count { $0 < 0x20 && !(9...13).contains($0) && $0 != 0x1B }
    return controls * 50 <= sample.count
  }

  /// True where two of each four bytes are NULs, always the first or always the last.
  private static func isUTF32(_ sample: ArraySlice<UInt8>) -> Bool {
    let units = stride(from: 0, to: sample.count - 3, by: 4).map { at in
      (sample[at] == 0 && sample[at + 1] == 0, sample[at + 2] == 0 && sample[at + 3] == 0)
    }
    return !units.isEmpty && (units.allSatisfy { $0.0 && !$0.1 } || units.allSatisfy { $0.1 && !$0.0 })
  }

  /// The share of code units that are ASCII, Han or a mark, with the high byte first (0) or second (1).
  private static func utf16Share(_ sample: ArraySlice<UInt8>, high: Int) -> Double {
    let units = stride(from: 0, to: sample.count - 1, by: 2).count { at in
      let (top, low) = (sample[at + high], sample[at + 1 - high])
      return (0x4E...0x9F).contains(top) || top == 0x30 || top == 0xFF
        || top == 0 && (low >= 0x20 && low < 0x7F || low == 10 || low == 13)
    }
    return Double(units) / Double(max(1, sample.count / 2))
  }

  private static func contains(_ word: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - word.count)).contains { at in
      bytes[at] == word[0] && bytes[at...].starts(with: word)
    }
  }
}
