// SPDX-License-Identifier: Apache-2.0

/// A piece of a line on a page.
///
/// Nothing here is markup: what is foreign stays text until a writer escapes it.
package enum Inline: Sendable, Hashable {
  case text(String)
  case strong(String)
  /// Beside the point: dates, places, units.
  case faint(String)
  /// A word that says what became of something: 新增, 未完成.
  case mark(String)
  /// In the later wording only, and in the earlier only.
  case inserted(String)
  case deleted(String)
  /// A place on the same page or a file beside it; to the web only as `address`.
  case link(String, to: String)
  /// An address as a report prints it: a link where it is plainly one of the web, else text.
  case address(String)
  /// The number of a note, raised.
  case note(Int)
  case plot(YearPlot)
  /// A bar as long as the share of the longest, 0 to 1, with the text beside it.
  case bar(String, share: Double)
}

extension [Inline] {
  /// Plain text as a line.
  package static func text(_ text: String) -> [Inline] { text.isEmpty ? [] : [.text(text)] }

  /// What it says without any marks, for formats that have none.
  package var plain: String {
    map { inline in
      switch inline {
      case .text(let text), .strong(let text), .faint(let text), .mark(let text), .inserted(let text),
        .link(let text, _), .address(let text), .bar(let text, _):
        text
      case .deleted: ""
      case .note(let number): "[\(number)]"
      case .plot(let plot): plot.summary
      }
    }.joined()
  }
}
