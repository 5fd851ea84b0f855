// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// Makes the barriers by which the journal is asked what it dropped, each with an id of its own.
///
/// Their priority is the lowest that an entry of a digest has: a journal that keeps less shows no barrier.
final class BarrierEntries {
  private let machine: MachineEntries
  private var latest: (number: Int, identifier: String)?
  /// Entry ids of barriers that the writer has not reported yet.
  private var outstanding: Set<String> = []

  init(machine: MachineEntries) { self.machine = machine }

  /// True while a barrier hangs in the writer: nothing that was sent since has got further.
  var isHanging: Bool { !outstanding.isEmpty }

  /// The entry for the barrier with this number.
  func make(_ number: Int) -> Entry {
    let identifier = machine.newIdentifier()
    let entry = machine.entry(
      .barrier, "日志屏障：此前的条目均已到达或丢失", priority: 6, ["MINUTED_BARRIER": identifier], identifier: identifier)
    latest = (number, identifier)
    outstanding.insert(entry.id)
    return entry
  }

  /// MINUTED_BARRIER of the barrier with this number, as long as no later one was made.
  func identifier(_ number: Int) -> String? { latest?.number == number ? latest?.identifier : nil }

  /// True where a receipt is for a barrier, which no outbox knows.
  func received(_ entryID: String) -> Bool { outstanding.remove(entryID) != nil }
}
