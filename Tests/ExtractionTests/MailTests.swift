// SPDX-License-Identifier: Apache-2.0

import Extraction
import Testing

@testable import Extractor

@Suite struct `A message` {
  private func contents(_ text: String) throws -> MailContents {
    try MailContents(Array(text.utf8), ExtractionLimits())
  }
  private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  @Test(
    arguments: [
      ("=?utf-8?B?5Lya6K6u?=", "会议"), ("=?UTF-8?Q?=E4=BC=9A=E8=AE=AE_2024?=", "会议 2024"),
      ("plain text", "plain text"),
      ("=?utf-8?B?5Lya?= =?utf-8?B?6K6u?=", "会议"), ("a =?utf-8?B?5Lya?= b", "a 会 b"),
      ("=?broken", "=?broken"),
      ("=?utf-8?X?5Lya?=", "=?utf-8?X?5Lya?="),
    ])
  func `has words of other charsets in its headers`(coded: String, plain: String) {
    #expect(text(EncodedWords.decoded(Array(coded.utf8))) == plain)
  }

  @Test(
    arguments: [
      ("attachment; filename=\"a;b.txt\"", "a;b.txt"), ("attachment; filename=a.txt; size=1", "a.txt"),
      ("attachment; filename*=UTF-8''%E4%BC%9A.txt", "会.txt"),
      ("inline;\n FileName=\"=?utf-8?B?5Lya?=.txt\"", "会.txt"),
      ("attachment; filename*0*=utf-8''%E4%BC%9A; filename*1=\".doc\"; filename*2=x", "会.docx"),
    ])
  func `names its attachments in every way`(header: String, name: String) {
    let part = MailPart(Array("Content-Disposition: \(header)\n\nx".utf8)[...])
    #expect(text(part.name) == name && part.isAttached)
  }

  @Test func `is read part by part, the page before the plain text`() throws {
    let found = try contents(
      """
      Subject: a
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: multipart/alternative; boundary="y"

      --y

      plain
      --y
      Content-Type: text/html

      <p>page
      --y--
      --x
      Content-Type: application/msword; name=a.doc
      Content-Transfer-Encoding: base64

      5Lya
      6K6u
      --x--
      """)
    #expect(found.bodies.map { text($0.part.content) } == ["<p>page"])
    #expect(found.attachments.map { text($0.content) } == ["会议"])
  }

  @Test func `is read as far as it goes where it breaks off`() throws {
    let found = try contents("Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntw")
    #expect(found.bodies.map { text($0.part.content) } == ["one", "tw"])
  }

  @Test func `leaves out the pictures of its text, and needs no boundary to be one`() throws {
    let found = try contents(
      "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>\n--x\nContent-Type: image/png; name=a.png\nContent-ID: <1>\n\nx\n--x--"
    )
    #expect(found.bodies.count == 1 && found.attachments.isEmpty)
    #expect(try contents("Content-Type: multipart/mixed\n\nx").bodies.isEmpty)
  }

  @Test func `is refused where a key is needed, or where parts are without end`() {
    #expect(throws: Refusal(.encrypted)) { try contents("Content-Type: application/pkcs7-mime\n\nx") }
    let nested = (0..<40).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    #expect(throws: Refusal.self) { try contents(nested + "\nx") }
  }

  @Test func `joins the lines of quoted-printable`() {
    let part = MailPart(
      Array("Content-Transfer-Encoding: quoted-printable\n\n=E4=BC=\n=9A a=3Db=\r\n!".utf8)[...])
    #expect(text(part.content) == "会 a=b!")
  }

  @Test func `gives no two members the same name, and none a folder`() {
    var names = MemberNames()
    let given = ["a.txt", "a.txt", "../b"].map { text(names.unused(Array($0.utf8))) }
    #expect(given == ["a.txt", "a-2.txt", "..-b"])
  }
}
