// SPDX-License-Identifier: Apache-2.0

import Minutes
import Testing

@Suite struct `A period` {
  private static let shapes: [(notation: String, shape: Period.Shape, lastYear: Int?)] = [
    ("2022", .year, 2022), ("2023-H1", .half, 2023), ("2023-Q3", .quarter, 2023), ("2023-06", .month, 2023),
    ("2012/2022", .span, 2022), ("2023-01/2023-09", .span, 2023), ("十三五", .plan, nil),
  ]

  @Test(arguments: shapes)
  func `has the shape of its notation`(_ row: (notation: String, shape: Period.Shape, lastYear: Int?)) {
    let period = Period(rawValue: row.notation)
    #expect(period.shape == row.shape)
    #expect(period.lastYear == row.lastYear)
  }

  @Test func `is written as it is made`() {
    #expect(Period(year: 2022).rawValue == "2022")
    #expect(Period(from: 2012, to: 2022).rawValue == "2012/2022")
  }
}
