// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Tells why a page holds no report: what else it is.
struct ReasonFinder {
  let vocabulary: Vocabulary
  let text: CleanText
  let lines: [PageLine]

  /// Why what looks like an article is none: a comment on a meeting, a notice that names one.
  func veto(_ articles: [Article]) -> Report.Reason? {
    guard let first = articles.first else { return nil }
    let opening = lines.firstIndex { $0.kind == .text } ?? lines.count
    for line in lines[..<opening] where line.kind == .heading || line.kind == .dateline {
      if let kind = kind(of: line.range), line.kind == .heading || kind == .commentary { return kind }
    }
    if let title = first.title, let kind = kind(of: title) { return kind }
    return isComment ? .commentary : nil
  }

  /// What a page without articles is.
  func reason() -> Report.Reason {
    if text.paragraphs.isEmpty { return .empty }
    if isForeign { return .foreign }
    if let heading = lines.first(where: { $0.kind != .chrome }), let kind = kind(of: heading.range) {
      return kind
    }
    if isComment { return .commentary }
    return lines.contains { $0.kind == .text } ? .noMeeting : .navigation
  }

  /// Notices and bulletins say what they are at the end of their title, comments at its beginning.
  private func kind(of title: Range<Int>) -> Report.Reason? {
    guard title.count <= LineClassifier.longestHeading else { return nil }
    let end = end(of: title)
    for place in title {
      guard let (range, role) = word(at: place, place: .title), range.upperBound <= title.upperBound else {
        continue
      }
      // 审议《湖北省社会救助条例》 names a document, 《湖北省社会救助条例》 alone is its title.
      let isNamed =
        text.scalars[title][range.upperBound...].first == 0x300B && text.scalars[title.lowerBound] != 0x300A
      if isNamed { continue }
      switch role {
      case .commentary where place - title.lowerBound <= 6: return .commentary
      case .notice where range.upperBound >= end: return .notice
      case .bulletin where range.upperBound >= end: return .bulletin
      case .interview where range.upperBound >= end: return .interview
      case .interpretation where range.upperBound >= end: return .interpretation
      case .pressConference where range.upperBound >= end: return .pressConference
      default: continue
      }
    }
    return nil
  }

  /// Where the words of a title end, a last bracket aside: …新闻发布会（住建专场）.
  private func end(of title: Range<Int>) -> Int {
    var words = title
    if let last = words.last, text.scalars[last] == 0xFF09,
      let open = text.scalars[words].lastIndex(of: 0xFF08), open > words.lowerBound
    {
      words = words.lowerBound..<open
    }
    return text.scalars[words].lastIndex { $0.isHan || $0.isLetter }.map { $0 + 1 } ?? words.upperBound
  }

  private var isComment: Bool {
    text.paragraphs.contains { paragraph in
      paragraph.contains { place in
        vocabulary.commentary.contains(text.scalars[place])
          && word(at: place, place: .any)?.role == .commentary
      }
    }
  }

  /// Fewer than three Han characters in ten.
  private var isForeign: Bool {
    let han = text.scalars.count(where: \.isHan)
    let letters = text.scalars.count(where: \.isLetter)
    return han * 10 < (han + letters) * 3
  }

  private func word(at place: Int, place kind: ChromeWord.Place) -> (
    range: Range<Int>, role: ChromeWord.Role
  )? {
    var found: (Range<Int>, ChromeWord.Role)?
    vocabulary.words.forEachMatch(of: .chrome, in: text.scalars, at: place) { range, row in
      let meaning = vocabulary.chromeWords[row]
      if meaning.place == kind { found = (range, meaning.role) }
    }
    return found
  }
}
