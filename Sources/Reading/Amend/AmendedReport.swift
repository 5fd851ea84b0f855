// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// A report with what people have put right in it, and how each of that stands to what the rules read.
package struct AmendedReport: Sendable, Hashable {
  /// How one amendment stands to the reading that it was laid over.
  package struct Finding: Sendable, Hashable {
    /// Which meeting of the document it is about now; what it was before where nothing is found.
    package var part: Int
    package var standing: Amendment.Standing
    /// What the rules read there now; nil where they read nothing, or nothing is found.
    package var found: String?
  }

  package var report: Report
  /// One an amendment, in their order.
  package var findings: [Finding]
  /// For each meeting, which of the figures that the rules read each figure is.
  package var figureOrigins: [[Int]] = []
  /// For each meeting, which of the tasks that the rules read each task is.
  package var taskOrigins: [[Int]] = []
}
