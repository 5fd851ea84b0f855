// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Minutes

/// What reading made of an arrival: a reading to be told, or a reason why there is none.
///
/// Sorted by the date of the first meeting, then by arrival: a batch is told in the order in which things
/// happened.
enum Work: Comparable {
  case refused(Arrival, DocumentError)
  case read(Arrival, DocumentReading)

  private var key: (date: MeetingDate, arrival: Int64) {
    switch self {
    case .refused(let arrival, _): (MeetingDate(year: 0), arrival.id)
    case .read(let arrival, let reading):
      (reading.report.meetings.compactMap(\.date).min() ?? MeetingDate(year: 0), arrival.id)
    }
  }

  static func < (a: Self, b: Self) -> Bool { a.key < b.key }

  static func == (a: Self, b: Self) -> Bool { a.key == b.key }
}
