// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk

/// What reading made of an arrival: a reading to be told, or a reason why there is none.
enum Work {
  case refused(Arrival, DocumentError)
  case read(Arrival, DocumentReading)
}
