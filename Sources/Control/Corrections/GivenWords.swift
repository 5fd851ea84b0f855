// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Minutes

/// Looks at what somebody writes on the command line for others to read, before the daemon is asked.
enum GivenWords {
  /// Refuses a reason that says nothing or is too long; `use` says what becomes of it.
  static func check(reason: String?, _ use: String) throws {
    let reason = reason ?? ""
    if WrittenLine.text(reason).isEmpty { throw ValidationError("say why with --reason; \(use)") }
    try check(length: reason, of: "reason")
  }

  /// Refuses a name or a value that says nothing or is too long; `what` is what it is called.
  static func check(_ text: String, of what: String) throws {
    if WrittenLine.text(text).isEmpty { throw ValidationError("the \(what) is empty; write it out") }
    try check(length: text, of: what)
  }

  private static func check(length text: String, of what: String) throws {
    guard WrittenLine.isTooLong(text) else { return }
    throw ValidationError(
      "the \(what) is longer than \(WrittenLine.most) characters; say it in fewer words")
  }
}
