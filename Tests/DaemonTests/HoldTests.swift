// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Foundation
import Minutes
import TestKit
import Testing

@testable import Daemon

/// What lies in a folder of `Hold=`: in the ledger, and nowhere where it could be seen.
@Suite struct `A file on hold` {
  private let earlier = "example/2023/2023-02-24-hanhai-minzheng.txt"
  private let later = "example/2024/2024-03-08-hanhai-minzheng.txt"

  /// Takes one file as one of a folder of `Hold=`, and reads it.
  private func hold(_ name: String, _ text: String, on bench: Bench) throws -> Int64 {
    let arrival = try #require(try bench.take([(name, text)], held: true).first)
    #expect(try bench.pipeline.process([arrival]) == Tally())
    return arrival.id
  }

  @Test func `is read, and told by nothing`() throws {
    let bench = try Bench()
    _ = try hold("embargo/a.txt", try seed(later), on: bench)
    #expect(try bench.entries().isEmpty)
    #expect(try bench.archive.meetings().isEmpty)
    #expect(try bench.archive.search("养老", MeetingFilter()).isEmpty)
    #expect(try bench.archive.latestArrivals(limit: 9).isEmpty)
    let file = try #require(try bench.archive.held().first)
    #expect(file.isRead && file.meetings.map(\.id) == ["990000/民政工作会议/2024-03-08"])
    #expect(try bench.archive.waiting(limit: 9).isEmpty)
    #expect(try bench.archive.status().held == 1)
  }

