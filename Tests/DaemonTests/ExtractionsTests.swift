// SPDX-License-Identifier: Apache-2.0
import Desk
import Extraction
import Foundation
import Glibc
import Minutes
import Settings
import TestKit
import Testing

@testable import Archive
@testable import Daemon

@Suite struct `Documents that children open` {
  private let loop = EventLoop()
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "minuted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private static let docx = Repository.fixtures.appending(
    path: "documents/docx/2024-03-08-hanhai-minzheng.docx")

  private static func arrival(_ id: Int64, attempts: Int = 1, container: Int64? = nil) -> Arrival {
    let file = ArrivedFile(
      name: [0x61], display: "a", sha256: "\(id)", size: 1, mtime: 1, ctime: 1, handle: [],
      container: container)
    return Arrival(id: id, file: file, state: .taken, reason: nil, attempts: attempts)
  }

  private static func document() throws -> ForeignDocument {
    let bytes = Array(try Data(contentsOf: docx))
    guard
      case .foreign(let document) = try DocumentReader(
        vocabulary: BaseLexicon.vocabulary, dataFolder: Repository.root.appending(path: "config").path
      ).begin(bytes, named: "a.docx")
    else { throw CocoaError(.fileReadUnknown) }
    return document
  }

  /// A program in the place of `minuted-extract`.
  private func program(_ script: String) throws -> DocumentExtractor {
    let path = folder.appending(path: "program").path
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    chmod(path, 0o755)
    return DocumentExtractor(program: path)
  }

  /// The process that a script has named in a file; nil before it has.
  private static func number(in file: URL) -> pid_t? {
    (try? String(contentsOf: file, encoding: .utf8)).flatMap { pid_t($0.trimmingCharacters(in: .newlines)) }
  }

  /// Runs the loop until `count` documents are through.
  private func open(_ count: Int, by extractor: DocumentExtractor) throws -> [Extractions.Finished] {
    // A loop that has ended takes nothing more.
    let loop = EventLoop()
    let extractions = Extractions(loop: loop, extractor: extractor, most: count)
    var open = count
    extractions.onFinish = {
      open -= 1
      if open == 0 { loop.stop() }
    }
    for number in 1...count {
      extractions.begin(try Self.document(), for: .arrival(Self.arrival(Int64(number))))
    }
    #expect(extractions.room == 0)
    _ = loop.run()
    return extractions.takeArrivals().map(\.finished)
  }

  @Test func `are opened side by side, and the loop goes on meanwhile`() throws {
    let opened = try open(3, by: .beside(DataFolder.runningExecutable))
    for finished in opened {
      let document = try finished.result.get()
      #expect(document.content.text.contains("民政工作会议"), "\(document.content.text.prefix(80))")
    }
    #expect(opened.count == 3)
  }

  @Test(arguments: [
    ("kill -SEGV $$", ExtractionError.crashed(signal: SIGSEGV, status: 0)),
    ("exit 7", .crashed(signal: 0, status: 7)),
  ])
  func `count against the document where the child ends without an answer`(
    script: String, error: ExtractionError
  ) throws {
    // The memory of who starts it is not the child's.
    let held = [UInt8](repeating: 1, count: 300 << 20)
    let finished = try #require(try open(1, by: program(script)).first)
    #expect(finished.result.failure == error && held.last == 1)
    #expect(error.nature == .suspicious)
  }

  @Test func `are given up at the deadline, with the child that holds its pipe open or closes it and stays`()
    throws
  {
    let number = folder.appending(path: "number")
    for script in ["exec sleep 1000", "exec >&- sleep 1000"] {
      var extractor = try program("echo $$ > \(number.path); \(script)")
      extractor.limits.wallSeconds = 1
      #expect(try open(1, by: extractor).first?.result.failure == .tooSlow(seconds: 1))
      // Neither alive nor left to be waited for; other tests have children of this process, too.
      let child = try #require(Self.number(in: number))
      #expect(kill(child, 0) == -1)
    }
  }

  @Test func `are told at once where the program is missing`() throws {
    let extractions = Extractions(
      loop: loop, extractor: DocumentExtractor(program: "/nowhere/minuted-extract"), most: 1)
    extractions.begin(try Self.document(), for: .arrival(Self.arrival(1)))
    let error = extractions.takeArrivals().first?.finished.result.failure
    #expect(error == .missing(program: "minuted-extract", package: "minuted"))
    #expect(error?.nature == .lasting)
  }

  @Test func `leave no child behind when the service ends`() throws {
    let extractor = try program("echo $$ > \(folder.path)/number; exec sleep 1000")
    let extractions = Extractions(loop: loop, extractor: extractor, most: 1)
    extractions.begin(try Self.document(), for: .arrival(Self.arrival(1)))
    #expect(extractions.arrivals == [1])
    var child: pid_t?
    while child == nil {
      child = Self.number(in: folder.appending(path: "number"))
      sched_yield()
    }
    extractions.stop()
    #expect(kill(try #require(child), 0) == -1 && extractions.arrivals.isEmpty)
  }
}

extension Result {
  fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
