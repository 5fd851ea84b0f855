// SPDX-License-Identifier: Apache-2.0
import Digest
import Foundation
import Testing
import TestKit

@testable import Daemon

/// A development over the years that a specialist wrote down, with the strings that must and must not stand
/// in texts.
struct Development: Decodable, Sendable, CustomTestStringConvertible {
  var code: String
  var text: String
  /// Reports and strings: `p:` in their priorities, `t:` anywhere in the text.
  var has: [[String]]
  var not: [[String]]

  var testDescription: String { text }

  static func all() throws -> [Development] {
    let url = Repository.fixtures.appending(path: "corpus/gold/STORIES.json")
    return try JSONDecoder().decode([Development].self, from: Data(contentsOf: url))
  }

  /// The codes that tell it: a name that comes or goes is a term, a target that rises is a target's change.
  var codes: Set<String> {
    switch code {
    case "new_item": ["new_item", "new_term"]
    case "first_ever": ["first_ever"]
    case "dropped": ["dropped", "lost_term"]
    case "figure_up": ["figure_up", "target_up"]
    case "figure_down": ["figure_down", "target_down"]
    default: [code]
    }
  }

  /// The codes that would deny it, about the same item in the same digest.
  var opposites: Set<String> {
    switch code {
    case "returned": ["new_item", "first_ever"]
    case "rank_up": ["rank_down"]
    case "rank_down": ["rank_up"]
    case "met": ["missed"]
    case "figure_up": ["figure_down"]
    case "figure_down": ["figure_up"]
    default: []
    }
  }

  /// The item's words, without the mark of where they stand; what is silent is named by what it lacks. Where
  /// a target gives way to something else, the texts have the new wording: its first words name the item.
  var words: Set<String> {
    if code == "figure_gone" { return Set(has.map { String($0[1].dropFirst(2).prefix(4)) }) }
    return Set((has + (code == "uptake_missing" ? not : [])).map { String($0[1].dropFirst(2)) })
  }

  var reports: Set<String> { Set((has + not).map { $0[0] + ".txt" }) }
}

@Suite struct `The developments of five years` {
  /// What the pipeline says of all example reports, arrived in the order of their dates.
  static let all: [Entry] = {
    let bench = try! Bench()
    for path in examples { _ = try! bench.arrive([(URL(filePath: path).lastPathComponent, try! seed(path))]) }
    return try! bench.entries()
  }()

  private static let entries = all.filter { $0["MINUTED_EVENT"] == "change" }

  private static let examples: [String] = {
    let folder = Repository.root.appending(path: "seeds")
    let paths = try! FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".txt")
    }
    // By the date that begins each name.
    return paths.sorted { ($0.split(separator: "/").last ?? "") < ($1.split(separator: "/").last ?? "") }
  }()

  private func entries(of story: Development, _ codes: Set<String>, in reports: Set<String>) -> [Entry] {
    Self.entries.filter { entry in
      reports.contains(entry["MINUTED_FILE"] ?? "") && codes.contains(entry["MINUTED_CHANGE"] ?? "")
        && entry.fields.contains { field in
          Self.telling.contains(field.name) && story.words.contains { field.value.contains($0) }
        }
    }
  }

  private static let telling: Set<String> = [
    "MINUTED_QUOTE_FROM", "MINUTED_QUOTE_TO", "MINUTED_WORDING_FROM", "MINUTED_WORDING_TO",
    "MINUTED_INDICATOR",
  ]

  @Test func `are told by their own kind of change`() throws {
    let all = try Development.all()
    let silent = all.filter { entries(of: $0, $0.codes, in: $0.reports).isEmpty }
    #expect(all.count - silent.count >= 35, "silent: \(silent.map(\.text).joined(separator: "\n"))")
  }

  @Test(arguments: try Development.all()) func `are never denied`(_ story: Development) {
    // Where it comes to be: an item that rises in the last report may have fallen before.
    let last = story.has.map { $0[0] + ".txt" }.max() ?? ""
    #expect(entries(of: story, story.opposites, in: [last]).isEmpty)
  }

  @Test(arguments: try Development.all()) func `are not told of texts that are silent`(_ story: Development) {
    for absent in story.not {
      let (file, place, word) = ("\(absent[0]).txt", absent[1].prefix(2), absent[1].dropFirst(2))
      let telling = Self.entries.filter { entry in
        entry["MINUTED_FILE"] == file && (place == "t:" || entry["MINUTED_SUBJECT"] == "priority")
          && entry["MINUTED_STATED"] == nil && entry["MINUTED_QUOTE_TO"]?.contains(word) == true
      }
      #expect(telling.isEmpty, "\(absent)")
    }
  }

  /// The scalars of every example report as it arrived.
  private static let sources: [[Unicode.Scalar]] = examples.map { path in
    Array((try! seed(String(path))).unicodeScalars)
  }

  @Test func `quote what stands in the reports, at the place they name`() {
    let pairs = [("MINUTED_QUOTE_FROM", "MINUTED_AT_FROM"), ("MINUTED_QUOTE_TO", "MINUTED_AT_TO")]
    var count = 0
    for entry in Self.entries {
      for (quote, place) in pairs {
        let quotes = entry.fields.filter { $0.name == quote }.map(\.value)
        let places = entry.fields.filter { $0.name == place }.map(\.value)
        #expect(quotes.count == places.count)
        for (words, at) in zip(quotes, places) {
          count += 1
          #expect(Self.stands(words, at), "\(entry["MINUTED_ENTRY_ID"] ?? ""): \(at) \(words)")
        }
      }
    }
    #expect(count > 1_000)
  }

  /// True where one of the reports has the words at the place, which reads ¶7 974-986.
  private static func stands(_ words: String, _ at: String) -> Bool {
    let span = at.split(separator: " ").last?.split(separator: "-").compactMap { Int($0) } ?? []
    guard span.count == 2, span[0] < span[1] else { return false }
    return sources.contains { source in
      span[1] <= source.count && letters(source[span[0]..<span[1]]) == letters(words.unicodeScalars)
    }
  }

  /// Cleaning makes half-width marks full and joins broken lines: letters and digits are what is quoted.
  private static func letters(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(
      String.UnicodeScalarView(scalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
  }
}
