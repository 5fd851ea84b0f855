// SPDX-License-Identifier: Apache-2.0

/// A line of a page and what it is there for.
struct PageLine {
  enum Kind {
    /// Navigation, licences, editors, and whatever else belongs to the page.
    case chrome
    /// Chrome that stands only below an article: related links, editors, hot lists.
    case tail
    /// The page's date or source: 2023年2月14日 来源：浙江省民政厅.
    case dateline
    /// A short line without a full stop.
    case heading
    case text
  }

  var range: Range<Int>
  var kind: Kind
  /// The meeting that the line tells of, if it reports one.
  var meeting: MeetingName?
}
