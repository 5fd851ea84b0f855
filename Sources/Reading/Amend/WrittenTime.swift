// SPDX-License-Identifier: Apache-2.0

/// A date or period as a person writes it, in the shapes of the contract: 2024年3月8日 is 2024-03-08, 2023年上半年
/// 2023-H1.
enum WrittenTime {
  /// What is in none of the forms is left as it is, to be refused by whoever knows what may stand there.
  static func plain(_ text: String) -> String {
    for (words, short) in parts where text.hasSuffix(words) {
      let year = text.dropLast(words.count)
      return (year.hasSuffix("年") ? String(year.dropLast()) : String(year)) + short
    }
    let isMarked = text.contains { "年月日/.".contains($0) }
    guard isMarked, !text.contains("五") else { return text }
    // 2012/2022 is two years.
    let fields = text.split { "年月日/.".contains($0) }
    if text.contains("/"), fields.count == 2, fields.allSatisfy({ $0.utf8.count == 4 }) { return text }
    guard (1...3).contains(fields.count),
      fields.allSatisfy({ $0.allSatisfy(\.isASCII) && $0.utf8.count <= 4 })
    else {
      return text
    }
    return fields.enumerated().map { place, field in
      place > 0 && field.utf8.count == 1 ? "0" + field : String(field)
    }.joined(separator: "-")
  }

  private static let parts = [
    ("上半年", "-H1"), ("下半年", "-H2"), ("第一季度", "-Q1"), ("第二季度", "-Q2"), ("第三季度", "-Q3"), ("第四季度", "-Q4"),
    ("一季度", "-Q1"), ("二季度", "-Q2"), ("三季度", "-Q3"), ("四季度", "-Q4"),
  ]
}
