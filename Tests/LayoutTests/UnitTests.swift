// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

/// The unit as it is shipped, held to what docs/reliability.md says of it.
@Suite struct `The unit` {
  private let path = Repository.root.appending(path: "systemd/minuted.service").path
  private let lines: [Substring]

  init() throws { lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") }

  @Test func `is exposed to little`() throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/systemd-analyze")
    process.arguments = ["security", "--offline=true", "--threshold=10", "--no-pager", path]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "above 1.0")
    let level = try #require(told.firstMatch(of: /Overall exposure level[^:]*: ([0-9.]+)/), "\(told)")
    #expect(try #require(Double(level.1)) <= 0.4)
  }

  @Test(arguments: [
    // 0 would mean systemd's default, which drops entries silently.
    "LogRateLimitIntervalSec=1s", "LogRateLimitBurst=10000000",
    // yes would hide who asks at the control socket.
    "PrivateUsers=no",
    // A member of these reads the folder, and reads its own entries back.
    "SupplementaryGroups=systemd-journal minuted-drop",
    // A mistake in the configuration stays one until somebody edits the file.
    "RestartPreventExitStatus=78", "Restart=always", "StateDirectoryMode=0750", "UMask=0027",
  ])
  func `says`(line: String) { #expect(lines.contains(Substring(line))) }

  @Test func `gives the folder to root and to those who may drop`() throws {
    let rights = Repository.root.appending(path: "systemd/minuted.tmpfiles.conf").path
    let folder = try String(contentsOfFile: rights, encoding: .utf8).split(separator: "\n")
      .first { $0.contains("incoming") }
    #expect(folder?.split(separator: " ").dropFirst(2).prefix(3) == ["2770", "root", "minuted-drop"])
  }
}
