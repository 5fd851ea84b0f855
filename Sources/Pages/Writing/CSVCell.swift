// SPDX-License-Identifier: Apache-2.0

package import struct FoundationEssentials.Decimal

/// A cell of a CSV file.
///
/// Numbers are told apart from text because foreign text that begins like a formula must not be one: a
/// spreadsheet would run `=HYPERLINK(…)` out of the head of a report.
package enum CSVCell: Sendable, Hashable {
  case text(String)
  case number(Decimal)
  case integer(Int)
  case empty

  package static func optional(_ text: String?) -> CSVCell { text.map(CSVCell.text) ?? .empty }
  package static func optional(_ number: Decimal?) -> CSVCell { number.map(CSVCell.number) ?? .empty }
  package static func optional(_ number: Int?) -> CSVCell { number.map(CSVCell.integer) ?? .empty }
}
