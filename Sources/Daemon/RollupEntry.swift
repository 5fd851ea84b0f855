// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// One line over many files: what an import or a burst came to.
enum RollupEntry {
  static func make(_ files: Int, _ tally: Tally, _ machine: MachineEntries) -> Entry {
    machine.entry(.rollup, "收到\(files)份：\(tally.text)；逐份见各条摘要", priority: 5)
  }
}
