// SPDX-License-Identifier: Apache-2.0
import Extraction
import Testing

@Suite struct `A document's format` {
  @Test(
    arguments: [
      ("全省民政工作会议召开", .text), ("# 会议\n\n一是……", .text), ("", .empty), ("%PDF-1.7\n", .pdf),
      ("\u{FEFF}<!DOCTYPE HTML>\n<html>", .html), ("  <html><body>", .html),
      ("<!-- saved -->\n<div class=a>", .html), ("<?xml version='1.0'?><html xmlns=''>", .html),
      ("<?xml version='1.0'?><feed/>", .xml), ("{\\rtf1\\ansi", .rtf), ("GIF89a..", .image),
      ("Received: from a\nFrom: a@b\nSubject: 会议\n\n<html>", .eml), ("SQLite format 3\0", .sqlite),
      ("From - Fri Mar\nX-Mozilla-Status: 1\nFrom: a@b\nTo: c@d\nSubject: 会议\n\n会议", .eml),
      ("From: <Saved by Blink>\nSubject: 会议\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n", .mhtml),
      ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a", .mhtml),
      ("MIME-Version: 1.0\nContent-Type: multipart/related\nTo: a@b\nSubject: x\n\n", .eml),
    ] as [(String, DocumentFormat)])
  func `is told by its first bytes`(text: String, format: DocumentFormat) {
    #expect(DocumentFormat.sniff(Array(text.utf8)) == format)
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .binary),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1], .elf),
      ([0xFF, 0xD8, 0xFF, 0xE0], .image), ([0x1F, 0x8B, 8], .gzip), ([0, 1, 2, 3, 0, 0, 0, 9], .binary),
      ([1, 2, 3, 4, 5, 6, 7, 8], .binary), ([0xFF, 0xFE, 0x2D, 0x4E], .text),
      ([0x2D, 0x4E, 0x31, 0, 0x0A, 0], .text), ([0xD6, 0xD0, 0xB9, 0xFA], .text),
    ] as [([UInt8], DocumentFormat)])
  func `is told where it is no text`(bytes: [UInt8], format: DocumentFormat) {
    #expect(DocumentFormat.sniff(bytes) == format)
  }

  @Test(
    arguments: [
      ("word/document.xml", .docx), ("OFD.xml", .ofd), ("xl/workbook.xml", .xlsx), ("a.txt", .zip),
      ("mimetypeapplication/vnd.oasis.opendocument.text", .odt),
    ] as [(String, DocumentFormat)])
  func `in a ZIP is told by the names in it`(name: String, format: DocumentFormat) {
    let bytes = [0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 26) + Array(name.utf8)
    #expect(DocumentFormat.sniff(bytes) == format)
  }

  @Test func `is told in UTF-16 as well`() {
    let page: [UInt8] = "<!DOCTYPE html><html>".utf8.flatMap { [$0, UInt8(0)] }
    #expect(DocumentFormat.sniff([0xFF, 0xFE] + page) == .html && DocumentFormat.sniff(page) == .html)
  }

  @Test(
    arguments: [
      ("WordDocument", .doc), ("Workbook", .xls), ("PowerPoint Document", .ppt),
      ("EncryptedPackage", .locked),
      ("MatOST", .binary),
    ] as [(String, DocumentFormat)])
  func `of Microsoft's older kind is told by its streams`(stream: String, format: DocumentFormat) {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1_016)
    let entry: [UInt8] = (stream + "\0").utf8.flatMap { [$0, UInt8(0)] }
    #expect(DocumentFormat.sniff(head + entry + Array(repeating: 0, count: 64)) == format)
  }

  @Test func `is not HTML because the text quotes a tag`() {
    #expect(DocumentFormat.sniff(Array("会议强调，网页用<html>标签。".utf8)) == .text)
  }

  @Test func `is not e-mail because a line begins with a word and a colon`() {
    #expect(DocumentFormat.sniff(Array("Subject: meeting\n全省民政工作会议召开".utf8)) == .text)
  }

  @Test(arguments: DocumentFormat.allCases)
  func `has a name and an advice`(format: DocumentFormat) {
    #expect(!format.name.isEmpty && !format.advice.isEmpty)
  }
}
