// SPDX-License-Identifier: Apache-2.0
import Foundation

/// `minutectl` as people call it: the program that was built beside the tests, by a link of its name.
enum Program {
  static let link: URL = {
    let folder = SeedArchive.shared.folder.appending(path: "bin")
    try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let built = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    // The runner of the tests lies in the toolchain; what it runs, beside what was built.
    let beside = [built] + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let program = beside.map { $0.appending(path: "minuted") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
    let link = folder.appending(path: "minutectl")
    try! FileManager.default.createSymbolicLink(at: link, withDestinationURL: program ?? built)
    return link
  }()

  /// A run over the archive of the seeds, or another one.
  static func run(_ arguments: [String], archive: String? = nil, columns: Int? = nil) throws -> Run {
    let path = archive ?? SeedArchive.shared.folder.appending(path: "archive.sqlite").path
    return try call(
      arguments + ["--archive", path], environment: columns.map { ["COLUMNS": String($0)] } ?? [:])
  }

  /// A run of just these words, of another program too.
  static func call(
    _ arguments: [String], of program: String? = nil, environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = program.map { URL(filePath: $0) } ?? link
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = folder }
    let (out, complaint) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (out, complaint)
    try process.run()
    let printed = out.fileHandleForReading.readDataToEndOfFile()
    let complained = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      out: String(decoding: printed, as: UTF8.self), complaint: String(decoding: complained, as: UTF8.self),
      status: process.terminationStatus)
  }
}

/// What a run of the program printed and how it ended.
struct Run {
  var out: String
  var complaint: String
  var status: Int32

  var lines: [Substring] { out.split(separator: "\n") }
}
