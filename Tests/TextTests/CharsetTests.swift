// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing
import Text

/// A page of ordinary words for charset questions; the same in simplified and traditional characters.
private let simplified = """
  全省民政工作会议在省城召开。会议强调，要坚持以人民为中心，做好养老服务、社会救助和儿童福利工作，
  新建街道综合为老服务中心12个，城乡居民最低生活保障标准提高到每人每月1050元。
  """
private let traditional = """
  全省民政工作會議在省城召開。會議強調，要堅持以人民為中心，做好養老服務、社會救助和兒童福利工作，
  新建街道綜合為老服務中心12個，城鄉居民最低生活保障標準提高到每人每月1050元。
  """

/// The bytes that iconv's program would write.
func encoded(_ text: String, _ charset: String) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/iconv")
  process.arguments = ["-c", "-f", "UTF-8", "-t", charset]
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  input.fileHandleForWriting.write(Data(text.utf8))
  try input.fileHandleForWriting.close()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return [UInt8](data)
}

@Suite struct `The charset of a document` {
  @Test(arguments: [
    (simplified, "GB18030", "GB18030"), (simplified, "GB2312", "GB18030"), (traditional, "GBK", "GB18030"),
    (traditional, "BIG5", "Big5"), (simplified, "UTF-16LE", "UTF-16LE"), (simplified, "UTF-16BE", "UTF-16BE"),
    (traditional, "UTF-16LE", "UTF-16LE"), (simplified, "UTF-8", "UTF-8"),
  ])
  func `is told by its bytes`(text: String, encoding: String, charset: String) throws {
    let decoded = try TextDecoder.decode(encoded(text, encoding))
    #expect(decoded.charset == charset)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.damaged == 0)
    #expect(decoded.confidence > 0.6)
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF], "UTF-8", "UTF-8"), ([0xFF, 0xFE], "UTF-16LE", "UTF-16LE"),
      ([0xFE, 0xFF], "UTF-16BE", "UTF-16BE"),
    ] as [([UInt8], String, String)])
  func `is told by a byte order mark, which is dropped`(
    mark: [UInt8], encoding: String, charset: String
  ) throws {
    let decoded = try TextDecoder.decode(mark + encoded(simplified, encoding))
    #expect(decoded.charset == charset)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == simplified)
  }

  @Test func `is Western where a few accents stand in plain letters`() throws {
    let bytes = Array("The meeting caf".utf8) + [0xE9] + Array(" was held on Monday.".utf8)
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded.charset == "windows-1252")
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "The meeting café was held on Monday.")
  }

  @Test func `is HZ where seven bits carry Chinese, and not where tildes do`() throws {
    let text = try TextDecoder.decode(Array("~{VPND~}, 2024 ~~ ~{VPND~}".utf8))
    #expect(text.charset == "HZ" && String(decoding: text.utf8, as: UTF8.self) == "中文, 2024 ~ 中文")
    #expect(try TextDecoder.decode(Array("if (~{x~}) { a ~{} }".utf8)).charset == "UTF-8")
  }

  @Test func `is UTF-8 for an empty document`() throws {
    #expect(try TextDecoder.decode([]).charset == "UTF-8")
  }
}

@Suite struct `Damaged text` {
  @Test func `in GBK falls into step again after a lost byte`() throws {
    var bytes = try encoded(simplified + "\n" + simplified, "GBK")
    bytes.remove(at: 20)
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded.charset == "GB18030")
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix("\n" + simplified))
  }

  @Test func `in GBK shows each byte that is none as U+FFFD`() throws {
    let bytes = try encoded(simplified, "GBK") + [0xFF] + encoded(simplified, "GBK")
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded.damaged == 1)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == simplified + "\u{FFFD}" + simplified)
  }

  @Test func `in UTF-8 stays UTF-8`() throws {
    let decoded = try TextDecoder.decode(Array(simplified.utf8.dropLast(2)))
    #expect(decoded.charset == "UTF-8")
    #expect(decoded.damaged == 1)
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix("1050元\u{FFFD}"))
  }

  @Test func `in UTF-16 loses no more than the broken unit`() throws {
    let decoded = try TextDecoder.decode([0xFF, 0xFE, 0x2D, 0x4E, 0x00, 0xD8, 0xFD, 0x56])
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "中\u{FFFD}国")
  }

  @Test func `is valid UTF-8 whatever the bytes are`() {
    var state: UInt64 = 20_230_214
    for _ in 0..<2_000 {
      let bytes = (0..<Int(state % 61)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1
      guard let decoded = try? TextDecoder.decode(bytes) else { continue }
      #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
    }
  }
}

@Suite struct `What is no text` {
  @Test(
    arguments: [
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], Array(repeating: 0, count: 64),
      Array("abc".utf8) + [0] + Array("def".utf8), Array(repeating: 3, count: 40),
    ] as [[UInt8]])
  func `is refused as binary`(bytes: [UInt8]) {
    #expect(throws: TextError.binary) { try TextDecoder.decode(bytes) }
  }
}

@Suite struct `Traditional characters` {
  private let table = TraditionalTable(dataFolder: Repository.root.appending(path: "config").path)

  @Test func `are answered one for one, and only where they differ`() throws {
    let answer = try table.simplifications(of: "會議民政會".unicodeScalars.map(\.value))
    let shown = answer.mapValues { Unicode.Scalar($0) }
    #expect(shown == [("會" as Unicode.Scalar).value: "会", ("議" as Unicode.Scalar).value: "议"])
  }

  @Test func `are never taken as words`() throws {
    let answer = try table.simplifications(of: "計程車軟體".unicodeScalars.map(\.value))
    #expect(answer[("軟" as Unicode.Scalar).value] == ("软" as Unicode.Scalar).value)
    #expect(answer[("程" as Unicode.Scalar).value] == nil)
  }

  @Test func `without OpenCC's data are an error that names the package`() {
    let lost = TraditionalTable(dataFolder: "/nonexistent")
    #expect {
      try lost.simplifications(of: [0x6703])
    } throws: { error in
      (error as? TextError)?.description.contains("libopencc-data") == true
    }
  }
}
