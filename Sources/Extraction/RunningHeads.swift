// SPDX-License-Identifier: Apache-2.0

/// Takes off pages what stands on each of them: running heads and feet, and what browsers print around a page.
///
/// A line at a page's edge that comes again on other pages, whatever its digits, is told once at the top (it
/// may be the title) and not at all at the foot. A browser prints the address, the time and “1/3”.
enum RunningHeads {
  /// How many lines at the top and at the foot may be such lines.
  private static let depth = 2

  static func removed(from pages: [[String]]) -> [[String]] {
    let tops = repeated(pages.map { Array($0.prefix(depth)) })
    let feet = repeated(pages.map { Array($0.suffix(depth)) })
    var told: Set<String> = []
    return pages.map { page in
      let lines = isPrintedByBrowser(page) ? withoutBrowser(page) : page
      return lines.enumerated().filter { index, line in
        let words = words(of: line)
        if index < depth, tops.contains(words) { return told.insert(words).inserted }
        return index < lines.count - depth || !feet.contains(words)
      }.map(\.element)
    }
  }

  /// The edge lines, without digits and spaces, of two pages and more, and of every third at least.
  private static func repeated(_ edges: [[String]]) -> Set<String> {
    var counts: [String: Int] = [:]
    for edge in edges {
      for words in Set(edge.map(words)) where words.count > 3 { counts[words, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value > 1 && $0.value * 3 >= edges.count }.keys)
  }

  private static func words(of line: String) -> String {
    String(line.filter { $0 != " " && $0 != "\u{3000}" && !("0"..."9").contains($0) })
  }

  private static func isPrintedByBrowser(_ page: [String]) -> Bool {
    [page.first, page.last].contains { $0.map(hasAddress) ?? false }
  }

  private static func withoutBrowser(_ page: [String]) -> [String] {
    page.enumerated().filter { index, line in
      (index > 0 && index < page.count - 1) || !(hasAddress(line) || hasClock(line) || hasCount(line))
    }.map(\.element)
  }

  private static func hasAddress(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    let begins = ["http://", "https://", "file://"]
    // An address in the text stands among words; the browser's stands at an end, a gap away.
    return [words.first, words.last, words.dropLast().last].contains { word in
      begins.contains { word?.hasPrefix($0) ?? false }
    }
  }

  /// 8:22 or 08:22 between spaces.
  private static func hasClock(_ line: String) -> Bool {
    line.split { $0 == " " || $0 == "," }.contains { word in
      let parts = word.split(separator: ":")
      return (2...3).contains(parts.count) && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isNumber) }
    }
  }

  /// 1/3 at an end.
  private static func hasCount(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return [words.first, words.last].contains { word in
      let parts = (word ?? "").split(separator: "/")
      return parts.count == 2 && parts.allSatisfy { Int($0) != nil }
    }
  }
}
