// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// Short texts given to a command: its arguments, or else the lines of standard input.
enum Phrases {
  /// Calls `body` with each of them in turn.
  static func each(of arguments: [String], _ body: (String) throws -> Void) throws {
    if !arguments.isEmpty { return try arguments.forEach(body) }
    let bytes: [UInt8]
    do { bytes = try InputFile(path: "-").bytes() } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
    for line in bytes.split(separator: 0x0A) where !line.isEmpty {
      // A line of a file from elsewhere may end in CR LF.
      try body(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
    }
  }
}
