// SPDX-License-Identifier: Apache-2.0

internal import Lexicon
internal import Minutes

/// Finds who took part in a meeting: an office, a name, and what the sentence says they did.
///
/// 市委常委、副市长郭芳出席会议并讲话 is 郭芳, 市委常委、副市长, 出席并讲话. A name without an office, or an office in a
/// sentence without a part in the meeting, is nobody's: 党的二十大代表费英英走进机关宣讲.
struct OfficialFinder {
  let vocabulary: Vocabulary
  let text: CleanText

  /// The officials in the order of the text, each once.
  func officials(of article: Article) -> [Official] {
    let names = PersonalNames(vocabulary: vocabulary, scalars: text.scalars)
    var found: [Official] = []
    var known: Set<String> = []
    for line in article.paragraphs.prefix(4) {
      if let official = speaker(line, of: article, names), known.insert(official.name).inserted {
        found.append(official)
      }
    }
    for paragraph in article.paragraphs {
      for sentence in sentences(of: paragraph) where hasPart(sentence) {
        for official in officials(in: sentence, names) where known.insert(official.name).inserted {
          found.append(official)
        }
      }
    }
    return found
  }

  /// 佛山市市长 白涛, alone on its line under 政府工作报告: who gave it.
  private func speaker(_ line: Range<Int>, of article: Article, _ names: PersonalNames) -> Official? {
    guard line.count <= 24, let title = article.title,
      let part = Self.given.first(where: { words, _ in
        text.scalars.place(of: words, in: title) != nil
      })?.part
    else { return nil }
    var offices = OfficeScanner(vocabulary: vocabulary, scalars: text.scalars, sentence: line)
    guard let office = offices.next(),
      let name = names.names(after: office.range.upperBound, within: line).first,
      name.upperBound == line.upperBound
    else { return nil }
    return Official(name: text.string(name), role: text.string(office.titled), part: part)
  }

  private static let given = [("政府工作报告", "作政府工作报告"), ("工作报告", "作工作报告"), ("讲话", "讲话")].map {
    (words: [UInt32]($0), part: $1)
  }

  private func sentences(of paragraph: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = paragraph.lowerBound
    for place in paragraph where text.scalars[place].endsSentence || text.scalars[place] == 0xFF1B {
      sentences.append(start..<place)
      start = place + 1
    }
    if start < paragraph.upperBound { sentences.append(start..<paragraph.upperBound) }
    return sentences
  }

  private func hasPart(_ sentence: Range<Int>) -> Bool {
    sentence.contains { vocabulary.words.longest(of: .parts, in: text.scalars, at: $0) != nil }
  }

  private func officials(in sentence: Range<Int>, _ names: PersonalNames) -> [Official] {
    var found: [Official] = []
    var offices = OfficeScanner(vocabulary: vocabulary, scalars: text.scalars, sentence: sentence)
    while let office = offices.next() {
      var people = names.names(after: office.range.upperBound, within: sentence)
      var role = office.titled
      if people.isEmpty, let name = names.name(before: office, within: sentence) {
        people = [name]
        role = name.upperBound == office.word.lowerBound ? office.word : office.titled
      }
      guard let last = people.last else { continue }
      let part = part(after: max(last.upperBound, office.range.upperBound), in: sentence)
      offices.skip(to: max(last.upperBound, office.range.upperBound))
      guard let part else { continue }
      found += people.map { Official(name: text.string($0), role: text.string(role), part: part) }
    }
    return found
  }

  /// The first part that the sentence tells after a name; a speech that is only relayed (讲话精神) is no part.
  private func part(after place: Int, in sentence: Range<Int>) -> String? {
    var place = place
    while place < sentence.upperBound {
      guard let match = vocabulary.words.longest(of: .parts, in: text.scalars, at: place) else {
        place += 1
        continue
      }
      let part = vocabulary[.parts][match.row][1]
      let rest = match.range.upperBound..<min(sentence.upperBound, match.range.upperBound + 4)
      let isRelayed = part == "讲话" && text.scalars.place(of: [UInt32]("精神"), in: rest) != nil
      return isRelayed ? nil : part
    }
    return nil
  }
}
