// SPDX-License-Identifier: Apache-2.0

/// English for what reports name again and again: sectors, lines of work, units, indicators, offices.
///
/// The words stand in config/lexicon/english.tsv; what is not there stays as it was printed. Names are looked
/// up whole: half a name in English and half in Chinese would be read by no one.
///
/// Example: 养老床位 is care beds; 副省长 a vice governor.
package struct EnglishWords: Sendable, Hashable {
  /// Lines of work as Chinese calls them, by their codes: 养老服务 for elderly-care.
  package var chineseTopics: [String: String] = [:]
  /// Places by their codes.
  package var places = PlaceNames.none

  /// What a word names: the second column of the table.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case sector, topic, unit, indicator, office, act
  }

  /// No words: everything stays as it was printed.
  package static let none = EnglishWords([])

  private var names: [Kind: [String: String]] = [:]
  /// Offices and acts, which are found within a title, longest first, so that 副省长 is no 省长.
  private var parts: [Kind: [Part]] = [:]

  /// A word that is looked for within longer ones.
  private struct Part: Sendable, Hashable {
    var word: String
    var english: String
  }

  /// Takes rows of the table; a kind that is none of `Kind` is passed over.
  package init(_ rows: [(word: String, kind: String, english: String)]) {
    for row in rows {
      guard let kind = Kind(rawValue: row.kind) else { continue }
      switch kind {
      case .sector, .topic, .unit, .indicator: names[kind, default: [:]][row.word] = row.english
      case .office, .act: parts[kind, default: []].append(Part(word: row.word, english: row.english))
      }
    }
    for kind in parts.keys {
      parts[kind]?.sort { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
    }
  }

  func sector(_ name: String) -> String? { names[.sector]?[name] }

  func indicator(_ name: String) -> String? { names[.indicator]?[name] }

  /// elderly care for elderly-care, charity and social work for charity-social-work.
  func topic(_ name: String) -> String { names[.topic]?[name] ?? name.replacing("-", with: " ") }

  /// What follows a number, with the space before it: " yuan", "%"; nothing for a classifier.
  func unit(_ unit: String) -> String {
    let english = names[.unit]?[unit] ?? unit
    return english.first?.isLetter == true ? " " + english : english
  }

  /// vice governor for 省委常委、副省长: the last of several titles that is known.
  func office(_ role: String) -> String? {
    let offices = parts[.office] ?? []
    for title in role.split(separator: "、").reversed() {
      if let known = offices.first(where: { title.hasSuffix($0.word) }) { return known.english }
    }
    return nil
  }

  /// spoke for 出席并讲话; attended where nothing more is said.
  func part(_ part: String) -> String? {
    let acts = parts[.act] ?? []
    if let act = acts.first(where: { part.contains($0.word) }) { return act.english }
    return part.contains("出席") ? "attended" : nil
  }
}
