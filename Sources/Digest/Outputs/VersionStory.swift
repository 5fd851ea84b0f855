// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import FoundationEssentials
internal import Minutes

/// How a later version of a file differs from the one before, in one line.
///
/// Example: 任务增1项、删1项；改养老床位41.9→41.3万张.
enum VersionStory {
  static func text(_ comparison: Comparison, in language: Language = .chinese) -> String {
    if language == .english { return english(comparison) }
    let parts = [tasks(comparison), figures(comparison)].filter { !$0.isEmpty }
    return parts.isEmpty ? "任务和数字不变" : parts.joined(separator: "；")
  }

  private static func tasks(_ comparison: Comparison) -> String {
    let counts = [
      ("增", comparison.count(.added)), ("删", comparison.count(.dropped)), ("改", comparison.count(.reworded)),
      ("并", comparison.count(.merged)), ("分", comparison.count(.split)),
      ("移", comparison.priorities.count { $0.moved }),
    ].filter { $0.1 > 0 }.map { "\($0.0)\($0.1)项" }
    return counts.isEmpty ? "" : "任务" + counts.joined(separator: "、")
  }

  private static func figures(_ comparison: Comparison) -> String {
    let revised = comparison.figures.filter {
      ($0.kind == .revised || $0.kind == .retargeted) && $0.delta != 0
    }
    let changed = revised.prefix(2).compactMap { pair -> String? in
      guard let from = pair.from, let to = pair.to else { return nil }
      return FigureName.of(to) + Amounts.path(from.quantity, to.quantity)
    }
    let (come, gone) = (count(.added, comparison), count(.dropped, comparison))
    let counts = (come > 0 ? ["增\(come)项"] : []) + (gone > 0 ? ["删\(gone)项"] : [])
    let more = revised.count > 2 ? "等\(revised.count)项" : ""
    return [
      changed.isEmpty ? "" : "改" + changed.joined(separator: "、") + more,
      counts.isEmpty ? "" : "数字" + counts.joined(separator: "、"),
    ].filter { !$0.isEmpty }.joined(separator: "；")
  }

  private static func count(_ kind: FigurePair.Kind, _ comparison: Comparison) -> Int {
    comparison.figures.count { $0.kind == kind }
  }

  private static func english(_ comparison: Comparison) -> String {
    let revised = comparison.figures.count {
      ($0.kind == .revised || $0.kind == .retargeted) && $0.delta != 0
    }
    let counts = [
      ("tasks added", comparison.count(.added)), ("tasks gone", comparison.count(.dropped)),
      ("tasks reworded", comparison.count(.reworded)), ("tasks merged", comparison.count(.merged)),
      ("tasks split", comparison.count(.split)), ("tasks moved", comparison.priorities.count { $0.moved }),
      ("figures changed", revised), ("figures added", count(.added, comparison)),
      ("figures gone", count(.dropped, comparison)),
    ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    return counts.isEmpty ? "tasks and figures as before" : counts.joined(separator: ", ")
  }
}
