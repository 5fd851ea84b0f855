// SPDX-License-Identifier: Apache-2.0

/// Takes a result apart, as the hostile bytes that it is.
///
/// A child that a document has taken over can write what it likes: lengths that lie, text that is none, a
/// million members. Whatever breaks the form makes the whole result `broken`.
package struct FrameReader {
  private var rest: ArraySlice<UInt8>
  private let limits: ExtractionLimits

  package init(_ bytes: [UInt8], limits: ExtractionLimits) {
    rest = bytes[...]
    self.limits = limits
  }

  /// The document that the frames tell of.
  package static func document(
    _ bytes: [UInt8], limits: ExtractionLimits
  ) throws(ExtractionError) -> ExtractedDocument {
    var reader = FrameReader(bytes, limits: limits)
    var document = ExtractedDocument()
    var page: Int?
    var name: [UInt8]?
    while true {
      switch try reader.next() {
      case .page(let number):
        guard number > (page ?? 0), number <= limits.pages else { throw .broken("page \(number)") }
        page = number
      case .block(let bytes): document.blocks.append(.init(Self.text(bytes), page: page))
      case .name(let bytes): name = bytes
      case .member(let bytes):
        guard let named = name.take(), document.members.count < limits.members else {
          throw .broken("member")
        }
        document.members.append(.init(name: named, bytes: bytes))
      case .refusal(let refusal): throw .refused(refusal)
      case .end:
        guard reader.rest.isEmpty else { throw .broken("bytes after the end") }
        return document
      }
    }
  }

  /// The next frame.
  private mutating func next() throws(ExtractionError) -> Frame {
    guard rest.count >= 5, let tag = Frame.Tag(rawValue: rest.first ?? 0) else { throw .broken("frame") }
    let length = Self.number(rest.dropFirst().prefix(4))
    rest = rest.dropFirst(5)
    guard length <= rest.count else { throw .broken("length") }
    let payload = Array(rest.prefix(length))
    rest = rest.dropFirst(length)
    switch tag {
    case .page:
      guard payload.count == 4 else { throw .broken("page") }
      return .page(Self.number(payload[...]))
    case .block: return .block(payload)
    case .name: return .name(payload)
    case .member: return .member(payload)
    case .refusal: return .refusal(try Self.refusal(payload))
    case .end: return .end
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The detail is printed: only plain ASCII passes.
  private static func refusal(_ payload: [UInt8]) throws(ExtractionError) -> Refusal {
    let words = payload.split(separator: 0x20, maxSplits: 1)
    guard let first = words.first,
      let reason = Refusal.Reason(rawValue: String(decoding: first, as: UTF8.self))
    else { throw .broken("refusal") }
    let detail = words.dropFirst().first?.filter { (0x20..<0x7F).contains($0) } ?? []
    return Refusal(reason, String(decoding: detail.prefix(100), as: UTF8.self))
  }

  /// A block's text: bytes that are no UTF-8 become U+FFFD, line ends and controls a space.
  ///
  /// A line end would make two paragraphs of one, and so move every paragraph after it.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.map { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }
}
