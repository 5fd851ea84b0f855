// SPDX-License-Identifier: Apache-2.0

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
    ending.peakMemory > limits.memory / 2 ? .tooMuch : .crashed(signal: ending.signal, status: 0)
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
    if converter.hasPages { return ExtractedDocument(blocks: LaidOutLines(pages: lines).blocks) }
    return ExtractedDocument(blocks: lines.joined().map { .init($0) })
  }
}
