// SPDX-License-Identifier: Apache-2.0

import Minutes

/// What a text calls a division by its last characters, where it does not name it: 全省, 市民政局, 我县.
///
/// Not the level: 全市 is said in a municipality (province level), a city (prefecture) and a county-level city
/// alike.
package enum DivisionUnit: String, Sendable, Hashable, CaseIterable {
  case nation = "国"
  case province = "省"
  case city = "市"
  /// 全区 is said in districts and in autonomous regions.
  case district = "区"
  case region = "自治区"
  case county = "县"
  case prefecture = "州"
  case league = "盟"
  case banner = "旗"
  case area = "地区"
  /// The Xinjiang corps has no division code: what it calls its own is no place of the table.
  case corps = "兵团"

  /// All units with their scalars, which are looked for at every place of a lead.
  package static let spelled = allCases.map { unit in
    (unit: unit, scalars: unit.rawValue.unicodeScalars.map(\.value))
  }
}

extension DivisionTable {
  /// Whether a text of the division may call it by this unit: 上海市 by 市, 广西壮族自治区 by 区 and by 自治区.
  package func fits(_ row: Int, _ unit: DivisionUnit) -> Bool {
    if unit == .nation || rows[row].level == .national {
      return unit == .nation && rows[row].level == .national
    }
    return nameScalars(of: row).suffix(unit.rawValue.unicodeScalars.count)
      .elementsEqual(unit.rawValue.unicodeScalars.lazy.map(\.value))
  }
}
