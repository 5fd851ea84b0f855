// SPDX-License-Identifier: Apache-2.0

/// The plan years that meetings of one series are kept of.
package struct HeldYears: Sendable, Hashable {
  package var series: String
  package var division: String
  /// The jurisdiction's full name and the words of the meeting's name, as the latest of them has it.
  package var name: String?
  package var kind: String
  package var sector: String?
  package var isInvented: Bool
  /// Ascending, each once.
  package var years: [Int]
}
