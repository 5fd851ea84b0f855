// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// Entries of the outbox that tell a change.
enum ToldChange {
  /// True for a change of a meeting that the filter lets through.
  static func matches(_ entry: Entry, _ filter: MeetingFilter) -> Bool {
    guard entry["MINUTED_EVENT"] == Event.change.rawValue else { return false }
    func agrees(_ field: JournalField, _ wanted: String?) -> Bool {
      wanted == nil || entry[field.rawValue] == wanted
    }
    return (filter.division.map { entry["MINUTED_DIVISION"]?.hasPrefix($0) ?? false } ?? true)
      && agrees(.level, filter.level?.rawValue) && agrees(.sector, filter.sector)
      && agrees(.year, filter.year.map(String.init))
  }
}
