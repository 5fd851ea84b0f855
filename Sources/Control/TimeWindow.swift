// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `--since` and `--until`: when minuted took a report in, or told something, as journalctl has them.
struct TimeWindow: ParsableArguments {
  @Option(
    name: [.customShort("S"), .long],
    help: "From then on: 2024-03-01, “2024-03-01 08:00”, today, yesterday, 7d, “2 hours ago”.",
    completion: .list(["today", "yesterday", "24h", "7d", "30d"]), transform: Moment.option)
  var since: Moment?

  @Option(
    name: [.customShort("U"), .long], help: "Until then.",
    completion: .list(["today", "yesterday", "now"]), transform: Moment.option)
  var until: Moment?

  /// In microseconds since 1970, the end excluded; nil where neither was given.
  var range: Range<Int64>? {
    guard since != nil || until != nil else { return nil }
    let start = since?.microseconds ?? 0
    return start..<max(start, until?.microseconds ?? .max)
  }

  func validate() throws {
    if let since, let until, since.microseconds > until.microseconds {
      throw ValidationError("--since is later than --until; nothing can lie between")
    }
  }
}
