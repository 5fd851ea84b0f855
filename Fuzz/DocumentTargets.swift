// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Extraction
internal import Extractor
internal import Glibc

/// The readers of documents and what stands around them: the sniffer before, the frames behind.
extension FuzzTarget {
  /// Reads as the child would, without its walls; the parent must understand whatever it answers.
  static func extract(_ bytes: [UInt8], as format: DocumentFormat) {
    guard let parser = Parsers.parser(of: format) else { return }
    ftruncate(pipe, 0)
    lseek(pipe, 0, SEEK_SET)
    var writer = FrameWriter(descriptor: pipe)
    do throws(Refusal) {
      try parser.parse(bytes, limits, into: &writer)
    } catch {
      precondition(
        error.detail.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "a refusal has words of the document")
      return
    }
    writer.write(.end)
    writer.flush()
    do throws(ExtractionError) {
      check(try FrameReader.document(written(), limits: limits))
    } catch {
      fatalError("the answer is not understood: \(error)")
    }
  }

  /// The parts of an office document, packed: a part begins with FF, its first line is its name.
  ///
  /// A fuzzer that had to keep the sums of a ZIP right would never come to what is in it.
  static func extractParts(_ bytes: [UInt8], as format: DocumentFormat) {
    let parts = bytes.split(separator: 0xFF).map { part in
      let name = part.prefix { $0 != 0x0A }
      return StoredArchive.Part(name: Array(name), content: Array(part.dropFirst(name.count + 1)))
    }
    extract(StoredArchive.bytes(of: parts), as: format)
  }

  static func sniff(_ bytes: [UInt8]) {
    let format = DocumentFormat.sniff(bytes)
    precondition((format == .empty) == bytes.isEmpty, "only what is empty is empty")
    precondition(DocumentFormat.sniff(bytes) == format, "the same bytes are two formats")
  }

  /// What a child that a document has taken over may answer: frames whose lengths, tags and order may lie.
  ///
  /// Three bytes say of each frame its tag and how its length lies; what follows is its payload.
  static func takeFrames(_ bytes: [UInt8]) {
    var answer: [UInt8] = []
    var rest = bytes[...]
    while rest.count > 2 {
      let (tag, lie, length) = (rest.removeFirst(), rest.removeFirst(), Int(rest.removeFirst()))
      let payload = rest.prefix(length)
      rest = rest.dropFirst(length)
      let tags: [UInt8] = [0x50, 0x42, 0x4E, 0x4D, 0x52, 0x45]
      let claimed = lie < 200 ? payload.count : lie < 240 ? payload.count &+ Int(lie) - 220 : Int(lie) << 24
      answer += [tag < 250 ? tags[Int(tag) % tags.count] : tag]
      answer += (0..<4).map { UInt8(truncatingIfNeeded: claimed >> ($0 * 8)) } + payload
    }
    if let document = try? FrameReader.document(answer, limits: limits) { check(document) }
    if let document = try? FrameReader.document(answer + [0x45, 0, 0, 0, 0], limits: limits) {
      check(document)
    }
  }

  private static func check(_ document: ExtractedDocument) {
    for block in document.blocks {
      precondition(
        !block.text.utf8.contains { $0 < 0x20 && $0 != 9 || $0 == 0x7F },
        "a paragraph has a control character")
      precondition(block.page.map { (1...limits.pages).contains($0) } ?? true, "a page is none")
    }
    let (starts, count) = (document.pageStarts, document.text.unicodeScalars.count)
    precondition(zip(starts, starts.dropFirst()).allSatisfy { $0.page < $1.page }, "pages are out of order")
    precondition(starts.allSatisfy { (0...count).contains($0.offset) }, "a page begins outside the text")
    precondition(document.members.count <= limits.members, "too many members")
  }

  private static let limits = ExtractionLimits()
  /// The file in memory that stands for the pipe.
  private static let pipe = minuted_memory_file("answer")

  private static func written() -> [UInt8] {
    let count = Int(lseek(pipe, 0, SEEK_CUR))
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(pipe, buffer.baseAddress, count, 0))
    }
  }
}
