// SPDX-License-Identifier: Apache-2.0

/// Cuts the lines of a page into the articles that tell of meetings.
///
/// An article begins where a text reports a meeting, with the headline above it. It ends before the next, or
/// at the first line that stands only below articles. A second article needs a headline of its own, or a day
/// of its own after a closing credit: within one report other meetings are told of too.
struct ArticleSplitter {
  let lines: [PageLine]
  let scalars: [UInt32]
  let dates: DateScanner
  let stack: HeadlineStack

  /// A part of the page, as numbers of lines; a headline may have several.
  struct Part {
    var heading: Range<Int>?
    var lines: Range<Int>
  }

  func parts() -> [Part] {
    var parts: [Part] = []
    for number in lines.indices where tellsOfMeeting(number) {
      let heading = heading(above: number, down: parts.last.map { $0.lines.lowerBound + 1 } ?? 0)
      guard parts.isEmpty || opensAnother(number, heading) else { continue }
      if let last = parts.indices.last {
        parts[last].lines = parts[last].lines.lowerBound..<(heading ?? number)
      }
      let title = heading.map { stack.headline(around: titled($0)) }
      parts.append(Part(heading: title, lines: (title?.upperBound ?? number)..<lines.count))
    }
    return parts.map(closed)
  }

  /// A text that reports a meeting, or the first text under a headline that does.
  private func tellsOfMeeting(_ number: Int) -> Bool {
    guard lines[number].kind == .text else { return false }
    if lines[number].meeting != nil { return true }
    guard let heading = heading(above: number, down: 0), lines[heading].meeting != nil, !isLink(heading)
    else {
      return false
    }
    return !lines[heading..<number].contains { $0.kind == .text }
  }

  /// A headline among those under 相关链接, below which nothing of the kind is told.
  private func isLink(_ heading: Int) -> Bool {
    lines[..<heading].last { $0.kind != .heading }?.kind == .tail
  }

  /// The nearest heading above a line, over datelines and chrome and at most three paragraphs of an opening.
  private func heading(above number: Int, down to: Int) -> Int? {
    var texts = 0
    var place = number - 1
    while place >= to, number - place <= 8 {
      switch lines[place].kind {
      case .heading: return telling(from: place, down: to)
      case .text: texts += 1
      case .tail where texts > 0: return nil
      default: break
      }
      if texts > 3 { return nil }
      place -= 1
    }
    return nil
  }

  /// Of stacked headlines (在全县民政工作会议上的讲话 over 副县长 云某) the one that names the meeting, else the nearest.
  private func telling(from nearest: Int, down to: Int) -> Int {
    for place in stride(from: nearest, through: max(to, nearest - 3), by: -1) {
      guard lines[place].kind == .heading || lines[place].kind == .dateline else { break }
      if lines[place].kind == .heading, lines[place].meeting != nil { return place }
    }
    return nearest
  }

  /// 2024年1月10日在…第四次会议上 tells the occasion of the headline above it, 政府工作报告.
  private func titled(_ heading: Int) -> Int {
    guard heading > 0, lines[heading - 1].kind == .heading,
      let date = dates.dates(in: scalars, lines[heading].range).first, date.isFull,
      date.range.lowerBound - lines[heading].range.lowerBound <= 3
    else { return heading }
    return heading - 1
  }

  /// Whether a reporting text begins another article than the one it stands in.
  private func opensAnother(_ number: Int, _ heading: Int?) -> Bool {
    let line = lines[number].range
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 40)
    let hasDay = dates.dates(in: scalars, head).contains(where: \.tellsDay)
    guard let heading else { return hasDay && closesWithCredit(number - 1) }
    guard !lines[(heading + 1)..<number].contains(where: { $0.kind == .text }) else { return false }
    return lines[heading].meeting != nil || hasDay
  }

  /// Whether a paragraph ends with （据…）.
  private func closesWithCredit(_ number: Int) -> Bool {
    let line = lines[number].range
    guard scalars[line.upperBound - 1] == 0xFF09 else { return false }
    let open = scalars[line].suffix(30).lastIndex(of: 0xFF08)
    return open.map { $0 + 1 < line.upperBound && (scalars[$0 + 1] == 0x636E || scalars[$0 + 1] == 0x6765) }
      ?? false
  }

  /// The part without what stands below the article.
  private func closed(_ part: Part) -> Part {
    var part = part
    let firstText = part.lines.first { lines[$0].kind == .text } ?? part.lines.lowerBound
    let end = part.lines.first { $0 > firstText && lines[$0].kind == .tail } ?? part.lines.upperBound
    part.lines = part.lines.lowerBound..<end
    return part
  }
}
