// SPDX-License-Identifier: Apache-2.0

/// Two lists of tasks side by side with lines between what is the same.
///
/// Example: 7 社会事务 and 8 区划地名 on the left, both tied to 8 提升社会事务和区划地名服务 on the right, as joined.
package struct RankChart: Sendable, Hashable {
  package struct Item: Sendable, Hashable {
    package var rank: Int
    package var head: String
    /// What became of it: 新增, 不再提, 改写.
    package var mark: String
    /// True where nothing on the other side is the same.
    package var isAlone: Bool
  }

  package struct Tie: Sendable, Hashable {
    package enum Kind: Int, Sendable, Hashable, Comparable {
      /// In its place among those that stayed; partly taken up; merged or split; passed others.
      case plain, partial, joined, moved

      package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    package var from: Int
    package var to: Int
    package var kind: Kind
  }

  /// What the picture shows, in one line.
  package var title: String
  /// The head of each list: 上年 2023-02-24，10项.
  package var leftHead: String
  package var rightHead: String
  package var left: [Item]
  package var right: [Item]
  /// By `from` and `to`.
  package var ties: [Tie]
  /// How the picture is read.
  package var legend: String

  /// The picture in words, for those who do not see it, and for formats without pictures.
  package var sentences: [String] {
    right.map { item in
      let from = ties.filter { $0.to == item.rank }.map { String($0.from) }
      let mark = item.mark.isEmpty ? "" : "（\(item.mark)）"
      return "\(item.rank) \(item.head)\(mark)" + (from.isEmpty ? "" : " ← \(from.joined(separator: "、"))")
    } + left.filter(\.isAlone).map { "\(leftHead) \($0.rank) \($0.head)（\($0.mark)）" }
  }
}
