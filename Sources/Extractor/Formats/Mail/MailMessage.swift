// SPDX-License-Identifier: Apache-2.0
package import Extraction

/// Unpacks messages (EML) and web pages saved with their pictures (MHTML), which are messages too: what was
/// written, and each attachment, is a document of its own.
///
/// A short text before attachments is a covering note and left out. What was written is named after the
/// subject, attachments by their own names; those in a ZIP hang on the message like others. MIME is read here
/// and not by a library: the one there is (GMime) has twenty libraries loaded into every child, which triples its
/// start.
package enum MailMessage: DocumentParser {
  /// Bytes beyond ASCII of a covering note: some 200 characters, whatever the charset and markup.
  private static let longestNote = 600

  package static func parse(
    _ document: [UInt8], _ limits: ExtractionLimits, into writer: inout FrameWriter
  ) throws(Refusal) {
    let contents = try MailContents(document, limits)
    var names = MemberNames()
    for body in contents.bodies {
      let text = body.part.content
      let isNote = !contents.attachments.isEmpty && text.count { $0 >= 0x80 } < longestNote
      guard text.contains(where: { $0 > 0x20 }), !isNote else { continue }
      let subject = body.subject.isEmpty ? Array("message".utf8) : body.subject
      let name = names.unused(subject + Array((body.isHTML ? ".html" : ".txt").utf8))
      writer.member(text, named: name)
    }
    for part in contents.attachments {
      try write(part.content, named: part.name ?? Array("attachment".utf8), limits, &names, into: &writer)
    }
    if names.isEmpty { throw Refusal(.empty) }
  }

  /// An attachment, or the files in it.
  private static func write(
    _ content: [UInt8], named name: [UInt8], _ limits: ExtractionLimits, _ names: inout MemberNames,
    into writer: inout FrameWriter
  ) throws(Refusal) {
    let name = names.unused(name)
    guard [.zip, .tar].contains(DocumentFormat.sniff(content)) else {
      return writer.member(content, named: name)
    }
    var bounded = limits
    bounded.inflated = limits.output
    var members: [(name: [UInt8], bytes: [UInt8])] = []
    // An archive that cannot be unpacked is an attachment like any other, and refused for itself.
    do throws(Refusal) {
      try DocumentArchive.unpack(content, bounded) { members.append(($0, $1)) }
    } catch {
      members = []
    }
    if members.isEmpty { writer.member(content, named: name) }
    for member in members { writer.member(member.bytes, named: name + [UInt8(ascii: "/")] + member.name) }
  }
}
