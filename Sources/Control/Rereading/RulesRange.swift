// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `OLD..NEW`: rules by the beginnings of their names; either may be left out. `NEW` alone is what came with
/// them.
struct RulesRange: ExpressibleByArgument {
  let earlier: String
  let later: String

  /// True for `..`, which names none.
  var isEmpty: Bool { earlier.isEmpty && later.isEmpty }

  init?(argument: String) {
    let parts = argument.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard !argument.isEmpty else { return nil }
    (earlier, later) = parts.count == 2 ? (String(parts[0]), String(parts[1])) : ("", argument)
  }
}
