// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Lexicon
internal import Minutes

/// `--division`, `--level`, `--sector`, `--year`: which meetings a command looks at.
struct Selection: ParsableArguments {
  @Option(help: "Only this division and those below it: 广东, 广东省, 440000 or 44.", completion: .places)
  var division: String?

  @Option(help: "Only this level: national, province, prefecture or county.")
  var level: Division.Level?

  @Option(help: "Only this sector, such as 民政.", completion: .sectors)
  var sector: String?

  @Option(help: "Only tasks for this year.", transform: CivilDate.year)
  var year: Int?

  /// True where nothing is left out.
  var isEmpty: Bool { division == nil && level == nil && sector == nil && year == nil }

  /// The filter of the archive that this asks for.
  func filter(_ places: PlaceLookup) throws -> MeetingFilter {
    // The code of 广东 ends in zeros, those below it begin with what stands before them.
    let code = try division.map { try places.only($0).code }
    let head = code.map { $0 == "000000" ? $0 : String($0.trimmingPairs("00")) }
    return MeetingFilter(division: head, level: level, sector: sector, year: year)
  }

  /// The same for the year before: its reports set the targets of what those of this year tell. Nil where no
  /// year is asked for.
  func filterBefore(_ places: PlaceLookup) throws -> MeetingFilter? {
    try year.map { year in
      var filter = try filter(places)
      filter.year = year - 1
      return filter
    }
  }
}

extension Division.Level: ExpressibleByArgument {}

extension Division.Level {
  /// How tables call it.
  var label: String {
    switch self {
    case .national: "全国"
    case .province: "省级"
    case .prefecture: "地级"
    case .county: "县级"
    }
  }
}

extension String {
  /// Without the pairs of characters that it ends in: 440000 without 00 is 44.
  fileprivate func trimmingPairs(_ pair: String) -> Substring {
    var text = self[...]
    while text.hasSuffix(pair) { text = text.dropLast(pair.count) }
    return text
  }
}
