// SPDX-License-Identifier: Apache-2.0
import Archive
import Digest
import Foundation
import Minutes
import TestKit
import Testing

@testable import Control
@testable import Daemon

/// The example province's meetings of three years: in the second a person has put a figure right and then withdrawn
/// the digest of the third; the first meeting is withdrawn.
private final class EditedArchive: @unchecked Sendable {
  static let (first, middle, last) = (
    "990000/民政工作会议/2023-02-24", "990000/民政工作会议/2024-03-08", "990000/民政工作会议/2025"
  )
  static let shared = Result { try EditedArchive() }

  let path: String
  let archive: MeetingArchive
  /// The digest of the second meeting before it was corrected, and after.
  let replaced: String
  let current: String
  /// The digest of the third, withdrawn.
  let withdrawn: String

  private init() throws {
    let folder = SeedArchive.shared.folder.appending(path: "edited")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (pipeline, state) = try SeedArchive.pipeline(in: folder)
    archive = pipeline.archive
    path = folder.appending(path: "archive.sqlite").path
    for year in ["2023/2023-02-24", "2024/2024-03-08", "2025/2025-03-14"] {
      let bytes = try Data(
        contentsOf: Repository.root.appending(path: "seeds/example/\(year)-hanhai-minzheng.txt"))
      let file = try SeedArchive.keep([UInt8](bytes), named: "\(year.suffix(10)).txt", .invented, in: state)
      _ = try pipeline.process(try archive.take([file], boot: "", now: 0))
    }
    func key(_ id: String) -> MeetingKey { MeetingKey(id: id, provenance: .invented) }
    replaced = try archive.told(of: key(Self.middle))?.id ?? ""
    let figures = try archive.record(key(Self.middle))?.meeting.figures ?? []
    let number = figures.firstIndex { $0.excerpt.text.contains("助餐点1143个") } ?? 0
    let editor = Editor(pipeline)
    func edit(_ verb: String, _ reason: String, target: String = "") -> Edit {
      Edit(at: 1_700_000_000_000_000, uid: 0, who: "陈清", verb: verb, target: target, reason: reason)
    }
    _ = try editor.correct(
      WantedEdit(
        key: key(Self.middle), subject: .figure, number: number + 1, words: figures[number].excerpt.text,
        changes: [(field: .value, text: "1243")]), as: edit("correct", "官网已更正")
    ).get()
    _ = try editor.withdraw(key(Self.first), as: edit("withdraw", "网页系伪造")).get()
    current = try archive.told(of: key(Self.middle))?.id ?? ""
    withdrawn = try archive.told(of: key(Self.last))?.id ?? ""
    // The whole line of corrections is withdrawn with it.
    let line = try archive.digests(ofMeeting: Self.last, provenance: .invented).map(\.id)
    var retraction = edit("retract", "数字取自旧稿", target: withdrawn)
    retraction.content["digests"] = line.joined(separator: " ")
    try archive.keep(retraction)
    try archive.set(retracted: true, line, of: key(Self.last))
  }

  /// What the program prints over it, whole.
  func run(_ arguments: String...) throws -> String {
    let run = try Program.run(arguments + ["--full"], archive: path)
    #expect(run.status == 0, "\(arguments): \(run.complaint)")
    return run.out
  }

  /// Its objects.
  func objects(_ arguments: String...) throws -> [[String: Any]] { try objects(arguments) }

  func objects(_ arguments: [String]) throws -> [[String: Any]] {
    let run = try Program.run(arguments + ["--json"], archive: path)
    #expect(run.status == 0, "\(arguments): \(run.complaint)")
    return try run.lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }
}

/// Whatever a reader looks at says what became of it.
@Suite struct `What was replaced, withdrawn or put right` {
  private let archive: EditedArchive

  init() throws { archive = try EditedArchive.shared.get() }

  private static var person: Regex<Substring> { /陈清，2023-11-1[45] [0-9:]{5}/ }
  private static let amended = "原读作1143，人工更正为1243（陈清"

  private func state(_ object: [String: Any]?) -> String? {
    (object?["validity"] as? [String: Any])?["state"] as? String
  }

  @Test func `is said above a digest: by what, by whom, when and why`() throws {
    let old = try archive.run("digest", archive.replaced)
    #expect(old.hasPrefix("【已由摘要") && old.contains("官网已更正），请勿再引用】"))
    #expect(old.firstMatch(of: Self.person) != nil)
    let gone = try archive.run("digest", archive.withdrawn)
    #expect(gone.hasPrefix("【摘要已撤回（陈清") && gone.contains("数字取自旧稿"))
    #expect(try !archive.run("digest", archive.current).contains("【"))
    let english = try archive.run("digest", archive.withdrawn, "--lang", "en")
    #expect(english.hasPrefix("[digest withdrawn (陈清, 2023-11-1"))
    #expect(english.contains("数字取自旧稿); quote it no more]"))
  }

  @Test func `is a member of a digest's object, in the order of its keys`() throws {
    let object = try #require(try archive.objects("digest", archive.replaced).first)
    #expect(state(object) == "replaced")
    let validity = try #require(object["validity"] as? [String: Any])
    #expect(validity["who"] as? String == "陈清" && validity["reason"] as? String == "官网已更正")
    #expect((validity["replaced_by"] as? String)?.count == 16)
    #expect(object["whole"] is String)
    #expect(state(try archive.objects("digest", archive.withdrawn).first) == "withdrawn")
    #expect(state(try archive.objects("digest", archive.current).first) == "in_force")
  }

