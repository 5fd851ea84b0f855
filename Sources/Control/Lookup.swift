// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// Finding one thing by the beginning of its id.
enum Lookup {
  /// The one thing that a prefix names; none or several is told, with what to do, and ends with 1.
  static func only<Found>(_ found: [Found], _ what: String, _ prefix: String) throws -> Found {
    if prefix.isEmpty { throw ValidationError("the id of the \(what) is empty; minutectl list shows what is kept") }
    if found.count == 1 { return found[0] }
    let problem = "\(found.isEmpty ? "no" : "more than one") \(what) begins with \(prefix)"
    Output.complain("\(problem); minutectl list shows what is kept")
    throw ExitCode(1)
  }
}
