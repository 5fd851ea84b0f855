// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// The change that a command is asked about.
struct EntryArgument: ParsableArguments {
  @Argument(help: "A change's id, such as 7f3a91c2-03.", completion: .entries)
  var entry: String

  func validate() throws {
    if entry.isEmpty { throw ValidationError("the id of the entry is empty; journalctl -o json shows ids") }
  }
}
