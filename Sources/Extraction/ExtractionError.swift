// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Why no text was had from a document.
///
/// `refused` and those before it concern the document; `missing` and `unable` this machine.
package enum ExtractionError: Error, Sendable, Hashable {
  case refused(Refusal)
  /// The child ended by this signal, or with this status, without a whole result.
  case crashed(signal: Int32, status: Int32)
  case tooSlow(seconds: Int)
  case tooMuch
  /// The result has no form; a word on where it broke.
  case broken(String)
  /// A program that the format needs is not installed.
  case missing(program: String, package: String)
  /// The kernel refused what a child needs.
  case unable(call: String, code: Int32)
}

extension ExtractionError {
  /// What may come out otherwise another time, though the document is the same.
  package enum Nature: Sendable {
    /// The document's own doing, or this machine's want of a program.
    case lasting
    /// The child ended without an answer; the document counts as its reason once that has happened often.
    case suspicious
    /// The machine has no process or memory to spare at the moment.
    case passing
  }

  package var nature: Nature {
    switch self {
    case .crashed, .tooSlow, .broken: .suspicious
    case .unable(_, let code) where [EAGAIN, ENOMEM, EMFILE, ENFILE, EINTR].contains(code): .passing
    case .refused, .tooMuch, .missing, .unable: .lasting
    }
  }
}

extension ExtractionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let refusal): "\(refusal.reason.rawValue) \(refusal.detail)"
    case .crashed(let signal, let status):
      signal == 0 ? "ended with status \(status)" : "ended by signal \(signal)"
    case .tooSlow(let seconds): "not read within \(seconds) s"
    case .tooMuch: "more text than is taken"
    case .broken(let place): "the extractor's answer is malformed (\(place))"
    case .missing(let program, let package): "\(program) is missing; install the package \(package)"
    case .unable(let call, let code): "\(call) failed with errno \(code)"
    }
  }
}
