// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// How a figure is called beside its amount, so that an addition never reads as a stock.
///
/// Of 长者食堂402家，比上年增加51家 the second is told as 新增长者食堂51家, and 低保标准912元，增长3.6% as 低保标准增长3.6%.
package enum FigureName {
  /// The name and the amount with its qualifier: 新增长者食堂51家, 节地生态安葬率提高15个百分点.
  package static func told(_ figure: Figure) -> String {
    of(figure) + amount(figure) { Amounts.text($0, words: figure.excerpt.text) }
  }

  /// The name alone, with what its aspect adds to it.
  static func of(_ figure: Figure) -> String {
    let name = figure.indicator
    let relative = figure.quantity.dimension == .percent || figure.quantity.unit.hasSuffix("百分点")
    switch figure.aspect {
    case .increase where movements.contains(where: name.contains): return name
    case .increase where figure.quantity.dimension == .money: return name + "提高"
    case .increase: return relative || figure.quantity.unit == "倍" ? name + "增长" : "新增" + name
    case .decrease where movements.contains(where: name.contains): return name
    case .decrease: return relative ? name + "下降" : "减少" + name
    case .cumulative: return name.contains("累计") ? name : "累计" + name
    case .level, .increaseTo, .share, .multiple, .rank, .streak, .target: return name
    }
  }

  /// Words that say by themselves that something moved.
  private static let movements = ["新", "增", "减", "降", "引进", "清理", "注销", "追回", "翻"]

  /// The amount; what a rate is of is not said again where the name begins with it: 每千名老年人…52张.
  static func amount(_ figure: Figure, _ text: (Quantity) -> String) -> String {
    text(quantity(figure.quantity, of: figure.indicator))
  }

  /// The amount of a figure as it is told beside its name.
  static func quantity(_ figure: Figure) -> Quantity { quantity(figure.quantity, of: figure.indicator) }

  /// A quantity as it is told beside a name.
  static func quantity(_ quantity: Quantity, of indicator: String) -> Quantity {
    guard indicator.contains("每"), let slash = quantity.unit.firstIndex(of: "/"),
      slash > quantity.unit.startIndex
    else { return quantity }
    var told = quantity
    told.unit = String(quantity.unit[..<slash])
    return told
  }
}