  @Test func `stays out of an archive that is carried to another machine`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("b.txt", try seed(later))])
    _ = try hold("embargo/secret.txt", try seed(earlier), on: bench)
    let path = bench.folder.appending(path: "carried.minuted").path
    let bytes = Array(try seed(earlier).utf8)
    #expect(try bench.archive.carry(to: path) { _ in bytes }.held == 1)
    let carried = try MeetingArchive.readOnly(path: path)
    #expect(try carried.held().isEmpty)
    #expect(try carried.carriedDocuments().map(\.name) == ["b.txt"])
    #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data("secret.txt".utf8)) == nil)
  }

  @Test func `that is forgotten is not released any more`() throws {
    let bench = try Bench()
    let arrival = try hold("embargo/a.txt", try seed(earlier), on: bench)
    let hash = try #require(try bench.archive.held().first?.arrival.file.sha256)
    let edit = Edit(at: 1, uid: 0, who: "root", verb: "forget", target: hash, reason: "误传")
    _ = try bench.pipeline.forget([hash], edit, now: 1)
    #expect(try bench.archive.held().isEmpty)
    try bench.archive.release(held: [arrival])
    #expect(try bench.archive.waiting(limit: 9).isEmpty)
  }

  @Test func `is no baseline of a meeting that is told meanwhile`() throws {
    let bench = try Bench()
    _ = try hold("embargo/a.txt", try seed(earlier), on: bench)
    _ = try bench.arrive([("b.txt", try seed(later))])
    #expect(try bench.values("MINUTED_RELATION", of: "digest") == ["none"])
  }

  @Test func `has one outcome when it is released, also after a restart`() throws {
    let bench = try Bench()
    let arrival = try hold("embargo/a.txt", try seed(earlier), on: bench)
    try bench.restart()
    try bench.archive.release(held: [arrival])
    #expect(try bench.pipeline.process(try bench.archive.waiting(limit: 9)) == Tally(digests: 1))
    #expect(try bench.values("MINUTED_FILE", of: "digest") == ["embargo/a.txt"])
    #expect(try bench.archive.held().isEmpty)
    // Nothing is left to be released a second time.
    try bench.archive.release(held: [arrival])
    #expect(try bench.archive.waiting(limit: 9).isEmpty)
  }

  @Test func `that cannot be read is refused when it is released, and not before`() throws {
    let bench = try Bench()
    let arrival = try hold("embargo/poem.txt", "床前明月光\n疑是地上霜\n", on: bench)
    #expect(try bench.entries().isEmpty)
    #expect(try bench.archive.held().first?.reason != nil)
    try bench.archive.release(held: [arrival])
    #expect(try bench.pipeline.process(try bench.archive.waiting(limit: 9)) == Tally(rejected: 1))
  }

  @Test func `is due at its time and not before`() throws {
    let bench = try Bench()
    let arrival = try hold("embargo/a.txt", try seed(earlier), on: bench)
    try bench.archive.schedule([arrival], at: 1_000)
    #expect(try bench.archive.nextRelease() == 1_000)
    #expect(try bench.archive.due(at: 999).isEmpty)
    #expect(try bench.archive.due(at: 1_000) == [arrival])
    try bench.archive.schedule([arrival], at: nil)
    #expect(try bench.archive.due(at: .max).isEmpty)
  }

  @Test func `is named by its name, its folder, its hash and its number`() throws {
    let bench = try Bench()
    let arrival = try hold("embargo/a.txt", try seed(earlier), on: bench)
    let hash = try #require(try bench.archive.held().first?.arrival.file.sha256)
    for name in ["embargo/a.txt", "embargo", "embargo/", String(hash.prefix(8)), String(arrival)] {
      #expect(try bench.archive.held(named: name).map(\.arrival.id) == [arrival], "\(name)")
    }
    for name in ["a.txt", "emb", String(hash.prefix(7)), "0"] {
      #expect(try bench.archive.held(named: name).isEmpty, "\(name)")
    }
  }

  @Test func `is named by the first that there is, so that nothing else is let out`() throws {
    let bench = try Bench()
    let other = try hold("embargo/a.txt", try seed(earlier), on: bench)
    let folder = try hold("embargo/\(other)/b.txt", try seed(later), on: bench)
    let root = try hold("\(other)/c.txt", "床前明月光\n", on: bench)
    #expect(try bench.archive.held(named: "\(other)").map(\.arrival.id) == [root])
    #expect(try bench.archive.held(named: "embargo/\(other)").map(\.arrival.id) == [folder])
  }

  @Test func `that holds documents hands its hold, and its time, on to them`() throws {
    let bench = try Bench()
    _ = try unpack(["a.txt": try seed(earlier)], on: bench, release: 7)
    #expect(try bench.archive.held().map(\.arrival.file.display) == ["embargo/a.zip/a.txt"])
    #expect(try bench.archive.held(named: "embargo/a.zip").map(\.release) == [7])
    #expect(try bench.archive.due(at: 7).count == 1)
  }

  /// A container on hold that was unpacked, with texts as its members; their bytes are stored.
  private func unpack(_ texts: [String: String], on bench: Bench, release: Int64? = nil) throws -> Arrival {
    let container = try #require(try bench.take([("embargo/a.zip", "PK")], held: true).first)
    try bench.archive.schedule([container.id], at: release)
    let members = try texts.sorted { $0.key < $1.key }.map { name, text in
      let (path, bytes) = ("embargo/a.zip/" + name, Array(text.utf8))
      let place = URL(filePath: ContentStore(path: bench.state.store).place(of: SHA256.hex(bytes)))
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place)
      return ArrivedFile(
        name: Array(path.utf8), display: path, sha256: SHA256.hex(bytes), size: Int64(bytes.count), mtime: 1,
        ctime: 1, handle: [], container: container.id)
    }
    try bench.archive.unpack(container, into: members, batch: nil, boot: bench.state.boot, now: 0)
    #expect(try bench.pipeline.process(try bench.archive.waiting(limit: 9)) == Tally())
    return container
  }

  /// The names of the originals in an archive that is carried to another machine, and whether it has the text.
  private func carried(_ bench: Bench, holding text: String) throws -> (names: [String], hasText: Bool) {
    let path = bench.folder.appending(path: "carried.minuted").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try bench.archive.carry(to: path) { Array($0.utf8) }
    let names = try MeetingArchive.readOnly(path: path).carriedDocuments().map(\.name)
    return (names, try Data(contentsOf: URL(filePath: path)).range(of: Data(text.utf8)) != nil)
  }

  @Test func `that holds documents is neither carried nor shown before the last of them is released`() throws
  {
    let bench = try Bench()
    let container = try unpack(["a.txt": try seed(earlier), "b.txt": try seed(later)], on: bench)
    let hash = try #require(container.file.sha256)
    #expect(try bench.archive.latestArrivals(limit: 9).isEmpty)
    #expect(try carried(bench, holding: hash).hasText == false)
    #expect(try bench.archive.status().held == 2)
    let members = try bench.archive.held()
    try bench.archive.release(held: [members[0].arrival.id])
    #expect(try bench.pipeline.process(try bench.archive.waiting(limit: 9)) == Tally(digests: 1))
    #expect(try bench.archive.latestArrivals(limit: 9).map(\.arrival.file.display) == ["embargo/a.zip/a.txt"])
    let half = try carried(bench, holding: hash)
    #expect(half.names == ["embargo/a.zip/a.txt"] && !half.hasText)
    try bench.archive.release(held: [members[1].arrival.id])
    #expect(try bench.pipeline.process(try bench.archive.waiting(limit: 9)) == Tally(digests: 1))
    #expect(try carried(bench, holding: hash).names == ["embargo/a.zip"])
  }

  @Test func `that holds documents releases them when it is moved out itself`() throws {
    let bench = try Bench()
    let container = try unpack(["a.txt": try seed(earlier), "b.txt": try seed(later)], on: bench)
    #expect(try bench.archive.isHeld(container.id))
    try bench.archive.release(held: [container.id])
    #expect(try bench.archive.held().isEmpty)
    #expect(try bench.pipeline.process(try bench.archive.waiting(limit: 9)) == Tally(digests: 2))
    #expect(try bench.archive.isHeld(container.id) == false)
  }

  @Test func `leaves its batch, which ends without it`() throws {
    let bench = try Bench()
    let batch = try bench.archive.beginBatch(.burst)
    let held = try bench.take([("embargo/a.txt", try seed(earlier))], held: true)
    let told = try bench.take([("b.txt", try seed(later))])
    try bench.archive.join((held + told).map(\.id), to: batch)
    try bench.work(off: batch)
    #expect(try bench.values("MINUTED_RELATION", of: "digest") == ["none"])
    #expect(try bench.archive.held().count == 1)
  }

  @Test func `can be one that waits to be read, alone or in a batch, and is told as any other then`() throws {
    let bench = try Bench()
    let batch = try bench.batch([("a.txt", try seed(earlier)), ("b.txt", try seed(later))])
    guard case .waiting(let arrival)? = try bench.archive.reach(ofFileNamed: "b.txt") else {
      return #expect(Bool(false), "b.txt does not wait")
    }
    try bench.archive.hold(waiting: [arrival])
    try bench.work(off: batch)
    #expect(try bench.values("MINUTED_FILE", of: "digest") == ["a.txt"])
    #expect(try bench.archive.held(named: "b.txt").count == 1)
    try bench.archive.release(held: [arrival])
    #expect(try bench.pipeline.process(try bench.archive.waiting(limit: 9)) == Tally(digests: 1))
  }

  @Test func `is none that was told, whose digest is named, and none that nobody knows`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", try seed(earlier))])
    let digest = try #require(try bench.values("MINUTED_DIGEST_ID", of: "digest").first)
    #expect(try bench.archive.reach(ofFileNamed: "a.txt") == .told(digest: digest))
    #expect(try bench.archive.reach(ofFileNamed: "b.txt") == nil)
    let arrival = try #require(try bench.archive.arrival(1))
    try bench.archive.hold(waiting: [arrival.id])
    #expect(try bench.archive.held().isEmpty)
    let hash = try #require(arrival.file.sha256).uppercased()
    #expect(try bench.archive.reach(ofFileNamed: hash) == .told(digest: digest))
  }

  @Test func `is none that is read and waits to be told, and none that was refused`() throws {
    let bench = try Bench()
    let batch = try bench.batch([("a.txt", try seed(earlier))])
    let open = try #require(try bench.archive.batch(batch))
    #expect(try BatchReading(bench.pipeline).read(open))
    #expect(try bench.archive.reach(ofFileNamed: "a.txt") == .telling)
    _ = try bench.arrive([("poem.txt", "床前明月光\n疑是地上霜\n")])
    #expect(try bench.archive.reach(ofFileNamed: "poem.txt") == .rejected)
  }
}