  @Test func `stands in lists, of a withdrawn meeting too`() throws {
    let lines = try archive.run("list", "--all").split(separator: "\n")
    let first = try #require(lines.first { $0.contains("2023-02-24") })
    #expect(first.contains("会议已人工撤回（陈清") && first.contains("网页系伪造"))
    #expect(lines.first { $0.contains("2024-03-08") }?.contains("人工更正1处") == true)
    #expect(lines.last?.contains("摘要已撤回（陈清") == true)
    let states = try archive.objects("list").map(state)
    #expect(states == ["meeting_withdrawn", "in_force", "withdrawn"])
  }

  @Test(arguments: [
    ["--level", "province"], ["--year", "2023"], ["--sector", "民政"], ["--division", "990000"],
    ["--year", "2023", "--level", "province", "--sector", "民政"],
  ])
  func `stands in lists of some meetings as in that of all`(_ narrowed: [String]) throws {
    let found = try archive.objects(["list"] + narrowed).first
    #expect(found?["id"] as? String == EditedArchive.first && state(found) == "meeting_withdrawn")
  }

  @Test(arguments: [["--level", "county"], ["--year", "2022"], ["--sector", "教育"], ["--since", "now"]])
  func `stands in no list that does not mean it`(_ narrowed: [String]) throws {
    #expect(try !archive.objects(["list"] + narrowed).contains { $0["id"] as? String == EditedArchive.first })
  }

  @Test func `stands under a meeting with the way back`() throws {
    let withdrawn = try archive.run("show", EditedArchive.first)
    #expect(withdrawn.contains("【会议已人工撤回（陈清") && withdrawn.contains("minutectl withdraw --undo 2 --reason"))
    let amended = try archive.run("show", EditedArchive.middle)
    #expect(amended.contains("人工更正 1处") && amended.contains(Self.amended))
    let object = try #require(try archive.objects("show", EditedArchive.middle).first)
    let one = try #require((object["amended"] as? [[String: Any]])?.first)
    #expect(one["before"] as? String == "1143" && one["after"] as? String == "1243")
    #expect(one["who"] as? String == "陈清" && one["reason"] as? String == "官网已更正")
  }

  @Test func `stands beside found words and changes`() throws {
    let found = try archive.run("search", "助餐")
    #expect(found.contains("摘要已撤回（陈清") && found.contains("人工更正1处"))
    #expect(try archive.objects("search", "助餐").compactMap(state).sorted() == ["in_force", "withdrawn"])
    let changes = try archive.run("changes", "--limit", "0")
    #expect(changes.contains("已由摘要\(archive.current.prefix(8))取代（陈清"))
    let states = Set(try archive.objects("changes", "--limit", "0").compactMap(state))
    #expect(states == ["replaced", "withdrawn"])
  }

  @Test func `stands beside the quotations of a change and its footnotes`() throws {
    let entries = try archive.run("digest", archive.withdrawn, "--entries").split(separator: "\n")
    let entry = try #require(
      entries.first { $0.contains("1243") }?.split(separator: " ").first.map(String.init))
    #expect(try archive.run("explain", entry).contains(Self.amended))
    #expect(try archive.run("cite", entry).contains("【数值\(Self.amended)"))
    let sides = try #require(try archive.objects("explain", entry).first?["from"] as? [[String: Any]])
    #expect((sides.first?["amended"] as? [Any])?.count == 1)
    let gone = "\(archive.withdrawn.prefix(8))-01"
    #expect(try archive.run("explain", gone).contains("【摘要已撤回（陈清"))
    #expect(try archive.run("cite", gone).contains("] 【摘要已撤回（陈清"))
    #expect(state(try archive.objects("cite", gone).first) == "withdrawn")
  }

  @Test func `stands under series of a place and of an indicator`() throws {
    let figures = try archive.objects("series", "瀚海省").compactMap { $0["figures"] as? [[String: Any]] }
      .joined()
    #expect(!figures.isEmpty)
    let place = try archive.run("series", "990000")
    #expect(place.contains("2024-03-08会议：") && place.contains(Self.amended))
    #expect(place.contains("2025会议：【摘要已撤回（陈清"))
    let record = try #require(
      try archive.archive.record(MeetingKey(id: EditedArchive.middle, provenance: .invented)))
    let name = try #require(record.meeting.figures.first { $0.excerpt.text.contains("助餐点1143个") }).indicator
    #expect(try archive.run("series", name).contains(Self.amended))
    #expect(try archive.objects("series", name).contains { ($0["amended"] as? [Any])?.isEmpty == false })
  }

  @Test func `stands on pages, in both languages`() throws {
    func page(_ what: String, _ more: String...) throws -> String {
      let run = try Program.run(["report", what] + more, archive: archive.path)
      #expect(run.status == 0, "\(run.complaint)")
      return run.out
    }
    #expect(try page(archive.withdrawn).contains("【摘要已撤回（陈清"))
    #expect(try page(EditedArchive.first).contains("【会议已人工撤回（陈清"))
    let middle = try page(EditedArchive.middle)
    #expect(middle.contains("<h2>人工更正</h2>") && middle.contains(Self.amended))
    let english = try page(EditedArchive.middle, "--lang", "en")
    #expect(english.contains("<h2>Put right by hand</h2>"))
    #expect(english.contains("was read as 1143, put right by hand to 1243 (陈清, "))
    #expect(try page("990000").contains("摘要已撤回（陈清"))
  }
}
