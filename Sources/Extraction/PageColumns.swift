// SPDX-License-Identifier: Apache-2.0

/// Takes pages apart that are set in two columns: first the left one, then the right.
///
/// pdftotext lays lines out by characters, so that the right column begins at the same character in every line.
/// A table has gaps too; its cells are of all lengths, while the lines of a column are full.
enum PageColumns {
  /// A line of a column is at least so wide; a Chinese character is two.
  private static let narrowest = 24
  /// Fewer lines side by side are a table or a signature.
  private static let fewest = 4

  /// The lines of a page in the order in which they are read.
  static func unfolded(_ page: [String]) -> [String] {
    let lines = page.map { Array($0.unicodeScalars) }
    guard let gutter = gutter(of: lines) else { return page }
    var (left, right, all) = ([String](), [String](), [String]())
    for line in lines {
      if crosses(line, gutter) {
        // A headline over both columns ends those above it.
        all += left + right + [text(line[...])]
        (left, right) = ([], [])
      } else {
        left.append(text(line.prefix(gutter)))
        right.append(text(line.dropFirst(gutter)))
      }
    }
    return (all + left + right).filter { $0.contains { $0 != " " } }
  }

  /// Where the right column begins, in characters; nil on an ordinary page.
  private static func gutter(of lines: [[Unicode.Scalar]]) -> Int? {
    var counts: [Int: Int] = [:]
    for line in lines { for start in starts(line).prefix(8) { counts[start, default: 0] += 1 } }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let (gutter, count) = best, count >= fewest,
      lines.count(where: { crosses($0, gutter) }) * 10 <= lines.count
    else { return nil }
    let both = lines.filter { starts($0).contains(gutter) }
    let isColumn = [both.map { width($0.prefix(gutter)) }, both.map { width($0.dropFirst(gutter)) }]
      .allSatisfy(isFull)
    return isColumn && both.count(where: { starts($0).count > 1 }) * 3 <= both.count ? gutter : nil
  }

  /// True where most of these widths are nearly the largest, as lines of a paragraph are.
  private static func isFull(_ widths: [Int]) -> Bool {
    guard let widest = widths.max(), widest >= narrowest else { return false }
    return widths.count(where: { $0 * 5 >= widest * 4 }) * 2 > widths.count
  }

  /// Where text begins again after a gap of two spaces and more.
  private static func starts(_ line: [Unicode.Scalar]) -> [Int] {
    line.indices.dropFirst(2).filter { at in
      line[at] != " " && line[at - 1] == " " && line[at - 2] == " " && line[..<at].contains { $0 != " " }
    }
  }

  private static func crosses(_ line: [Unicode.Scalar], _ gutter: Int) -> Bool {
    line.count > gutter && (line[gutter - 1] != " " || line[gutter - 2] != " ")
      && line[..<gutter].contains { $0 != " " }
  }

  private static func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    let text = scalars.reversed().drop { $0 == " " }.reversed().drop { $0 == " " }
    return text.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  /// Without the spaces up to the gutter: where a line ends tells whether it goes on.
  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars.reversed().drop { $0 == " " }.reversed()))
  }
}
