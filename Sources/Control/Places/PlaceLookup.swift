// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Lexicon
internal import Minutes

/// Finds the division that a user names: 浙江, 浙江省, 330000, or the head of its code, 33.
struct PlaceLookup {
  let archive: MeetingArchive
  let divisions: DivisionTable

  /// The divisions that the name may mean: those the archive holds meetings of, else those of the lexicon.
  func candidates(_ name: String) throws -> [Division] {
    let name = Self.code(name)
    let kept = try archive.divisions(named: name)
    if !kept.isEmpty { return kept }
    if let division = divisions.division(code: name) { return [division] }
    // What is known by an alias or a name of the past may be kept under the name of its time.
    let known = divisions.rows(named: name, in: nil).map { divisions.division(at: $0) }
    let keptByCode = try known.flatMap { try archive.divisions(named: $0.code) }
    return keptByCode.isEmpty ? known : keptByCode
  }

  /// The one division that the name means; none or several is told, with what to do, and ends with 1.
  func only(_ name: String) throws -> Division {
    let found = try candidates(name)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let isYear = name.count == 4 && (name.hasPrefix("19") || name.hasPrefix("20"))
      let hint = isYear ? "a year is given as --year \(name); " : ""
      Output.complain(
        "no division is called \(name); \(hint)give its name, such as 浙江 or 浙江省, or its code, 330000")
    } else {
      Output.complain("more than one division is called \(name); give the code of one:")
      for division in found { Output.complain("  \(division.code)  \(division.fullName)") }
    }
    throw ExitCode(1)
  }

  /// 33 and 3301 are heads of codes: 330000 and 330100.
  private static func code(_ name: String) -> String {
    let isHead = [2, 4].contains(name.count) && name.allSatisfy { ("0"..."9").contains($0) }
    return isHead ? name + String(repeating: "0", count: 6 - name.count) : name
  }
}
