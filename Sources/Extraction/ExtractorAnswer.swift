// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What came back from one child: frames of our own readers, or the plain text of a converter.
package struct ExtractorAnswer {
  var bytes: [UInt8]
  var ending: ExtractorProcess.Ending
  var format: DocumentFormat
  var limits: ExtractionLimits

  package init(
    bytes: [UInt8], ending: ExtractorProcess.Ending, format: DocumentFormat, limits: ExtractionLimits
  ) {
    self.bytes = bytes
    self.ending = ending
    self.format = format
    self.limits = limits
  }

  /// The document that it tells of; `original` is asked only whether it says that it is encrypted.
  package func document(_ original: [UInt8]) throws(ExtractionError) -> ExtractedDocument {
    // A refusal of the walls comes in frames whatever the format is.
    if bytes.first == Frame.Tag.refusal.rawValue, bytes.suffix(5) == Frame.end.encoded?[...] {
      return try FrameReader.document(bytes, limits: limits)
    }
    guard ending.signal == 0 else { throw Self.error(for: ending, limits) }
    guard case .converting(let converter) = format.source else {
      guard ending.status == 0 else { throw .crashed(signal: 0, status: ending.status) }
      return try FrameReader.document(bytes, limits: limits)
    }
    guard ending.status == 0 else {
      let locked = original.firstRange(of: Array("/Encrypt".utf8)) != nil
      throw .refused(Refusal(locked ? .encrypted : .damaged, "\(converter.name) \(ending.status)"))
    }
    return try blocks(of: converter)
  }

  /// A child that is refused memory ends as if by a fault of its own; what it held by then gives it away. Half of
  /// the limit is enough: an array that grows asks for twice what it holds.
  private static func error(
    for ending: ExtractorProcess.Ending, _ limits: ExtractionLimits
  ) -> ExtractionError {
    if ending.signal == SIGXCPU { return .tooSlow(seconds: limits.cpuSeconds) }
    return ending.peakMemory > limits.memory / 2 ? .tooMuch : .crashed(signal: ending.signal, status: 0)
  }

  /// A converter's text: pages between form feeds, and without pages a block a line.
  private func blocks(of converter: Converter) throws(ExtractionError) -> ExtractedDocument {
    var pages = bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
    if converter.hasPages, pages.last?.isEmpty == true { pages.removeLast() }
    guard pages.count <= limits.pages else { throw .refused(Refusal(.tooLarge, "\(pages.count) pages")) }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw .refused(converter.hasPages ? Refusal(.scanned, "\(pages.count)") : Refusal(.empty))
    }
    let lines = pages.map { page in page.split(separator: 0x0A).map { FrameReader.text($0) } }
    if converter.hasPages {
      if Self.isUnmapped(bytes) { throw .refused(Refusal(.unmapped, "\(pages.count)")) }
      let read = RunningHeads.removed(from: lines.map { $0.filter { $0.contains { $0 != " " } } })
      return ExtractedDocument(blocks: LaidOutLines(pages: read.map(PageColumns.unfolded)).blocks)
    }
    return ExtractedDocument(blocks: lines.joined().map { .init($0) })
  }

  /// True where what came are numbers of glyphs and no characters: no Chinese, and few letters among the signs.
  ///
  /// A font that does not say which character a glyph shows is drawn all the same; people see text where
  /// programs get `!"#$%&'(`. Three in four characters of a text in Latin letters are letters.
  private static func isUnmapped(_ bytes: [UInt8]) -> Bool {
    let shown = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0.value > 0x20 }
    guard shown.count >= 40 else { return false }
    let wide = shown.count {
      $0.value >= 0x2E80 && !(0xE000...0xF8FF).contains($0.value) && $0.value != 0xFFFD
    }
    let letters = shown.count { $0.properties.isAlphabetic && $0.value < 0x250 }
    return wide * 20 < shown.count && letters * 5 < shown.count * 3
  }
}
