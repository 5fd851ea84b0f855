// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Digest
import Dispatch
import Extraction
import Foundation
import GRDB
import Minutes
import Testing

@testable import Daemon

@Suite struct `A report that is forgotten` {
  private let bench: Bench
  private static let id = "990000/民政工作会议/2023-02-24"

  init() throws {
    bench = try Bench()
    for (name, path) in [
      ("2022.txt", "2022/2022-03-02"), ("2023.txt", "2023/2023-02-24"), ("2024.txt", "2024/2024-03-08"),
    ] {
      _ = try bench.arrive([(name, try seed("example/\(path)-hanhai-minzheng.txt"))])
    }
  }

  private func forget(_ what: String) throws -> Pipeline.Forgotten {
    let edit = Edit(at: 1, uid: 0, who: "root", verb: "forget", target: what, reason: "误传")
    return try bench.pipeline.forget(bench.archive.documents(named: what), edit, now: 1)
  }

  private func sha256(_ name: String) throws -> String {
    let all = try (1...9).compactMap { try bench.archive.arrival(Int64($0)) }
    return try #require(all.first { $0.file.display == name }?.file.sha256)
  }

  @Test func `is gone with its meeting, and what was told of it is withdrawn in words`() throws {
    let told = try #require(try bench.archive.told(of: MeetingKey(id: Self.id, provenance: .invented)))
    let outcome = try forget(Self.id)
    #expect(outcome.gone.map(\.id) == [Self.id] && outcome.left.isEmpty)
    #expect(try bench.archive.record(id: Self.id, provenance: .invented) == nil)
    #expect(try bench.archive.document(sha256: sha256("2023.txt")) == nil)
    let retraction = try #require(try bench.entries("retraction").first)
    #expect(retraction["MINUTED_SUPERSEDES"] == told.id && retraction["MINUTED_REASON"] == "forgotten")
    #expect(retraction["MESSAGE"]?.hasSuffix("报道已按要求删除（误传）") == true)
    let kept = try #require(try bench.archive.digests(prefix: told.id).first)
    #expect(kept.text == "（内容已删除：minutectl forget）")
  }

  @Test func `has the digest of the meeting after it told anew`() throws {
    #expect(try forget(Self.id).corrected == 1)
    let correction = try #require(try bench.entries("correction").last)
    #expect(correction["MINUTED_DATE"] == "2024-03-08")
    #expect(correction["MINUTED_BASELINE_ID"] == "990000/民政工作会议/2022-03-02")
    let message = try #require(try bench.values("MESSAGE", of: "correction").first)
    #expect(message.contains("2023-02-24会议的报道已按要求删除（误传），改与2022-03-02比较"), "\(message)")
  }

  @Test func `names its entries, and those that wait are not sent`() throws {
    let ids = try bench.entries().filter { $0["MINUTED_MEETING_ID"] == Self.id }.map(\.id)
    let outcome = try forget(Self.id)
    #expect(Set(outcome.documents.flatMap(\.entries).map(\.id)) == Set(ids) && ids.count > 3)
    let left = try bench.entries().map(\.id)
    #expect(ids.allSatisfy { !left.contains($0) })
    #expect(outcome.documents[0].entries.allSatisfy { $0.cursor == nil })
  }

