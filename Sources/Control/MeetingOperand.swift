// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Digest
internal import Glibc
internal import Minutes

/// A meeting named by the file that tells of it: `FILE`, or `FILE#2` for its second meeting.
struct MeetingOperand {
  let file: InputFile
  /// Which meeting of the file, counted from 1.
  let number: Int
  let isFile: Bool

  init(_ name: String) {
    let hash = name.lastIndex(of: "#")
    let number = hash.flatMap { Int(name[name.index(after: $0)...]) }
    // A file whose own name ends in #2 is that file.
    if let hash, let number, !Self.exists(name) {
      self.number = number
      file = InputFile(path: String(name[..<hash]))
    } else {
      self.number = 1
      file = InputFile(path: name)
    }
    isFile = file.path == "-" || Self.exists(file.path)
  }

  /// Reads the file and takes its meeting; what fails says which file, what is wrong and what to do.
  func record(_ reader: DocumentReader) throws -> Record {
    let bytes = try file.bytes()
    let result = try Failure.named(file.path) { () throws(DocumentError) in
      try reader.read(bytes, named: file.path)
    }
    guard result.report.meetings.indices.contains(number - 1) else {
      throw MissingMeeting(path: file.path, number: number, count: result.report.meetings.count)
    }
    let document = Document(name: Sanitised.text(file.name), sha256: SHA256.hex(bytes))
    let report = result.report
    let source = [report.publisher, report.published?.description, report.url].compactMap(\.self).joined(
      separator: " ")
    return Record(
      meeting: report.meetings[number - 1], documents: [document], sources: source.isEmpty ? [] : [source])
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

/// A file that does not tell of the meeting asked for.
struct MissingMeeting: Error, CustomStringConvertible {
  let path: String
  let number: Int
  let count: Int

  var description: String {
    switch count {
    case 0: "\(path): tells of no meeting; minutectl read shows what it says"
    case 1: "\(path): tells of one meeting, there is no \(number); leave out the number"
    default: "\(path): tells of \(count) meetings, there is no \(number); name one as \(path)#1"
    }
  }
}
