// SPDX-License-Identifier: Apache-2.0

/// The words that decide whether two figures may meet, from the table of changes.
///
/// Roles: `adds` makes a stock an addition or a removal (新增长者食堂 is not the 351 that there are), `grows` a level
/// its growth (增幅); `stock` says in a clause that all there is was counted (达到), `built` that it was made (建成),
/// `flow` that it is a year's doing anyway (发放), `limit` that it is the most there should be (控制在);
/// words of one `unit` group count the same (名, 人, 位), and words of one `contrast` group exclude each other: what is
/// said of 城市 is never told against 农村.
package struct FigureWords: Sendable {
  /// By their first scalar, since each of sixty names is asked for some twenty words.
  private let adds: [Unicode.Scalar: [String]]
  let grows: [String]
  /// They say that all there is was counted: 达到, 总量, 累计.
  let stocks: [String]
  /// They make a number the most that there should be: 失业率控制在5.5%左右.
  let limits: [String]
  /// They say of themselves that it is a year's doing, whether or not 新增 stands before them: 发放.
  private let flows: [String]
  /// They say that something was made, in the year told of unless a stock's word stands by: 建成.
  let builds: [String]
  private let units: [String: String]
  /// For each group its words, longest first.
  private let contrasts: [[String]]

  init(_ rows: [(word: String, role: String, level: Int)]) {
    func words(_ role: String) -> [String] { rows.filter { $0.role == role }.map(\.word) }
    func groups(_ role: String) -> [[String]] {
      let told = rows.filter { $0.role == role }
      return Set(told.map(\.level)).sorted().map { level in told.filter { $0.level == level }.map(\.word) }
    }
    adds = Dictionary(grouping: words("adds").filter { !$0.isEmpty }) { $0.unicodeScalars.first ?? " " }
    grows = words("grows")
    stocks = words("stock")
    limits = words("limit")
    flows = words("flow")
    builds = words("built")
    var units: [String: String] = [:]
    for group in groups("unit") {
      for word in group { units[word] = group.first }
    }
    self.units = units
    contrasts = groups("contrast").map { $0.sorted { ($1.count, $0) < ($0.count, $1) } }
  }

  /// True where a name has a word that makes it an addition or a removal: 新增长者食堂, 注销社会组织.
  func isFlow(_ name: String) -> Bool {
    name.unicodeScalars.contains { adds[$0]?.contains(where: name.holds) == true }
      && !flows.contains(where: name.holds)
  }

  /// The unit that stands for its group, the first of it in the table; a unit of no group for itself.
  func standard(unit: String) -> String { units[unit] ?? unit }

  /// Which side of each contrast a name is on: 1 and up by the group's order, 0 where it names none or
  /// several.
  func sides(of name: String) -> [Int] {
    contrasts.map { group in
      let named = group.indices.filter { name.holds(group[$0]) }
      return named.count == 1 ? named[0] + 1 : 0
    }
  }
}
