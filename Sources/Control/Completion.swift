// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest

/// What shells offer behind a word: ids, places and names that the archive holds.
///
/// Without an archive that can be read nothing is offered; a shell has no room for complaints.
extension CompletionKind {
  /// No shell shows more at once.
  private static let most = 200

  static let digests = custom { words, _, start in
    offered(words, start) { try $0.digestIDs(prefix: bare(start), limit: most).map { String($0.prefix(8)) } }
  }

  /// Changes: of the digest that is written already, else those of the latest digests.
  static let entries = custom { words, _, start in
    offered(words, start) { archive in
      let head = bare(start).split(separator: "-").first.map(String.init) ?? ""
      let digests = try archive.digestIDs(prefix: head, limit: 8)
      return try digests.flatMap { try archive.entries(named: $0, limit: most) }
        .filter { !$0.id.hasSuffix("-00") }.map { "\($0.id.prefix(8))\($0.id.dropFirst(16))" }
    }
  }

  static let places = custom { words, _, start in offered(words, start, placeNames) }

  static let indicators = custom { words, _, start in offered(words, start) { try $0.indicators() } }

  static let placesAndIndicators = custom { words, _, start in
    offered(words, start) { try placeNames($0) + $0.indicators() }
  }

  static let meetingsAndPlaces = custom { words, _, start in
    offered(words, start) { archive in
      let digests = try archive.digestIDs(prefix: bare(start), limit: most).map { String($0.prefix(8)) }
      return try digests + placeNames(archive) + archive.meetingIDs(prefix: bare(start), limit: most)
    }
  }

  static let meetings = custom { words, _, start in
    offered(words, start) { try $0.meetingIDs(prefix: bare(start), limit: most) }
  }

  static let sectors = custom { words, _, start in offered(words, start) { try $0.sectors() } }

  static let refused = custom { words, _, start in
    offered(words, start) { try $0.refused(limit: most).map { Sanitised.text($0.arrival.file.display) } }
  }

  static let held = custom { words, _, start in
    offered(words, start) { try $0.held().map { Sanitised.text($0.arrival.file.display) } }
  }

  /// Whole names, and codes for those who write digits.
  @Sendable private static func placeNames(_ archive: MeetingArchive) throws -> [String] {
    try archive.places().flatMap { [$0.name, $0.code] }
  }

  /// Those that begin with what is written, at most as many as a shell shows.
  @Sendable private static func offered(
    _ words: [String], _ start: String, _ body: (MeetingArchive) throws -> [String]
  ) -> [String] {
    guard let archive = try? MeetingArchive.readOnly(path: path(in: words)), let all = try? body(archive)
    else {
      return []
    }
    let start = bare(start)
    return Array(all.lazy.filter { $0.hasPrefix(start) }.prefix(most))
  }

  /// The archive that the command line names, else the service's.
  private static func path(in words: [String]) -> String {
    let named = zip(words, words.dropFirst()).first { $0.0 == "--archive" }?.1
    let joined = words.first { $0.hasPrefix("--archive=") }?.dropFirst("--archive=".count)
    return named.map(bare) ?? joined.map { bare(String($0)) } ?? ArchiveOptions.usual
  }

  /// A word as the shell has it, without a quote before it and escapes within.
  private static func bare(_ word: String) -> String {
    var text = word.replacing("\\", with: "")
    if let first = text.first, first == "'" || first == "\"" { text.removeFirst() }
    if let last = text.last, last == "'" || last == "\"" { text.removeLast() }
    return text
  }
}
