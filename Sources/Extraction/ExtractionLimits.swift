// SPDX-License-Identifier: Apache-2.0

/// How much one document may cost.
///
/// The child holds itself to time, memory and what it inflates; the parent, who does not trust it, to the
/// wall clock and to what comes out of the pipe.
package struct ExtractionLimits: Sendable, Hashable {
  /// Bytes of the document.
  package var input = 64 << 20
  /// Bytes that come back.
  package var output = 64 << 20
  /// Seconds on the wall until the child is killed.
  package var wallSeconds = 60
  /// Seconds of computing.
  package var cpuSeconds = 30
  /// Bytes of address space.
  package var memory = 384 << 20
  package var pages = 2_000
  package var members = 4_096
  /// Bytes that an archive may inflate to in all.
  package var inflated = 256 << 20
  /// How many times its own size a document may inflate to, once it has inflated to a megabyte.
  package var ratio = 100

  package init() {}
}

extension ExtractionLimits {
  /// Those that the child holds itself to, as one argument of its command line.
  package var argument: String {
    [input, cpuSeconds, memory, pages, members, inflated, ratio].map(String.init).joined(separator: ",")
  }

  /// The limits that such an argument names, or nil where it names none.
  package init?(argument: String) {
    let numbers = argument.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 }
    guard numbers.count == 7 else { return nil }
    (input, cpuSeconds, memory) = (numbers[0], numbers[1], numbers[2])
    (pages, members, inflated, ratio) = (numbers[3], numbers[4], numbers[5], numbers[6])
  }
}
