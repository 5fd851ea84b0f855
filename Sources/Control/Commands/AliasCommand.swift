// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `minutectl alias INDICATOR INDICATOR --reason`: says that two names are one indicator's.
struct AliasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Say that two names are one indicator's.",
    discussion: """
      The first is taken for the second from now on, in comparisons and in series, as if a row of the table \
      indicators said so. Kept documents are read again in the background; digests that were sent stay as they \
      are. Needs root or the group minuted-admin.

        minutectl alias 长者食堂 老年助餐点 --reason 省厅2024年起改称
        minutectl alias --undo 14 --reason 口径不同
      """)

  @Argument(help: "A name, and the one that it is taken for.", completion: .indicators) var names: [String] =
    []
  @Option(help: "Take back the alias of this number.") var undo: Int?
  @Option(help: "Why; kept.") var reason: String

  func validate() throws {
    guard undo == nil ? names.count == 2 : names.isEmpty else {
      throw ValidationError("name two indicators, or give --undo and the number of an alias")
    }
    for name in names { try GivenWords.check(name, of: "indicator") }
    try GivenWords.check(reason: reason, "it is kept")
  }

  func run() throws {
    if let undo { return try EditReport.ask(["verb": "undo", "edit": String(undo), "reason": reason]) }
    try EditReport.ask(["verb": "alias", "from": names[0], "to": names[1], "reason": reason], undo: "alias")
  }
}
