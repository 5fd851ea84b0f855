// SPDX-License-Identifier: Apache-2.0

import Lexicon

/// A stretch of text that says something about whose meeting it is.
struct PlaceToken {
  /// A division as a text names it: 江苏省徐州市贾汪区 is one place.
  struct Place {
    /// The rows it may be, more than one for 朝阳区.
    var rows: [Int]
    /// Named in full somewhere in the chain, not only by a short name, which may be any word.
    var named: Bool
    /// The venue, or whom something is about: 在杭州, 关于深圳.
    var venue: Bool
    /// Followed by an organ, a field of work or 全市: 深圳民政, 上海市政府.
    var acting: Bool
    /// Named by what only stands for it, 赣南日报 or 雁城, which says where a report comes from and not whose
    /// meeting it is.
    var isByname = false
  }

  enum Kind {
    case place(Place)
    /// 市民政局: an organ of a unit that is not named.
    case organ(DivisionUnit)
    case word(PlaceWord.Role, DivisionUnit?)
  }

  var range: Range<Int>
  var kind: Kind

  var place: Place? { if case .place(let place) = kind { place } else { nil } }

  var role: PlaceWord.Role? { if case .word(let role, _) = kind { role } else { nil } }

  /// The unit of 全市, 我省.
  var scope: DivisionUnit? { if case .word(.scope, let unit) = kind { unit } else { nil } }

  /// The unit that an organ or an official tells.
  var weakUnit: DivisionUnit? {
    switch kind {
    case .organ(let unit): unit
    case .word(.official, let unit): unit
    default: nil
    }
  }
}
