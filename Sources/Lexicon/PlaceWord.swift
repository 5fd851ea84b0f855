// SPDX-License-Identifier: Apache-2.0

/// A row of places.tsv: what a word says about whose meeting a text tells of.
///
/// Example: 全省 is a scope of the unit 省; 在 says that a venue follows; 城市 holds a unit and says nothing.
package struct PlaceWord: Sendable, Hashable {
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case scope, organ, official, nation, hold, cite, spirit, at, meeting, credit, join
    case none = "not"
  }

  package let role: Role
  package let unit: DivisionUnit?

  init(_ row: TableRow) throws(LexiconError) {
    guard let role = row[1].flatMap(Role.init(rawValue:)) else {
      let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("role “\(row[1] ?? "")”", expected: "one of \(roles)")
    }
    let unit = row[2].flatMap(DivisionUnit.init(rawValue:))
    if unit == nil, row[2] != nil || role == .scope || role == .official {
      let units = DivisionUnit.allCases.map(\.rawValue).joined(separator: " ")
      throw row.error("unit “\(row[2] ?? "")”", expected: "one of \(units)")
    }
    (self.role, self.unit) = (role, unit)
  }
}
