// SPDX-License-Identifier: Apache-2.0
import Archive
import Foundation
import Minutes

/// An archive in a folder of its own, gone when the test ends.
final class TemporaryArchive {
  let folder: String
  private(set) var archive: MeetingArchive!

  var path: String { folder + "/archive.sqlite" }

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "minuted 档案-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
    try open()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open() throws { archive = try MeetingArchive(path: path) }

  func close() { archive = nil }

  /// What lies in the folder.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  /// Takes a document with these meetings and settles it, as the daemon does; returns the arrival's id.
  @discardableResult
  func add(
    _ sha256: String, _ meetings: Meeting..., provenance: Provenance = .report, entries: [OutboxEntry] = []
  ) throws -> Int64 {
    let file = Samples.file("\(sha256).txt", sha256: sha256, provenance: provenance)
    let arrival = try archive.take([file], boot: "boot", now: 0)[0].id
    let reading = Samples.reading(sha256, meetings, name: file.display, provenance: provenance)
    try archive.settle(Outcome(arrival: arrival, reading: reading, entries: entries), boot: "boot")
    return arrival
  }
}
