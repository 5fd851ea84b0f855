// SPDX-License-Identifier: Apache-2.0

/// Which linked items changed their place, leaving aside what insertions and deletions explain.
///
/// The longest rising run of partners has stayed; only what stands outside it has moved. Putting 党建 from the
/// tenth place to the first moves one item, not ten.
enum Movement {
  /// For each pair, given as places on both sides, whether it moved.
  static func moved(_ pairs: [(from: Int, to: Int)]) -> [Bool] {
    let order = pairs.indices.sorted { (pairs[$0].to, pairs[$0].from) < (pairs[$1].to, pairs[$1].from) }
    var length = [Int](repeating: 1, count: order.count)
    var before = [Int?](repeating: nil, count: order.count)
    for place in order.indices {
      for earlier in 0..<place where pairs[order[earlier]].from < pairs[order[place]].from {
        if length[earlier] + 1 > length[place] {
          length[place] = length[earlier] + 1
          before[place] = earlier
        }
      }
    }
    var moved = [Bool](repeating: true, count: pairs.count)
    var place = order.indices.max { (length[$0], $1) < (length[$1], $0) }
    while let at = place {
      moved[order[at]] = false
      place = before[at]
    }
    return moved
  }
}
