// SPDX-License-Identifier: Apache-2.0
internal import CXML
internal import Extraction

/// The elements and texts of an XML file one after another, by libxml2's pull reader.
///
/// No document type is accepted, and so no entity but the five of XML: nothing inflates and nothing is
/// fetched. Depth is held to 256 by libxml2 itself. Office formats lay down UTF-8 or UTF-16, whatever else a file
/// claims to be in: a converter for it would be loaded from a file, for which the walls end the process.
struct XMLEvents: ~Copyable {
  enum Event: Equatable {
    /// Local name, without the namespace's prefix.
    case open(String)
    case close(String)
    case text([UInt8])
  }

  private let reader: xmlTextReaderPtr
  /// The reader reads where they stand.
  private let file: HeldBytes
  /// The name of an element without content, which closes as soon as it has been told.
  private var pending: String?

  init(_ file: [UInt8]) throws(Refusal) {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    guard !Self.foreign.contains(where: { file.starts(with: $0) }) else {
      throw Refusal(.damaged, "xml charset")
    }
    let file = HeldBytes(file)
    let reader = xmlReaderForMemory(
      file.buffer.baseAddress, Int32(clamping: file.buffer.count), nil, nil, Int32(options))
    guard let reader else { throw Refusal(.damaged, "xml") }
    self.reader = reader
    self.file = file
  }

  deinit { xmlFreeTextReader(reader) }

  /// “<?” and “<” in the charsets that libxml2 knows by their first bytes and has no converter of its own for: EBCDIC
  /// and the four orders of UCS-4.
  private static let foreign: [[UInt8]] = [
    [0x4C, 0x6F, 0xA7, 0x94], [0, 0, 0, 0x3C], [0x3C, 0, 0, 0], [0, 0, 0x3C, 0], [0, 0x3C, 0, 0],
  ]

  /// The next event, nil at the end. Throws `damaged` where the file is no XML.
  mutating func next() throws(Refusal) -> Event? {
    if let name = pending.take() { return .close(name) }
    while true {
      let state = xmlTextReaderRead(reader)
      if state == 0 { return nil }
      guard state == 1 else { throw Refusal(.damaged, "xml") }
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        let name = localName
        if xmlTextReaderIsEmptyElement(reader) == 1 { pending = name }
        return .open(name)
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .close(localName)
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        return .text(xmlTextReaderConstValue(reader).map { Array(PageWalk.bytes($0)) } ?? [])
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
        throw Refusal(.damaged, "xml with a document type")
      default: continue
      }
    }
  }

  /// An attribute of the element that was opened last, by its name with prefix.
  func attribute(_ name: String) -> String? {
    guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
    defer { minuted_xml_free(value) }
    return String(decoding: PageWalk.bytes(value), as: UTF8.self)
  }

  func number(_ attribute: String) -> Int? { self.attribute(attribute).flatMap { Int($0) } }

  /// What stands in the element that was opened last, up to and with its end: the values (`w:val`, empty where
  /// there is none) of the elements in it by their paths, such as `numPr/ilvl`.
  ///
  /// Elements called `…Change` hold what was before a change that was tracked, and are passed over.
  mutating func settings() throws(Refusal) -> [String: String] {
    var settings: [String: String] = [:]
    var path: [String] = []
    while let event = try next() {
      switch event {
      case .open(let name) where name.hasSuffix("Change"): try skip()
      case .open(let name):
        path.append(name)
        settings[path.joined(separator: "/")] = attribute("w:val") ?? ""
      case .close: if path.popLast() == nil { return settings }
      case .text: break
      }
    }
    return settings
  }

  /// Passes over the element that was opened last, up to and with its end.
  mutating func skip() throws(Refusal) {
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .open: depth += 1
      case .close: depth -= 1
      case .text: break
      }
    }
  }

  private var localName: String {
    xmlTextReaderConstLocalName(reader).map { String(decoding: PageWalk.bytes($0), as: UTF8.self) } ?? ""
  }
}
