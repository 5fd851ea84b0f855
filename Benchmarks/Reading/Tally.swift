// SPDX-License-Identifier: Apache-2.0

internal import BenchmarkSupport
internal import Desk
internal import Minutes

/// What has been read so far.
struct Tally {
  var bytes = 0
  var documents = 0
  /// What was found: shows that the work was done, and keeps the optimiser from leaving it out.
  var meetings = 0
  var figures = 0

  /// Reads one document and counts it, whatever comes of it.
  mutating func read(_ document: MeasuredFile, by reader: DocumentReader) {
    bytes += document.bytes.count
    documents += 1
    guard let report = try? reader.read(document.bytes, named: document.path).report else { return }
    meetings += report.meetings.count
    figures += report.figures.count + report.meetings.reduce(0) { $0 + $1.figures.count }
  }
}
