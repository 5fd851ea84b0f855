// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Desk
internal import Settings

/// Turns errors into one line on standard error and the exit code that the contract gives them.
enum Failure {
  /// Runs a command's body; a `StartupError` is told and ends the program with its code.
  static func reported(_ body: () throws -> Void) throws {
    do { try body() } catch let error as StartupError {
      Output.complain("\(error)")
      throw ExitCode(error.exitCode.rawValue)
    }
  }

  /// Puts the file's name before what is wrong with it.
  static func named<Value>(
    _ path: String, _ body: () throws(DocumentError) -> Value
  ) throws(NamedError) -> Value {
    do { return try body() } catch { throw NamedError(path: path, error: error) }
  }
}

/// A document that could not be read, by its name.
struct NamedError: Error, CustomStringConvertible {
  let path: String
  let error: DocumentError

  var description: String { "\(path): \(error.english ?? error.description)" }
}
