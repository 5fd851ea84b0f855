// SPDX-License-Identifier: Apache-2.0
import Glibc
import Testing

@testable import Extraction

@Suite struct `The extractor's answer` {
  private func document(_ frames: [Frame], limits: ExtractionLimits = .init()) throws -> ExtractedDocument {
    try FrameReader.document(frames.flatMap { $0.encoded ?? [] }, limits: limits)
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `has paragraphs on their pages`() throws {
    let document = try document([
      .page(1), .block(bytes("民政工作会议召开。")), .page(3), .block(bytes("一是")), .block(bytes("二是")), .end,
    ])
    #expect(document.blocks == [.init("民政工作会议召开。", page: 1), .init("一是", page: 3), .init("二是", page: 3)])
    #expect(document.pageStarts == [PageStart(page: 1, offset: 0), PageStart(page: 3, offset: 10)])
  }

  @Test func `has members by their names`() throws {
    let document = try document([
      .name([0xB1, 0xA8]), .member([1, 2]), .name(bytes("b")), .member([]), .end,
    ])
    #expect(
      document.members == [.init(name: [0xB1, 0xA8], bytes: [1, 2]), .init(name: bytes("b"), bytes: [])])
  }

  @Test func `says why there is none`() {
    #expect(throws: ExtractionError.refused(Refusal(.scanned, "12"))) {
      try document([.refusal(Refusal(.scanned, "12")), .end])
    }
  }

  @Test func `counts for nothing where it breaks off`() throws {
    let whole = [Frame.page(1), .block(bytes("会议")), .end].flatMap { $0.encoded ?? [] }
    for end in 0..<whole.count {
      #expect(throws: ExtractionError.self) {
        try FrameReader.document(Array(whole[..<end]), limits: .init())
      }
    }
    #expect(throws: ExtractionError.self) { try FrameReader.document(whole + [0], limits: .init()) }
  }

  @Test(
    arguments: [
      [0x42, 0xFF, 0xFF, 0xFF, 0xFF, 1], [0x42, 5, 0, 0, 0, 1], [0x58, 0, 0, 0, 0], [0x50, 1, 0, 0, 0, 1],
      [0x4D, 0, 0, 0, 0], [0x52, 3, 0, 0, 0, 0x61, 0x62, 0x63],
    ] as [[UInt8]])
  func `is not believed where its form is wrong`(frame: [UInt8]) {
    #expect(throws: ExtractionError.self) {
      try FrameReader.document(frame + (Frame.end.encoded ?? []), limits: .init())
    }
  }

  @Test func `cannot go back a page, or beyond the last`() {
    #expect(throws: ExtractionError.self) { try document([.page(2), .page(2), .end]) }
    #expect(throws: ExtractionError.self) { try document([.page(2_001), .end]) }
  }

  @Test func `cannot hold more members than are taken`() {
    var limits = ExtractionLimits()
    limits.members = 1
    let frames: [Frame] = [.name([97]), .member([]), .name([98]), .member([]), .end]
    #expect(throws: ExtractionError.self) { try document(frames, limits: limits) }
  }

  @Test func `cannot bring line ends, controls or broken UTF-8 into a paragraph`() throws {
    let document = try document([.block([0x61, 0x0A, 0x1B, 0x0D, 0x62, 0xFF]), .end])
    #expect(document.text == "a   b\u{FFFD}")
  }

  @Test func `cannot print what the document says as a reason`() {
    let frame: [UInt8] = [0x52, 13, 0, 0, 0] + bytes("damaged ") + [0x1B, 0x5B, 0x33, 0x0A, 0x78]
    #expect(throws: ExtractionError.refused(Refusal(.damaged, "[3x"))) {
      try FrameReader.document(frame + (Frame.end.encoded ?? []), limits: .init())
    }
  }
}

@Suite struct `A child that was ended by a signal` {
  private func error(signal: Int32 = 5, peakMemory: Int = 0) -> ExtractionError? {
    let answer = ExtractorAnswer(
      bytes: [], ending: .init(signal: signal, status: 0, peakMemory: peakMemory), format: .html,
      limits: .init())
    do throws(ExtractionError) { _ = try answer.document([]) } catch { return error }
    return nil
  }

  @Test func `has crashed, unless it was refused more memory`() {
    #expect(error(peakMemory: 20 << 20) == .crashed(signal: 5, status: 0))
    #expect(error(peakMemory: 300 << 20) == .tooMuch)
  }

  @Test func `was too slow where it had computed for as long as it may`() {
    #expect(error(signal: SIGXCPU) == .tooSlow(seconds: ExtractionLimits().cpuSeconds))
  }
}
