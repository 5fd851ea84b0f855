// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit
import Testing
import Text

/// A way to write a text down, and what is then to be decided.
private struct Spelling: CustomTestStringConvertible {
  var name: String
  /// iconv's name; HZ is written here.
  var charset: String
  var mark: [UInt8] = []
  var losesByte = false
  var decision: String

  var testDescription: String { name }

  static let all = [
    Spelling(name: "UTF-8", charset: "UTF-8", decision: "UTF-8"),
    Spelling(name: "UTF-8, marked", charset: "UTF-8", mark: [0xEF, 0xBB, 0xBF], decision: "UTF-8"),
    Spelling(name: "UTF-8, a byte lost", charset: "UTF-8", losesByte: true, decision: "UTF-8"),
    Spelling(name: "UTF-16LE", charset: "UTF-16LE", decision: "UTF-16LE"),
    Spelling(name: "UTF-16LE, marked", charset: "UTF-16LE", mark: [0xFF, 0xFE], decision: "UTF-16LE"),
    Spelling(name: "UTF-16BE", charset: "UTF-16BE", decision: "UTF-16BE"),
    Spelling(name: "UTF-16BE, marked", charset: "UTF-16BE", mark: [0xFE, 0xFF], decision: "UTF-16BE"),
    Spelling(name: "UTF-32LE", charset: "UTF-32LE", decision: "UTF-32LE"),
    Spelling(name: "UTF-32LE, marked", charset: "UTF-32LE", mark: [0xFF, 0xFE, 0, 0], decision: "UTF-32LE"),
    Spelling(name: "UTF-32BE", charset: "UTF-32BE", decision: "UTF-32BE"),
    Spelling(name: "UTF-32BE, marked", charset: "UTF-32BE", mark: [0, 0, 0xFE, 0xFF], decision: "UTF-32BE"),
    Spelling(name: "GB18030", charset: "GB18030", decision: "GB18030"),
    Spelling(name: "GBK", charset: "GBK", decision: "GB18030"),
    Spelling(name: "GB 2312", charset: "GB2312", decision: "GB18030"),
    Spelling(name: "GBK, a byte lost", charset: "GBK", losesByte: true, decision: "GB18030"),
    Spelling(name: "traditional GBK", charset: "traditional GBK", decision: "GB18030"),
    Spelling(name: "Big5", charset: "traditional BIG5", decision: "Big5"),
    Spelling(name: "Big5, a byte lost", charset: "traditional BIG5", losesByte: true, decision: "Big5"),
    Spelling(name: "HZ", charset: "HZ", decision: "HZ"),
  ]

  func bytes(of text: String, at seed: Int) throws -> [UInt8] {
    let name = charset.replacing("traditional ", with: "")
    let source = name == charset ? text : Self.traditional(text)
    var bytes = mark + (name == "HZ" ? try Self.hz(source) : try encoded(source, name))
    // In the middle of a character of two bytes or three, wherever that is.
    let high = bytes.indices.dropFirst(mark.count).filter { bytes[$0] >= 0x80 }
    if losesByte { bytes.remove(at: high[seed % high.count]) }
    return bytes
  }

  private static let forms: [Character: Character] = {
    let table = TraditionalTable(dataFolder: Repository.root.appending(path: "config").path)
    let simple = (try? table.simplifications(of: UInt32(0x4E00)...0x9FA5)) ?? [:]
    var forms: [Character: Character] = [:]
    for (form, plain) in simple.sorted(by: { $0.key < $1.key }) {
      guard let plain = Unicode.Scalar(plain), let form = Unicode.Scalar(form) else { continue }
      if forms[Character(plain)] == nil { forms[Character(plain)] = Character(form) }
    }
    return forms
  }()

  private static func traditional(_ text: String) -> String { String(text.map { forms[$0] ?? $0 }) }

  private static func hz(_ text: String) throws -> [UInt8] {
    var (out, isChinese) = ([UInt8](), false)
    for byte in try encoded(text, "GB2312") {
      if (byte >= 0x80) != isChinese {
        isChinese.toggle()
        out += Array((isChinese ? "~{" : "~}").utf8)
      }
      out.append(byte & 0x7F)
    }
    return out + (isChinese ? Array("~}".utf8) : [])
  }
}

@Suite struct `The charset of 200 characters` {
  /// Passages of the reports, each of another one.
  private static func passages() throws -> [String] {
    let folder = Repository.fixtures.appending(path: "corpus/reports").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
      .sorted()
    return try names.prefix(12).enumerated().map { index, name in
      let text = try String(contentsOf: URL(filePath: folder + "/" + name), encoding: .utf8)
      return String(text.dropFirst(index * 17).prefix(200))
    }
  }

  /// 19 ways of 12 passages are 228 cases.
  @Test(arguments: Spelling.all)
  fileprivate func `is never taken for another`(spelling: Spelling) throws {
    for (index, passage) in try Self.passages().enumerated() {
      let decoded = try TextDecoder.decode(spelling.bytes(of: passage, at: 31 * index + 7))
      #expect(decoded.charset == spelling.decision && decoded.confidence > 0.5, "passage \(index)")
      guard !spelling.losesByte else { continue }
      #expect(decoded.damaged == 0, "passage \(index)")
    }
  }

  @Test func `may lose a byte, and is read again from the next sign in ASCII`() throws {
    for (index, passage) in try Self.passages().enumerated() {
      let spelling = Spelling(name: "", charset: "GBK", losesByte: true, decision: "")
      let text = String(
        decoding: try TextDecoder.decode(spelling.bytes(of: passage, at: 7)).utf8, as: UTF8.self)
      // Up to the next ASCII byte the pairs are out of step.
      let last = try #require(passage.split { $0.isASCII || $0.isNewline }.last)
      #expect(text.contains(last), "passage \(index)")
    }
  }
}
