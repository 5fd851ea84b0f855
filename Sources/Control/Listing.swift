// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// What a command prints: a text for people, and the same as objects for machines.
struct Listing {
  /// Made only where it is printed, for it depends on the terminal's width.
  let lines: () -> [String]
  /// One a line with `--json`; none where nothing was found.
  let objects: [JSONValue]
  /// What is said before a list that is not whole; with `--json` on standard error.
  var note: String?

  init(objects: [JSONValue], lines: @escaping () -> [String]) {
    self.objects = objects
    self.lines = lines
  }

  var text: String { lines().joined(separator: "\n") }
}
