// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Digest
import Foundation
import Minutes
@testable import Pages
import TestKit
import Testing

@testable import Control

/// What `minutectl report` writes of the seeds.
@Suite struct `A report` {
  private func content(_ arguments: String...) throws -> ReportContent {
    try ReportCommand.parse(arguments).content(SeedArchive.shared.tools)
  }

  private func text(_ format: ReportFormat, _ arguments: String...) throws -> String {
    String(
      decoding: try ReportCommand.parse(arguments).content(SeedArchive.shared.tools).bytes(format),
      as: UTF8.self)
  }

  static let hanhai = "990000/民政工作会议/2024-03-08"

  @Test func `of a meeting has the story of its digest and all that stands below it`() throws {
    let page = try text(.html, Self.hanhai)
    #expect(page.contains("<h1>瀚海省民政2024比2023：不再提基层治理，新增银发经济"))
    for part in ["重点任务", "上期目标", "本期目标", "数字", "逐条原文", "出处"] {
      #expect(page.contains("<h2>\(part)</h2>"), "\(part)")
    }
    #expect(page.contains("虚构，仅供演示"))
  }

  @Test func `draws what moved, merged, came and went`() throws {
    let chart = try #require(
      try content(Self.hanhai).sheet.sections.flatMap(\.blocks).lazy.compactMap { block -> RankChart? in
        if case .ranks(let chart) = block { chart } else { nil }
      }.first)
    #expect(chart.ties.contains(.init(from: 10, to: 1, kind: .moved)))
    #expect(
      chart.ties.filter { $0.to == 8 } == [
        .init(from: 7, to: 8, kind: .joined), .init(from: 8, to: 8, kind: .joined),
      ])
    #expect(chart.left.filter(\.isAlone).map(\.mark) == ["不再提"])
    #expect(chart.right.filter(\.isAlone).map(\.head) == ["发展银发经济"])
  }

  @Test func `shows words that came and went where they stand`() throws {
    #expect(try text(.html, Self.hanhai).contains("<del>提升</del><ins>优化基本</ins>养老服务<ins>供给</ins>"))
    #expect(try text(.markdown, Self.hanhai).contains("~~提升~~**优化基本**养老服务**供给**"))
  }

  @Test func `gives every change its quotations with their places and a numbered source`() throws {
    let page = try text(.html, Self.hanhai)
    #expect(page.contains("第7段　974—986字"))
    #expect(page.contains("href=\"#n1\"") && page.contains("id=\"n1\""))
    let digest = try #require(page.firstMatch(of: /摘要 ([0-9a-f]{16})/)?.1)
    #expect(page.contains("id=\"c01\"") && page.contains("\(digest.prefix(8))-01"))
  }

  @Test func `of a city draws what it took up from the level above`() throws {
    let charts = try content("990200/民政工作会议/2024-04-12").sheet.sections.first { $0.anchor == "superior" }
    #expect(charts?.blocks.contains { if case .ranks = $0 { true } else { false } } == true)
  }

  @Test func `as a table has a row a change`() throws {
    let digest = try text(.json, Self.hanhai)
    let count = digest.components(separatedBy: "\"entry\":").count - 1
    let lines = try text(.csv, Self.hanhai).components(separatedBy: "\r\n").filter { !$0.isEmpty }
    #expect(lines.count == count + 1)
    #expect(lines[0].hasPrefix("entry,change,relation"))
  }

  @Test func `of a place has its years as columns and all its targets`() throws {
    let page = try text(.html, "瀚海省")
    #expect(page.contains("<th scope=\"col\" class=\"number\">2021</th>"))
    for part in ["重点位次", "数字", "目标登记"] { #expect(page.contains("<h3>\(part)</h3>"), "\(part)") }
    let targets = try text(.csv, "瀚海省").components(separatedBy: "\r\n").filter { $0.contains(",target,") }
    #expect(!targets.isEmpty)
  }

  @Test func `of a year sets places side by side, and what is invented by itself`() throws {
    let sheet = try content("--year", "2023").sheet
    let headings = sheet.sections.map(\.heading)
    #expect(headings.first == "民政工作会议｜改写文本")
    #expect(headings.firstIndex { $0.contains("虚构") } ?? 0 > headings.lastIndex { $0.contains("改写") } ?? .max)
  }

  @Test func `of a year has the targets that the year before set`() throws {
    let rows = try tables("--year", "2024").filter { $0.header == ["辖区", "数值", "目标", "位置"] }.flatMap(\.rows)
    #expect(rows.contains { !$0[2].isEmpty })
    #expect(
      try tables("--year", "2024").contains {
        $0.caption.contains("护理型床位占比") && $0.rows.contains { !$0[2].isEmpty }
      })
  }

  private func tables(_ arguments: String...) throws -> [SheetTable] {
    try ReportCommand.parse(arguments).content(SeedArchive.shared.tools).sheet.sections.flatMap(\.blocks)
      .compactMap {
        if case .table(let table) = $0 { table } else { nil }
      }
  }

  @Test func `of a place has a column for each year that a figure is told of, and none between`() throws {
    let tables = try tables("瀚海省").filter { $0.header.first == "指标" }
    #expect(!tables.isEmpty)
    for table in tables {
      for column in 1..<table.header.count - 1 {
        #expect(table.rows.contains { !["·", "-"].contains($0[column].plain) }, "\(table.header[column])")
      }
    }
  }

  @Test func `of a place begins with the series that most is kept of, and ends with its meetings`() throws {
    let sections = try content("瀚海省").sheet.sections
    #expect(sections.first?.heading.contains("民政") == true)
    #expect(sections.last?.heading == "所据会议")
  }

  @Test func `of a meeting parts targets of the last report from older ones, and lists what is told no more`()
    throws
  {
    let page = try text(.html, Self.hanhai)
    let head = try #require(page.firstMatch(of: /未再列出([0-9]+)/).flatMap { Int($0.1) })
    let list = try #require(page.firstMatch(of: /<dt>未再列出<\/dt>(.*?)<\/div>/)?.1)
    #expect(list.components(separatedBy: "<dd>").count - 1 == head)
    #expect(page.components(separatedBy: "虚构，仅供演示").count == 2, "said once")
  }

  @Test(arguments: [["7f3a91c2", "--year", "2023"], ["7f3a91c2", "--bom"]])
  func `refuses what it cannot do`(_ arguments: [String]) {
    #expect(throws: (any Error).self) { _ = try ReportCommand.parse(arguments) }
  }

  @Test func `is not written over a file that lies there, unless it is said`() throws {
    let path = SeedArchive.shared.folder.appending(path: "there.html").path
    try Data("old".utf8).write(to: URL(filePath: path))
    #expect(throws: ExitCode(1)) { try OutputFile(path: path, replaces: false).write([0x6E]) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    try OutputFile(path: path, replaces: true).write([0x6E])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "n")
  }

  @Test func `is told in English too`() throws {
    let page = try text(.html, Self.hanhai, "--lang", "en")
    #expect(page.contains("<html lang=\"en\">") && page.contains("<h2>Tasks</h2>"))
  }

  @Test func `says how to ask where nothing is asked for`() {
    #expect(throws: (any Error).self) { _ = try ReportCommand.parse([]) }
  }
}