  @Test func `is refused when its bytes come again, and its original does not stay`() throws {
    let text = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    _ = try forget(Self.id)
    #expect(try bench.arrive([("again.txt", text)]) == Tally(rejected: 1))
    #expect(try bench.values("MINUTED_REASON", of: "rejected") == ["forgotten"])
    let command = try "minutectl forget --undo \(sha256("again.txt")) --reason 理由"
    #expect(try bench.values("MESSAGE", of: "rejected").first?.contains(command) == true)
    let place = ContentStore(path: bench.state.store).place(of: try sha256("again.txt"))
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test func `may come again once that is undone`() throws {
    let text = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    let sha256 = try sha256("2023.txt")
    _ = try forget(Self.id)
    #expect(try bench.archive.remember(sha256) == 1)
    // Also under its own name, which the ledger had.
    #expect(try bench.arrive([("2023.txt", text)]).digests == 1)
    #expect(try bench.archive.remember(sha256) == 0)
  }

  @Test func `stands nowhere in the archive's files`() throws {
    let lone = try Bench()
    _ = try lone.arrive([("a.txt", try seed("example/2023/2023-02-24-hanhai-minzheng.txt"))])
    let head = try #require(
      try lone.archive.record(id: Self.id, provenance: .invented)?.meeting.priorities.first?.head)
    func holds() throws -> Bool {
      let names = try FileManager.default.contentsOfDirectory(atPath: lone.folder.path)
      return try names.filter { $0.hasPrefix("archive.sqlite") && !$0.hasSuffix("-shm") }.contains {
        try Data(contentsOf: lone.folder.appending(path: $0)).range(of: Data(head.utf8)) != nil
      }
    }
    #expect(try holds())
    let edit = Edit(at: 1, uid: 0, who: "root", verb: "forget", target: Self.id, reason: "误传")
    _ = try lone.pipeline.forget(lone.archive.documents(named: Self.id), edit, now: 1)
    try sweep(lone)
    #expect(try !holds())
  }

  /// Sweeps as the daemon does; returns the last wait, nil where nothing is left.
  @discardableResult
  private func sweep(_ bench: Bench) throws -> UInt64? {
    let sweeper = Sweeper(archive: bench.archive, store: bench.pipeline.store)
    while let wait = try sweeper.advance() {
      if wait == Sweeper.pause { return wait }
    }
    return nil
  }

  @Test func `leaves no pair of its characters in the index of words`() throws {
    // 龘 and 靐 stand in no other report.
    let text = try seed("example/2024/2024-03-08-hanhai-minzheng.txt") + "全省建成龘靐养老服务中心3200个。\n"
    _ = try bench.arrive([("龘.txt", text)])
    func holds() throws -> Bool {
      let blocks = try DatabaseQueue(path: bench.folder.path + "/archive.sqlite").read { db in
        try Data.fetchAll(db, sql: "SELECT block FROM words_data")
      }
      return blocks.contains { $0.range(of: Data("靐".utf8)) != nil }
    }
    #expect(try holds())
    _ = try forget(try sha256("龘.txt"))
    #expect(try holds())
    try sweep(bench)
    #expect(try !holds())
    #expect(try bench.archive.search("养老", MeetingFilter()).count == 3)
  }

  @Test func `stays in the log while somebody reads, who is not waited for`() throws {
    let reader = try Reader(of: bench.folder.path + "/archive.sqlite")
    _ = try forget(Self.id)
    // One that waited would find the reader gone, and the log empty.
    reader.losePatience()
    #expect(try sweep(bench) == Sweeper.pause)
    reader.end()
    #expect(try sweep(bench) == nil)
    let log = bench.folder.appending(path: "archive.sqlite-wal")
    #expect(try Data(contentsOf: log).isEmpty)
  }

  /// Reads one state of an archive on a thread of its own until it is told to end, or somebody has waited for
  /// it since it lost patience.
  private struct Reader: Sendable {
    /// Less than SQLite's own patience, which is five seconds.
    private static let patience = DispatchTimeInterval.seconds(3)
    private let begun = DispatchSemaphore(value: 0)
    private let asked = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    init(of path: String) throws {
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { try $0.execute(sql: "BEGIN; SELECT count(*) FROM meetings") }
      Thread.detachNewThread { [begun, asked, done] in
        begun.wait()
        _ = asked.wait(timeout: .now() + Self.patience)
        try? queue.inDatabase { try $0.execute(sql: "COMMIT") }
        try? queue.close()
        done.signal()
      }
    }

    /// What came before, on a loaded machine, has not waited for it.
    func losePatience() { begun.signal() }

