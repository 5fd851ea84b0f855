// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Digest
import Foundation
import Minutes
import Testing

@testable import Control

@Suite struct `Searching all reports` {
  @Test func `marks the words where they stand, the latest meeting first`() throws {
    let lines = try text("search", "长者食堂").split(separator: "\n")
    #expect(lines.first?.hasPrefix("2025-04-11　瀚海省澜浦市　民政工作会议") == true)
    #expect(lines.dropFirst().first?.contains("【长者食堂】") == true)
  }

  @Test func `is narrowed to a place by its name, without its overlay`() throws {
    let found = try objects("search", "养老", "--division", "瀚海", "--year", "2024")
    #expect(found.count == 5)
    #expect(found.allSatisfy { ($0["division"] as? String)?.hasPrefix("99") == true })
  }

  @Test func `tells spans that hold exactly the words`() throws {
    for meeting in try objects("search", "养老") {
      for passage in meeting["passages"] as? [[String: Any]] ?? [] {
        let span = passage["span"] as? [Int] ?? []
        #expect(span.count == 2 && span[1] - span[0] >= 2)
      }
    }
  }

  @Test func `says when there are more`() throws {
    #expect(try text("search", "养老", "--limit", "1").contains("--limit 0"))
  }
}

@Suite struct `A series` {
  @Test func `of an indicator has each year with its target and where it was told`() throws {
    let told = try text("series", "护理型床位占比", "--division", "瀚海省", "--level", "province")
    #expect(told.contains("2023    58.6    >58  2024-03-08 ¶3 168-179"))
    #expect(told.contains("纵轴自46起，不从零开始"))
  }

  @Test func `finds an indicator under its other names and tells what was revised`() throws {
    let told = try text("series", "养老床位", "--division", "990000", "--level", "province")
    #expect(told.contains("2022    41.3万        2024-03-08 ¶3 147-160；修订：2023-02-24报41.9万"))
  }

  @Test func `never joins a stock with what was added to it`() throws {
    let series = try objects("series", "养老床位", "--division", "澜浦市")
    let measures = series.compactMap { ($0["figure"] as? [String: Any])?["measure"] as? String }
    #expect(measures == ["flow", "level"])
  }

  @Test func `of a place has the ranks of its lines of work`() throws {
    let told = try text("series", "瀚海省", "--sector", "民政")
    #expect(told.contains("2021—2025：馆藏5次，无缺"))
    let party = told.split(separator: "\n").first { $0.hasPrefix("党的建设") }
    #expect(party?.split(separator: " ").dropFirst().joined(separator: " ") == "· 1 10 1 ·")
  }

  @Test func `of a line of work has a row a place and keeps what is invented apart`() throws {
    let told = try text("series", "养老服务")
    let invented = try #require(told.range(of: "虚构"))
    let real = try #require(told.range(of: "江苏省"))
    #expect(real.lowerBound < invented.lowerBound)
  }
}

@Suite struct `The matrix of a year` {
  @Test func `has a line a place and a column a line of work`() throws {
    let told = try text("matrix", "--year", "2023", "--level", "province", "--sector", "民政")
    let jiangsu = told.split(separator: "\n").first { $0.hasPrefix("江苏省") }
    #expect(jiangsu?.split(separator: " ").prefix(4).joined(separator: " ") == "江苏省 10 1 2")
  }

  @Test func `of one place has its tasks and where its peers have them`() throws {
    let told = try text("matrix", "--year", "2023", "--of", "江苏")
    let line = try #require(told.split(separator: "\n").first { $0.contains("促进社会组织健康发展") })
    #expect(line.split(separator: " ") == ["5", "促进社会组织健康发展", "3", "4"])
    #expect(!told.contains("瀚海"))
  }

  @Test func `wants a year`() {
    #expect(throws: (any Error).self) { try Minutectl.parseAsRoot(["matrix"]) }
  }
}

@Suite struct `Peers of an indicator` {
  @Test func `are ranked within a level and a year`() throws {
    let peers = try objects("peers", "护理型床位占比", "--level", "prefecture")
    #expect(peers.map { $0["jurisdiction"] as? String } == ["瀚海省云岫市", "瀚海省澜浦市"])
    #expect(peers.map { $0["rank"] as? Int } == [1, 2])
    #expect(peers.allSatisfy { $0["year"] as? Int == 2024 })
  }

  @Test func `with totals are not ranked`() throws {
    let peers = try objects("peers", "养老床位", "--level", "prefecture", "--period", "2023")
    #expect(!peers.isEmpty && peers.allSatisfy { $0["rank"] is NSNull })
  }
}

@Suite struct `The register of targets` {
  @Test func `says what became of each`() throws {
    let told = try text("targets", "瀚海", "--sector", "民政")
    #expect(told.contains("提前完成  2025年底前改造敬老院400所；报436所（2025 ¶4，109%）"))
    #expect(told.contains("未完成    新建老年助餐点1200个；报1143个（2024-03-08 ¶3，95.3%）"))
    #expect(told.contains("待后续    护理型床位占比65%"))
  }

  @Test func `is narrowed to states and years`() throws {
    let missed = try objects("targets", "990000", "--state", "missed", "--year", "2024", "--sector", "民政")
    let names = missed.map { ($0["target"] as? [String: Any])?["indicator"] as? String }
    #expect(names == ["银发经济龙头企业", "县级慈善会覆盖率"])
  }

  @Test func `has no line wider than the terminal`() throws {
    for line in try text("targets", "瀚海").split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 80)
    }
  }
}

