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
    ] as [(String, DocumentFormat)])
  func `is told by its first bytes`(text: String, format: DocumentFormat) {
    #expect(DocumentFormat.sniff(Array(text.utf8)) == format)
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .binary), ([0x7F, 0x45, 0x4C, 0x46, 2, 1], .elf),
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
