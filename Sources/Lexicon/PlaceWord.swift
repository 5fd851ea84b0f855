// SPDX-License-Identifier: Apache-2.0

/// A row of places.tsv: what a word says about whose meeting a text tells of.
///
/// Example: 全省 is a scope of the unit 省; 在 says that a venue follows; 城市 holds a unit and says nothing; 赣南日报
/// and 雁城 stand for a division without its name.
package struct PlaceWord: Sendable, Hashable {
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case scope, organ, official, nation, hold, cite, spirit, at, meeting, credit, join, adorn
    case byname = "stands-for"
    case none = "not"
  }

  package let role: Role
  package let unit: DivisionUnit?
  /// The code of the division that the word stands for.
  package let code: UInt32?

  init(_ row: TableRow) throws(LexiconError) {
    guard let role = row[1].flatMap(Role.init(rawValue:)) else {
      let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("role “\(row[1] ?? "")”", expected: "one of \(roles)")
    }
    if role == .byname {
      guard let code = row[2].flatMap({ $0.utf8.count == 6 ? UInt32($0) : nil }) else {
        throw row.error("code “\(row[2] ?? "")”", expected: "the six digits of a division")
      }
      (self.role, self.unit, self.code) = (role, nil, code)
      return
    }
    let unit = row[2].flatMap(DivisionUnit.init(rawValue:))
    if unit == nil, row[2] != nil || role == .scope || role == .official {
      let units = DivisionUnit.allCases.map(\.rawValue).joined(separator: " ")
      throw row.error("unit “\(row[2] ?? "")”", expected: "one of \(units)")
    }
    (self.role, self.unit, self.code) = (role, unit, nil)
  }
}
