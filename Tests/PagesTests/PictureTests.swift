// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

@testable import Pages

/// How a page looks in Chromium, beside the pictures that are kept in Tests/Fixtures/pictures.
///
/// Where a page was changed on purpose, `MINUTED_KEEP_PICTURES=1` makes the new look the kept one: look at it first.
@Suite(.serialized) struct `A page in a browser` {
  static let looks = [390, 1280].flatMap { width in ["light", "dark"].map { (width, $0) } }

  @Test(arguments: looks)
  func `looks as it did`(_ width: Int, _ scheme: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "minuted-picture-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "page.html")
    try Data(HTMLWriter.write(SampleSheet.sheet)).write(to: page)
    let picture = folder.appending(path: "page.png")
    let browser = "/usr/bin/chromium"
    try #require(
      FileManager.default.isExecutableFile(atPath: browser), "Chromium is missing: apt-get install chromium")
    // At half their size: a picture of what stands where, and a tenth of the bytes.
    let shot = try run(
      browser,
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--force-device-scale-factor=0.5",
        "--user-data-dir=\(folder.path)/profile", "--window-size=\(width),\(width < 600 ? 3800 : 2900)",
        "--blink-settings=preferredColorScheme=\(scheme == "dark" ? 0 : 1)", "--screenshot=\(picture.path)",
        "file://\(page.path)",
      ])
    try #require(FileManager.default.fileExists(atPath: picture.path), "Chromium made no picture: \(shot)")
    let kept = Repository.root.appending(path: "Tests/Fixtures/pictures/page-\(width)-\(scheme).png")
    if ProcessInfo.processInfo.environment["MINUTED_KEEP_PICTURES"] != nil {
      try Data(contentsOf: picture).write(to: kept)
    }
    let compare = Repository.root.appending(path: "scripts/compare-pictures").path
    let difference = try run("/usr/bin/python3", [compare, kept.path, picture.path])
    let share = try #require(Double(difference.trimmingCharacters(in: .newlines)), "\(difference)")
    #expect(share < 2, "\(share) % of the picture differ from \(kept.lastPathComponent)")
  }

  /// Runs a program and returns all that it printed.
  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
