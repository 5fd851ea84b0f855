// SPDX-License-Identifier: Apache-2.0

/// A message, or one part of it: its headers and its body as it was sent.
struct MailPart {
  /// More than the limit on members allows: the message is refused for it.
  private static let most = 10_000

  let headers: MailHeaders
  let body: ArraySlice<UInt8>

  /// A part that begins with an empty line has no headers.
  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    headers = MailHeaders(takenFrom: &rest)
    body = rest
  }

  /// A whole message; some programs begin one with empty lines.
  init(message bytes: [UInt8]) { self.init(bytes.drop { $0 == 0x0A || $0 == 0x0D }) }

  /// Such as text/html; plain text where nothing is said.
  var type: String { headers.word("content-type") ?? "text/plain" }

  /// The name that its sender gave it; bytes in the sender's charset.
  var name: [UInt8]? {
    headers.parameter("filename", of: "content-disposition") ?? headers.parameter("name", of: "content-type")
  }

  /// True where the sender hung it on, rather than writing it.
  var isAttached: Bool { name != nil || headers.word("content-disposition") == "attachment" }

  /// The body as bytes.
  var content: [UInt8] {
    TransferEncoding.decoded(body, by: headers.word("content-transfer-encoding"))
  }

  /// The parts of a `multipart`, in order; none where it names no boundary.
  ///
  /// What stands before the first boundary and after the last is for programs of 1992. A message that breaks
  /// off has a last part without a boundary after it.
  var parts: [MailPart] {
    guard let boundary = headers.parameter("boundary", of: "content-type"), !boundary.isEmpty else {
      return []
    }
    let mark = Array("--".utf8) + boundary
    var (parts, begin) = ([MailPart](), Int?.none)
    var line = body.startIndex
    while line < body.endIndex, parts.count < Self.most {
      let next = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      if body[line..<next].starts(with: mark) {
        let tail = body[(line + mark.count)..<next].filter { $0 > 0x20 }
        if tail.isEmpty || tail == Array("--".utf8) {
          if let begin { parts.append(MailPart(body[begin..<Self.trimmed(line, from: begin, in: body)])) }
          begin = tail.isEmpty ? next : nil
        }
      }
      line = next
    }
    if let begin { parts.append(MailPart(body[begin...])) }
    return parts
  }

  /// The line end before a boundary belongs to the boundary.
  private static func trimmed(_ end: Int, from begin: Int, in body: ArraySlice<UInt8>) -> Int {
    var end = end
    if end > begin, body[end - 1] == 0x0A { end -= 1 }
    if end > begin, body[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