@Suite struct `What is missing` {
  @Test func `in a year are the provinces that hold such meetings and are not kept`() throws {
    let gaps = try objects("gaps", "--year", "2023", "--sector", "民政")
    #expect(gaps.count == 27)
    #expect(!gaps.contains { $0["division"] as? String == "320000" || $0["division"] as? String == "710000" })
  }

  @Test func `below a province are its cities`() throws {
    let told = try text(
      "gaps", "--year", "2023", "--level", "prefecture", "--division", "广东", "--sector", "民政")
    #expect(told.contains("地级21个：已收录2，缺19"))
  }

  @Test func `in a series are the years between its meetings`() throws {
    #expect(try objects("gaps").isEmpty)
  }
}

@Suite struct `What was told` {
  @Test func `is listed by kind, weight and place`() throws {
    let told = try objects("changes", "--change", "dropped", "--division", "瀚海", "--level", "province")
    #expect(!told.isEmpty && told.allSatisfy { $0["change"] as? String == "dropped" })
    #expect(told.allSatisfy { $0["division"] as? String == "990000" })
  }

  @Test func `since a day to come is nothing`() throws {
    #expect(try objects("changes", "--since", "2200-01-01").isEmpty)
  }

  @Test func `is cut to the latest, which is said`() throws {
    #expect(try text("changes", "--limit", "1").hasPrefix("…更早还有"))
  }

  @Test(arguments: [
    "2024-13-01", "soon", "7", "2024", "2024-03-01 25:00", "3 days hence", "2024-03", "@-1", "25:00", "",
  ])
  func `has no moment that is none`(_ moment: String) { #expect(Moment(moment, now: 0) == nil) }

  @Test func `has moments by age and by clock`() throws {
    for text in ["2h", "-2h", "2h ago", "2 hours ago", "1h 60min", " -120min "] {
      #expect(Moment(text, now: 10_000)?.microseconds == 2_800_000_000, "\(text)")
    }
    #expect(Moment("+1h", now: 0)?.microseconds == 3_600_000_000)
    #expect(Moment("@1709251200", now: 0)?.microseconds == 1_709_251_200_000_000)
    let noon = try #require(Moment("12:00", now: 1_709_290_000)),
      today = try #require(Moment("today", now: 1_709_290_000))
    #expect(noon.microseconds - today.microseconds == 43_200_000_000)
    let day = try #require(Moment("2024-03-01", now: 0)),
      later = try #require(Moment("2024-03-01 08:30", now: 0))
    #expect(later.microseconds - day.microseconds == 30_600_000_000)
  }
}

@Suite struct `One change` {
  private func found(_ change: String, _ words: String) throws -> EntryLookup.Found {
    let id = try #require(try SeedArchive.shared.entry(change, words))
    return try EntryLookup(archive: SeedArchive.shared.archive).change(id)
  }

  @Test func `is explained with both excerpts in their paragraphs`() throws {
    let explanation = try ChangeExplanation(
      try found("missed", "新建老年助餐点1143个"), in: SeedArchive.shared.archive)
    let told = explanation.lines(width: 80).joined(separator: "\n")
    #expect(told.contains("规则 judged-targets"))
    #expect(told.replacingOccurrences(of: "\n    ", with: "").contains("【新建老年助餐点1143个】"))
    #expect(told.contains("¶7 974-986"))
  }

  @Test func `of one side says that the other is silent`() throws {
    let explanation = try ChangeExplanation(try found("new_item", "发展银发经济"), in: SeedArchive.shared.archive)
    #expect(explanation.lines(width: 80).contains("基准：没有对应的原文"))
  }

  @Test func `is cited with publisher, date, place and the bytes that were read`() throws {
    let notes = try Footnote.all(of: try found("missed", "新建老年助餐点1143个"), in: SeedArchive.shared.archive)
    #expect(notes.count == 2)
    #expect(notes[0].text.hasPrefix("[1] 【虚构，不可引用】瀚海民政：《瀚海召开全省民政工作会议"))
    #expect(notes[0].text.contains("2023-02-25"))
    #expect(notes[0].text.contains("第7段（974—986字）：“新建老年助餐点1200个”　sha256 "))
  }

  @Test(arguments: ["ffffffff-01", "zz"])
  func `that is not kept is told`(_ id: String) {
    #expect(throws: ExitCode(1)) { try EntryLookup(archive: SeedArchive.shared.archive).change(id) }
  }
}

@Suite struct `A place on the command line` {
  private let places = SeedArchive.shared.tools.places

  @Test(arguments: ["浙江", "浙江省", "330000", "33"])
  func `is a name, a short name, a code or its head`(_ name: String) throws {
    #expect(try places.only(name).code == "330000")
  }

  @Test func `that is ambiguous has candidates`() throws {
    #expect(try places.candidates("海州").map(\.code) == ["210902", "320706"])
    #expect(throws: ExitCode(1)) { try places.only("海州") }
  }

  @Test func `that is none is told`() { #expect(throws: ExitCode(1)) { try places.only("不存在") } }
}

@Suite struct `An id left empty` {
  @Test(arguments: ["show", "digest", "explain", "cite"])
  func `is wrong usage, whether there is an archive or not`(_ verb: String) {
    let error = #expect(throws: (any Error).self) {
      try Minutectl.parseAsRoot([verb, "", "--archive", "/nonexistent"])
    }
    #expect(error.map { Minutectl.exitCode(for: $0).rawValue } == 64)
  }
}
