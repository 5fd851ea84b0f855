// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Minutes

/// Finding one thing by the beginning of its id.
enum Lookup {
  /// How many candidates are looked for: one more than is listed.
  static let most = 9

  /// The one thing that a prefix names; none or several is told, with what to do, and ends with 1.
  ///
  /// Of several the first eight are listed, each by what `label` makes of it.
  static func only<Found>(
    _ found: [Found], _ what: String, _ prefix: String, _ label: (Found) -> String
  ) throws -> Found {
    if prefix.isEmpty {
      throw ValidationError("the id of the \(what) is empty; minutectl list shows what is kept")
    }
    // A whole id is meant even where a longer one begins so, and the real report before a paraphrase.
    if let whole = found.first(where: { label($0).hasPrefix(prefix + "  ") }) { return whole }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      Output.complain("no \(what) begins with \(prefix); minutectl list shows what is kept")
    } else {
      Output.complain("more than one \(what) begins with \(prefix); write more of the one you mean:")
      for candidate in found.prefix(most - 1) { Output.complain("  " + label(candidate)) }
      if found.count == most { Output.complain("  … and others; minutectl list shows what is kept") }
    }
    throw ExitCode(1)
  }

  /// A digest among candidates: its id and what it tells first.
  static func label(_ digest: KeptDigest) -> String {
    "\(digest.id)  \(digest.meetingID)  \(digest.text.prefix { $0 != "\n" })"
  }

  /// A meeting among candidates: its id and title.
  static func label(_ record: Record) -> String {
    "\(record.meeting.id)  \(record.meeting.title ?? record.provenance.rawValue)"
  }
}
