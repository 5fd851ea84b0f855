// SPDX-License-Identifier: Apache-2.0
import Digest
import Foundation
import Archive
import TestKit
import Testing

@testable import Daemon

@Suite struct `An arrival` {
  @Test func `of a report makes one digest, with an entry for each change`() throws {
    let bench = try Bench()
    let tally = try bench.arrive([("a.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    #expect(tally == Tally(digests: 1))
    #expect(try bench.values("MINUTED_MEETING_ID", of: "digest") == ["990000/民政工作会议/2023-02-24"])
    #expect(try bench.values("MINUTED_RELATION", of: "digest") == ["none"])
    let entries = try bench.entries()
    #expect(try bench.values("MINUTED_ENTRIES", of: "digest") == [String(entries.count)])
  }

  @Test func `of a later year is compared with the year before`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    _ = try bench.arrive([("b.txt", try seed("example/2024/2024-03-08-hanhai-minzheng.txt"))])
    #expect(try bench.values("MINUTED_RELATION", of: "digest") == ["none", "previous"])
    #expect(try bench.values("MINUTED_BASELINE_ID", of: "digest") == ["990000/民政工作会议/2023-02-24"])
    #expect(try bench.values("MINUTED_CHANGE", of: "change").contains("dropped"))
  }

  @Test func `in last year's words has no change, and says so`() throws {
    let bench = try Bench()
    func report(_ year: Int) -> String {
      """
      全省民政工作会议召开
      \(year)年3月8日，瀚海省民政工作会议召开。会议部署\(year)年工作。
      会议要求，要抓好以下工作：一是健全社会救助体系；二是发展养老服务；三是加强儿童关爱保护。

      """
    }
    _ = try bench.arrive([("a.txt", report(2023))])
    #expect(try bench.arrive([("b.txt", report(2024))]) == Tally(digests: 1))
    #expect(try bench.values("MINUTED_UNCHANGED", of: "digest") == ["1"])
    #expect(try bench.values("MESSAGE", of: "digest").last?.contains("无实质变化") == true)
  }

  @Test func `with the same bytes under another name is a duplicate`() throws {
    let bench = try Bench()
    let text = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    _ = try bench.arrive([("a.txt", text)])
    #expect(try bench.arrive([("b.txt", text)]) == Tally(duplicates: 1))
    #expect(try bench.values("MINUTED_FILE", of: "duplicate") == ["b.txt"])
    #expect(try bench.values("MINUTED_EVENT", of: "digest").count == 1)
  }

  @Test func `with the same bytes under the same name is none`() throws {
    let bench = try Bench()
    let text = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    _ = try bench.arrive([("a.txt", text)])
    #expect(try bench.take([("a.txt", text)]).isEmpty)
  }

  @Test func `that tells of a known meeting in other words is a further source`() throws {
    let bench = try Bench()
    let text = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    _ = try bench.arrive([("a.txt", text)])
    #expect(try bench.arrive([("b.txt", text + "\n（据省民政厅网站）\n")]) == Tally(sources: 1))
  }

  @Test func `without meeting and figures is refused with its reason`() throws {
    let bench = try Bench()
    #expect(try bench.arrive([("诗.txt", "春眠不觉晓，\n处处闻啼鸟。\n")]) == Tally(rejected: 1))
    #expect(try bench.values("MINUTED_REASON", of: "rejected") == ["no-meeting"])
    #expect(try bench.archive.rejected(limit: 1).first?.file.display == "诗.txt")
  }

  @Test func `that is no text is refused and told what to do`() throws {
    let bench = try Bench()
    #expect(try bench.arrive([("会议.rar", "Rar!\u{1A}\u{7}")]) == Tally(rejected: 1))
    #expect(try bench.values("MINUTED_REASON", of: "rejected") == ["format"])
    #expect(try bench.values("MESSAGE", of: "rejected").first?.contains("纯文本") == true)
  }

  @Test func `of two meetings makes two digests, part one and part two`() throws {
    let bench = try Bench()
    let tally = try bench.arrive([("a.txt", try seed("example/2024/2024-05-10-hanhai-yanglao-cishan.txt"))])
    #expect(tally == Tally(digests: 2))
    // Told by date: the second meeting has but a year, which comes before its days.
    #expect(try bench.values("MINUTED_PART", of: "digest") == ["2/2", "1/2"])
  }

  @Test func `of an invented division says so in every entry`() throws {
    let bench = try Bench()
    _ = try bench.arrive([("a.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    #expect(try bench.entries().allSatisfy { $0["MINUTED_PROVENANCE"] == "invented" })
  }
}

@Suite struct `A batch` {
  @Test func `is told in order of meeting date, whatever order it came in`() throws {
    let bench = try Bench()
    let years = try ["2024/2024-03-08", "2022/2022-03-02", "2023/2023-02-24"].map { path in
      ("\(path.prefix(4)).txt", try seed("example/\(path)-hanhai-minzheng.txt"))
    }
    #expect(try bench.arrive(years) == Tally(digests: 3))
    #expect(try bench.values("MINUTED_DATE", of: "digest") == ["2022-03-02", "2023-02-24", "2024-03-08"])
    #expect(try bench.values("MINUTED_RELATION", of: "digest") == ["none", "previous", "previous"])
  }

  @Test func `is not stopped by a file that cannot be read`() throws {
    let bench = try Bench()
    let tally = try bench.arrive([
      ("a.txt", "\u{0}\u{1}\u{2}\u{3}"), ("b.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt")),
    ])
    #expect(tally == Tally(digests: 1, rejected: 1))
  }

  @Test func `gives the same digests on another machine`() throws {
    let years = try ["2023/2023-02-24", "2024/2024-03-08"].map { path in
      ("\(path.prefix(4)).txt", try seed("example/\(path)-hanhai-minzheng.txt"))
    }
    let (one, other) = (try Bench(), try Bench())
    _ = try one.arrive(years)
    _ = try other.arrive(years)
    #expect(
      try one.values("MINUTED_DIGEST_ID", of: "digest") == other.values("MINUTED_DIGEST_ID", of: "digest"))
  }

  @Test func `is read one by one once it has ended the daemon, so that one file takes no other along`() throws
  {
    let bench = try Bench()
    let arrivals = try bench.take([("a.txt", "一"), ("b.txt", "二"), ("c.txt", "三"), ("d.txt", "四")])
    _ = try bench.archive.begin(arrivals.prefix(2).map(\.id), boot: bench.state.boot)
    let batches = Pipeline.batches(of: try bench.archive.waiting(limit: 9))
    #expect(batches.map { $0.map(\.file.display) } == [["c.txt", "d.txt"], ["a.txt"], ["b.txt"]])
  }

  @Test func `counts no attempt again that a full disk broke off`() throws {
    let bench = try Bench()
    let arrivals = try bench.take([("a.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    struct Full: Error {}
    for _ in 1...5 {
      let begun = try bench.pipeline.begin(arrivals)
      #expect(begun.map(\.attempts) == [1])
      #expect(throws: Full.self) {
        try bench.pipeline.attempts.during(arrivals.map(\.id)) { () throws(Full) in throw Full() }
      }
    }
    #expect(try bench.pipeline.process(arrivals) == Tally(digests: 1))
  }

  @Test func `is not refused because its bytes cannot be read for a moment`() throws {
    let bench = try Bench()
    let arrivals = try bench.take([("a.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    let place = ContentStore(path: bench.state.store).place(of: try #require(arrivals[0].file.sha256))
    try FileManager.default.moveItem(atPath: place, toPath: place + ".away")
    // What cannot be read, though it is there.
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    let error = #expect(throws: ArchiveError.self) { try bench.pipeline.process(arrivals) }
    #expect(error?.reason == .failing)
    try FileManager.default.removeItem(atPath: place)
    try FileManager.default.moveItem(atPath: place + ".away", toPath: place)
    try bench.restart()
    #expect(try bench.pipeline.process(arrivals) == Tally(digests: 1))
  }

  @Test func `tells all meetings of one file in a batch, however many there are`() throws {
    let bench = try Bench()
    let folder = Repository.root.appending(path: "seeds/example/2024")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let reports = try names.map { try seed("example/2024/\($0)") }
    let batch = try bench.batch([("all.txt", reports.joined(separator: "\n\n"))])
    try bench.work(off: batch)
    #expect(try bench.entries("rejected") == [])
    #expect(try bench.entries("digest").count > Pipeline.mostAttempts)
  }

  @Test func `refuses a file whose reading has ended the daemon three times`() throws {
    let bench = try Bench()
    let arrivals = try bench.take([("a.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    for _ in 1...3 { _ = try bench.archive.begin(arrivals.map(\.id), boot: bench.state.boot) }
    #expect(try bench.pipeline.process(arrivals) == Tally(rejected: 1))
    #expect(try bench.values("MINUTED_REASON", of: "rejected") == ["crashed"])
  }
}
