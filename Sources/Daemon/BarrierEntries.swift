// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// Makes the barriers by which the journal is asked what it dropped, each with an id of its own.
final class BarrierEntries {
  private var identifiers: [Int: String] = [:]
  private let machine: MachineEntries

  init(machine: MachineEntries) { self.machine = machine }

  /// The entry for the barrier with this number.
  func make(_ number: Int) -> Entry {
    let identifier = machine.newIdentifier()
    identifiers[number] = identifier
    return machine.entry(
      .barrier, "日志屏障：此前的条目均已到达或丢失", priority: 6, ["MINUTED_BARRIER": identifier], identifier: identifier)
  }

  /// Its MINUTED_BARRIER, once it was made.
  func identifier(_ number: Int) -> String? { identifiers[number] }

  /// True for the entry ids of barriers, which no outbox knows.
  func owns(_ entryID: String) -> Bool { identifiers.values.contains { entryID.hasPrefix($0) } }
}
