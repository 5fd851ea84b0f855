// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Minutes

/// Days and years of meetings as options take them; what is none is told with what to write.
enum CivilDate {
  /// 2023-02-21, 2023-02 or 2023.
  static func option(_ text: String) throws -> MeetingDate {
    guard let date = MeetingDate(iso: text) else {
      throw ValidationError("“\(text)” is no date of a meeting; write 2023-02-21, 2023-02 or 2023")
    }
    return date
  }

  /// 2023, and no day or month of it.
  static func year(_ text: String) throws -> Int {
    if let year = Int(text), (1900..<2200).contains(year) { return year }
    let hint =
      MeetingDate(iso: text).map { "; write \($0.year), or give the day to --meeting-since" }
      ?? "; write 2023"
    throw ValidationError("“\(text)” is no year\(hint)")
  }
}
