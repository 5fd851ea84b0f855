// SPDX-License-Identifier: Apache-2.0

internal import Lexicon

/// The lines of work as people call them, from config/lexicon/topic-names.tsv.
struct TopicNames {
  /// One line of work: elderly-care, 养老服务, 养老.
  struct Name {
    let topic: String
    let name: String
    /// In two characters, for the head of a narrow column.
    let short: String
  }

  /// In the order of the table, which is that of columns.
  let all: [Name]

  init(_ vocabulary: Vocabulary) {
    all = vocabulary[.topicNames].map { row in
      Name(topic: row.key, name: row[1] ?? row.key, short: row[2] ?? row.key)
    }
  }

  /// The line of work that a user names: 养老服务, 养老 or elderly-care.
  func topic(_ text: String) -> Name? { all.first { [$0.topic, $0.name, $0.short].contains(text) } }

  /// Those of some topics, in the order of the table; a topic without a name goes by its own, last.
  func names(of topics: Set<String>) -> [Name] {
    let known = all.filter { topics.contains($0.topic) }
    let others = topics.subtracting(known.map(\.topic)).sorted()
    return known + others.map { Name(topic: $0, name: $0, short: $0) }
  }
}
