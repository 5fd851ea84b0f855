// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Has documents opened by `minuted-extract`, one child each, and waits for the result.
package struct DocumentExtractor: Sendable {
  /// The path of `minuted-extract`.
  package var program: String
  package var limits: ExtractionLimits

  package init(program: String, limits: ExtractionLimits = ExtractionLimits()) {
    self.program = program
    self.limits = limits
  }

  /// The one that is installed with this program: it stands in the same folder.
  package static func beside(_ executable: String) -> DocumentExtractor {
    let folder = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return DocumentExtractor(program: (folder + ["minuted-extract"]).joined(separator: "/"))
  }

  /// Whether a format can be read here and now.
  package func state(of format: DocumentFormat) -> FormatState {
    switch format.source {
    case .none: return .unread
    case .decoding: return .ready
    case .converting(let converter) where access(converter.path, X_OK) != 0:
      return .missing(program: converter.name, package: converter.package)
    case .parsing, .converting, .unpacking:
      return access(program, X_OK) == 0 ? .ready : .missing(program: "minuted-extract", package: "minuted")
    }
  }

  /// What the document holds. `format` is one that `source` says a parser, a converter or an unpacker for.
  package func extract(
    _ document: [UInt8], as format: DocumentFormat
  ) throws(ExtractionError) -> ExtractedDocument {
    var process = try start(document, as: format)
    try wait(for: &process)
    let (bytes, ending) = process.finish()
    return try ExtractorAnswer(bytes: bytes, ending: ending, format: format, limits: limits).document(
      document)
  }

  /// Starts a child on a document, to be waited for by the caller: see `ExtractorProcess`.
  package func start(
    _ document: [UInt8], as format: DocumentFormat
  ) throws(ExtractionError) -> ExtractorProcess {
    guard document.count <= limits.input else { throw .refused(Refusal(.tooLarge)) }
    if case .missing(let program, let package) = state(of: format) {
      throw .missing(program: program, package: package)
    }
    return try ExtractorProcess(program: program, format: format, document: document, limits: limits)
  }

  private func wait(for process: inout ExtractorProcess) throws(ExtractionError) {
    let deadline = Self.milliseconds() + limits.wallSeconds * 1_000
    while true {
      let left = deadline - Self.milliseconds()
      guard left > 0 else { throw .tooSlow(seconds: limits.wallSeconds) }
      var pipe = pollfd(fd: process.output, events: Int16(POLLIN), revents: 0)
      let ready = poll(&pipe, 1, Int32(clamping: left))
      if ready > 0, try process.take() { return }
      if ready < 0, errno != EINTR { throw .unable(call: "poll", code: errno) }
    }
  }

  /// The clock that nobody sets.
  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
