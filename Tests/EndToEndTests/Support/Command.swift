// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A program that is run to its end, and what it said.
struct Command {
  var status: Int32
  var output: String
  var errors: String

  /// Runs a program with a clean environment and waits for it; fails only if it cannot be run at all.
  init(_ program: URL, _ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"].merging(environment) {
      $1
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
