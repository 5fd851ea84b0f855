// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

/// One line over many files: what an import or a burst came to.
enum RollupEntry {
  /// 收到31份：摘要30 重复1；逐份见各条摘要.
  ///
  /// Nil for a batch that brought nothing: an import of what is known, or a burst of nothing but moved files.
  static func make(_ batch: Batch, _ machine: MachineEntries) -> Entry? {
    guard batch.files > 0 else { return nil }
    let outdated =
      batch.tally.outdated == 0 ? "" : "；先前\(batch.tally.outdated)份摘要的上次会议或来源有变，未逐一更正"
    let story = "收到\(batch.files)份：\(text(batch.tally))；逐份见各条摘要\(outdated)"
    return machine.entry(.rollup, story, priority: 5)
  }

  /// What is not zero, for people: 摘要6 重复1.
  private static func text(_ tally: Tally) -> String {
    [("摘要", tally.digests), ("补充来源", tally.sources), ("重复", tally.duplicates), ("拒收", tally.rejected)]
      .filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }
}
