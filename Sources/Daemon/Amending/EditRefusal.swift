// SPDX-License-Identifier: Apache-2.0

internal import Reading

/// Why something that a person asks for is not done: nothing was changed.
struct EditRefusal: Error {
  let what: String
  let hint: String

  init(_ what: String, hint: String) {
    self.what = what
    self.hint = hint
  }

  init(_ error: AmendmentError) { self.init(error.what, hint: error.hint) }
}