    func end() {
      begun.signal()
      asked.signal()
      done.wait()
    }
  }

  @Test func `does not come back from a child that had it open`() throws {
    let text = "全省新增社会工作者3200名。\n" + (try seed("example/2024/2024-03-08-hanhai-minzheng.txt"))
    let arrival = try #require(try bench.take([("open.txt", text)]).first)
    let work = try bench.pipeline.work(arrival)
    guard case .read = work else {
      Issue.record("not read")
      return
    }
    _ = try forget(try #require(arrival.file.sha256))
    #expect(try bench.pipeline.tell([work]) == Tally(rejected: 1))
    #expect(try bench.archive.document(sha256: arrival.file.sha256 ?? "") == nil)
    #expect(try bench.values("MINUTED_REASON", of: "rejected") == ["forgotten"])
  }

  @Test func `leaves its original to no crash after the commit`() throws {
    let sha256 = try sha256("2023.txt")
    let place = bench.pipeline.store.place(of: sha256)
    _ = try forget(Self.id)
    // Here the power goes.
    #expect(FileManager.default.fileExists(atPath: place))
    try bench.restart()
    try sweep(bench)
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test func `leaves its meeting to the other reports of it, told anew`() throws {
    let more = try seed("example/2024/2024-03-08-hanhai-minzheng.txt") + "全省新增社会工作者3200名。\n"
    _ = try bench.arrive([("more.txt", more)])
    let outcome = try forget(try sha256("2024.txt"))
    #expect(outcome.gone.isEmpty && outcome.left.map(\.id) == ["990000/民政工作会议/2024-03-08"])
    #expect(outcome.corrected == 1)
    #expect(try bench.archive.record(outcome.left[0])?.documents.map(\.name) == ["more.txt"])
  }

  /// Another report of the last meeting: it lacks a figure and has one more.
  private func another() throws -> (name: String, text: String) {
    let text = try seed("example/2024/2024-03-08-hanhai-minzheng.txt")
    return (
      "more.txt",
      text.replacing("新建老年助餐点1143个；", with: "") + "全省新增社会工作者3200名。\n"
    )
  }

  /// The last entry that forgetting a report has told.
  private func told(_ event: String, afterForgetting name: String) throws -> String {
    let before = try bench.values("MESSAGE", of: event).count
    _ = try forget(try sha256(name))
    let told = try bench.values("MESSAGE", of: event)
    #expect(told.count > before)
    return told.first { $0.contains(name) } ?? ""
  }

  @Test func `is named with how much holds no more and what stands, and not quoted`() throws {
    _ = try bench.arrive([try another()])
    let told = try told("correction", afterForgetting: "2024.txt")
    #expect(told.contains("报道2024.txt已按要求删除（误传）；原有各项中"), "\(told)")
    #expect(told.contains("项不再成立，") && told.contains("more.txt："))
    #expect(!told.contains("合并1份") && !told.contains("1143"))
  }

  @Test func `is named where the digest from before it holds again`() throws {
    _ = try bench.arrive([try another()])
    try bench.pipeline.corrector.correctSources(
      of: MeetingKey(id: "990000/民政工作会议/2024-03-08", provenance: .invented))
    let told = try told("retraction", afterForgetting: "more.txt")
    #expect(told.contains("报道more.txt已按要求删除（误传），仅由它而来的内容不再成立；仍以摘要"), "\(told)")
    #expect(!told.contains("上次会议"))
  }

  @Test func `is kept as forgotten with who asked for it`() throws {
    _ = try forget(Self.id)
    let edit = try #require(try bench.archive.edits(["forget"]).first)
    #expect(edit.who == "root" && edit.reason == "误传" && edit.target == Self.id)
    #expect(try bench.archive.isForgotten(sha256("2023.txt")))
    #expect(try !bench.archive.isForgotten(sha256("2024.txt")))
  }
}

@Suite struct `An archive of files with a report that is forgotten` {
  private let bench: Bench
  private let text: String

  init() throws {
    (bench, text) = (try Bench(), try seed("example/2024/2024-03-08-hanhai-minzheng.txt"))
  }

  /// Opens an archive of two reports: what a child would find is given. Returns it and its members.
  private func drop(_ name: String) throws -> (Arrival, [ArrivedFile]) {
    let container = try #require(
      try bench.take([(name: name, bytes: Data("PK\u{3}\u{4}\(name)".utf8))]).first)
    let other = try seed("example/2023/2023-02-24-hanhai-minzheng.txt")
    let members = [("a.txt", text), ("b.txt", other)].map { name, text in
      ExtractedDocument.Member(name: Array(name.utf8), bytes: Array(text.utf8))
    }
    let files = try Unpacking(bench.setup.configuration, bench.state).files(of: container, members)
    try bench.archive.unpack(container, into: files, batch: nil, boot: bench.state.boot, now: 0)
    try bench.pipeline.discard(try bench.pipeline.release(container, with: files))
    _ = try bench.pipeline.process(try bench.archive.waiting(limit: 10))
    return (container, files)
  }

  private func forget(_ sha256: String) throws {
    let edit = Edit(at: 1, uid: 0, who: "root", verb: "forget", target: sha256, reason: "误传")
    _ = try bench.pipeline.forget([sha256], edit, now: 1)
    let sweeper = Sweeper(archive: bench.archive, store: bench.pipeline.store)
    while try sweeper.advance() != nil {}
  }

  private func isStored(_ file: ArrivedFile) throws -> Bool {
    try bench.pipeline.store.bytes(of: try #require(file.sha256)) != nil
  }

  @Test func `names those of its reports that are kept`() throws {
    let (container, files) = try drop("a.zip")
    let sha256 = try #require(container.file.sha256)
    #expect(try bench.archive.members(of: sha256).map(\.name) == ["a.zip/a.txt", "a.zip/b.txt"])
    try forget(try #require(files[0].sha256))
    #expect(try bench.archive.members(of: sha256).map(\.name) == ["a.zip/b.txt"])
    #expect(try !isStored(container.file) && isStored(files[1]))
  }

  @Test func `is stored until its members are kept, and while it is to be opened once more`() throws {
    let (_, files) = try drop("a.zip")
    try forget(try #require(files[0].sha256))
    let bytes = Data("PK\u{3}\u{4}twins".utf8)
    let twins = try bench.take([(name: "b.zip", bytes: bytes), (name: "c.zip", bytes: bytes)])
    for twin in twins {
      try bench.archive.unpack(twin, into: [], batch: nil, boot: bench.state.boot, now: 0)
      let released = try bench.pipeline.release(twin, with: files)
      #expect(try isStored(twin.file))
      try bench.pipeline.discard(released)
      let isLast = twin.id == twins.last?.id
      #expect(try isStored(twin.file) == !isLast)
    }
  }

  @Test func `is removed at the next start where a crash has left it, in another state too`() throws {
    let (_, files) = try drop("a.zip")
    try forget(try #require(files[0].sha256))
    let bytes = Data("PK\u{3}\u{4}later".utf8)
    let later = try #require(try bench.take([(name: "a.zip", bytes: bytes)]).first)
    try bench.archive.unpack(later, into: files, batch: nil, boot: bench.state.boot, now: 0)
    _ = try bench.pipeline.release(later, with: files)
    #expect(try isStored(later.file))
    let sweeper = Sweeper(archive: bench.archive, store: bench.pipeline.store)
    while try sweeper.advance() != nil {}
    #expect(try !isStored(later.file))
  }

  @Test func `is not stored when it comes again`() throws {
    let (_, files) = try drop("a.zip")
    try forget(try #require(files[0].sha256))
    let (again, members) = try drop("b.zip")
    #expect(try !isStored(again.file) && !isStored(members[0]) && isStored(members[1]))
    #expect(try bench.values("MINUTED_REASON", of: "rejected") == ["forgotten"])
  }
}
