// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Minutes
@testable import Pages
import Testing

@Suite struct `Numbers side by side` {
  private func quantity(_ value: Int, _ multiplier: Int) -> Quantity {
    Quantity(value: .init(value), unit: "元", dimension: .money, multiplier: multiplier)
  }

  @Test func `have one scale, the largest of which none is a fraction`() {
    let even = [quantity(355_000_000, 4), quantity(202_000_000, 8)]
    #expect(even.map { $0.number(in: even.scale) } == ["3.55亿", "2.02亿"])
    let uneven = [quantity(9_000_000, 4), quantity(202_000_000, 8)]
    #expect(uneven.map { $0.number(in: uneven.scale) } == ["900万", "20200万"])
    let plain = [quantity(8_500, 0), quantity(123_000, 4)]
    #expect(plain.map { $0.number(in: plain.scale) } == ["8500", "123000"])
    #expect([Quantity]().scale == 0)
  }
}
