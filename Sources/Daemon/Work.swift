// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk

/// What reading made of an arrival: a reading to be told, a reason why there is none, or neither as long as
/// no child has opened it.
enum Work {
  case refused(Arrival, DocumentError)
  case read(Arrival, DocumentReading)
  case foreign(Arrival)

  var arrival: Arrival {
    switch self {
    case .refused(let arrival, _), .read(let arrival, _), .foreign(let arrival): arrival
    }
  }
}
