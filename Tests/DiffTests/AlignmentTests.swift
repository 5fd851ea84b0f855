// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import Testing
import TestKit

@Suite struct `The alignment of the written corpus` {
  /// Right, false and missed ones, and the F1 they give.
  struct Tally {
    var right = 0
    var false_ = 0
    var missed = 0
    var f1: Double { 2 * Double(right) / Double(max(1, 2 * right + false_ + missed)) }

    mutating func add<Item: Hashable>(_ found: Set<Item>, wanted: Set<Item>) {
      right += found.intersection(wanted).count
      false_ += found.subtracting(wanted).count
      missed += wanted.subtracting(found).count
    }
  }

  private func edges(_ from: [Int], _ to: [Int]) -> [[Int]] { from.flatMap { a in to.map { [a, $0] } } }

  @Test func `links the priorities that belong together`() throws {
    var (links, added, dropped) = (Tally(), Tally(), Tally())
    var (groups, groupsFound) = (0, 0)
    for pair in try GoldPair.all() {
      let found = try Corpus.compare(pair).priorities
      let soft = Set(pair.links.filter { $0.kind == "related" }.flatMap { edges($0.from, $0.to) })
      let hard = Set(pair.links.filter { $0.kind != "related" }.flatMap { edges($0.from, $0.to) })
      links.add(Set(found.flatMap { edges($0.from, $0.to) }).subtracting(soft), wanted: hard)
      added.add(Set(found.filter { $0.kind == .added }.flatMap(\.to)), wanted: Set(pair.added))
      dropped.add(Set(found.filter { $0.kind == .dropped }.flatMap(\.from)), wanted: Set(pair.dropped))
      for link in pair.links where link.kind == "merged" || link.kind == "split" {
        groups += 1
        groupsFound +=
          found.contains { $0.kind.rawValue == link.kind && $0.from == link.from && $0.to == link.to } ? 1 : 0
      }
    }
    #expect(links.f1 >= 0.985)
    #expect(added.f1 >= 0.93)
    #expect(dropped.f1 >= 0.96)
    #expect(Double(groupsFound) / Double(groups) >= 0.9)
  }

  @Test func `finds each figure's counterpart, and the exact difference`() throws {
    var tally = Tally()
    for pair in try GoldPair.all() {
      let found = try Corpus.compare(pair).figures.filter { $0.from != nil && $0.to != nil }
      func key(_ from: String?, _ to: String?) -> String { "\(from ?? "")|\(to ?? "")" }
      let wanted = pair.figures.filter { $0.from_quote != nil && $0.to_quote != nil }
      tally.add(
        Set(found.map { key($0.from?.excerpt.text, $0.to?.excerpt.text) }),
        wanted: Set(wanted.map { key($0.from_quote, $0.to_quote) }))
      for want in wanted where want.delta != nil {
        let same = found.filter {
          key($0.from?.excerpt.text, $0.to?.excerpt.text) == key(want.from_quote, want.to_quote)
        }
        #expect(same.isEmpty || same.contains { $0.delta == want.delta }, "\(want.from_quote ?? "")")
      }
    }
    #expect(tally.f1 >= 0.985)
  }

  @Test func `judges targets as the annotators did`() throws {
    for pair in try GoldPair.all() where pair.relation == "previous-year" {
      let found = try Corpus.compare(pair).figures
      for want in pair.figures
      where want.delta != nil && (want.kind == "target-met" || want.kind == "target-missed") {
        let judged = found.first {
          $0.from?.excerpt.text == want.from_quote && $0.to?.excerpt.text == want.to_quote
            && ($0.kind == .met || $0.kind == .missed)
        }
        #expect(judged?.kind == (want.kind == "target-met" ? .met : .missed), "\(want.from_quote ?? "")")
      }
    }
  }
}
