// SPDX-License-Identifier: Apache-2.0

/// Why a test could not go on, with what the programs said.
struct Failure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
