// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// A text being worked over by one cleaning rule: what it keeps, cuts and replaces, and the record of it.
///
/// A rule walks `source` from left to right; what it neither cuts nor replaces it keeps. Cuts that touch are
/// one.
struct Repair {
  let source: ScalarText
  private(set) var output = ScalarText()
  private(set) var count = 0
  private(set) var lost = 0
  private(set) var spans: [Span] = []
  /// Up to where the source is dealt with.
  private var done = 0

  init(of source: ScalarText) {
    self.source = source
    output.reserve(source.count)
  }

  /// Leaves out a range of the source.
  mutating func cut(_ range: Range<Int>) { replace(range, with: []) }

  /// Puts other scalars in place of a range, which must not begin before what is dealt with.
  mutating func replace(_ range: Range<Int>, with scalars: [UInt32], silently: Bool = false) {
    guard range.lowerBound >= done, !range.isEmpty else { return }
    keep(to: range.lowerBound)
    for (offset, scalar) in scalars.enumerated() {
      output.append(scalar, from: source.origins[Swift.min(range.lowerBound + offset, range.upperBound - 1)])
    }
    done = range.upperBound
    if !silently { record(range) }
  }

  /// Puts another scalar in place of one.
  mutating func replace(_ place: Int, by scalar: UInt32, silently: Bool = false) {
    guard place >= done else { return }
    keep(to: place)
    output.append(scalar, from: source.origins[place])
    done = place + 1
    if !silently { record(place..<place + 1) }
  }

  /// Notes a range as damaged beyond repair; it stays in the text.
  mutating func lose(_ range: Range<Int>) {
    lost += range.count
    record(range)
  }

  /// The text as repaired.
  mutating func finish() -> ScalarText {
    if done == 0 { return source }
    keep(to: source.count)
    return output
  }

  /// The record for `Report.damage`, or nil where nothing was done.
  func damage(_ kind: String) -> Damage? {
    count == 0 ? nil : Damage(kind: kind, count: count, lost: lost, spans: spans)
  }

  private mutating func keep(to place: Int) {
    output.append(source, done..<place)
    done = place
  }

  private mutating func record(_ range: Range<Int>) {
    count += 1
    let span = Span(
      start: Int(source.origins[range.lowerBound]), end: Int(source.origins[range.upperBound - 1]) + 1)
    if let last = spans.last, last.end >= span.start, last.start <= span.start {
      spans[spans.count - 1].end = Swift.max(last.end, span.end)
    } else {
      spans.append(span)
    }
  }
}
