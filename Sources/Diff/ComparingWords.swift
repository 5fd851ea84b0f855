// SPDX-License-Identifier: Apache-2.0

/// The words that comparing needs, handed in as rows of the lexicon's tables.
///
/// A word has one role. `indicators` has the columns word and standard, `changes` word, role and level.
/// Roles: `ended` tells that a task is no longer one (不再列入), the first in the table is the surest; `plain`
/// binds no task (建设, 民政), nor does `tail`, which ends a head (效能, 工作); `strength` has a level (探索 1, 全面推进
/// 4); `act` begins a head (增强, 发展) and, as strengths do, is left out where it must be short; `whole` is
/// never cut by that (社会工作); `line` groups what tasks of one line of work are about (婚俗, 殡葬); how often a `count` is said is compared; `half-year` stands in a meeting's name (半年).
/// The last roles are about figures: `FigureWords`.
package struct ComparingWords: Sendable {
  package let indicators: IndicatorNames
  package let figures: FigureWords
  package let endings: [String]
  package let plain: Set<String>
  package let acts: [String]
  package let tails: [String]
  package let wholes: [String]
  /// In a meeting's name they say that it was held on half a year: 半年, 年中.
  package let halfYear: [String]
  /// Words whose frequency is told.
  let counted: [String]
  /// What tasks may be about within their line of work, with their groups.
  /// By their first scalar, since each of forty tasks is asked for all of them.
  private let lineWords: [Unicode.Scalar: [(word: String, group: Int)]]
  /// Whether any of these words begins with a scalar of these last twelve bits: nearly every scalar is turned away
  /// by it, which is asked fifty thousand times a digest.
  private let beginsLine: [Bool]
  /// The same acts by their first scalar and tails by their last, each in the order above.
  private let actsByStart: [Unicode.Scalar: [String]]
  private let tailsByEnd: [Unicode.Scalar: [String]]
  /// Words that name no task by themselves: plain ones, acts, tails.
  private let idle: Set<String>
  private let actsAndTails: Set<String>
  /// Longest first, so that 全面推进 is found before 推进.
  package let strengths: [(word: String, level: Int)]

  package init(
    indicators: [(word: String, standard: String)], changes: [(word: String, role: String, level: Int)]
  ) {
    self.indicators = IndicatorNames(indicators)
    func words(_ role: String) -> [String] { changes.filter { $0.role == role }.map(\.word) }
    endings = words("ended")
    plain = Set(words("plain"))
    tails = words("tail").sorted { ($1.count, $0) < ($0.count, $1) }
    wholes = words("whole")
    halfYear = words("half-year")
    counted = words("count")
    let lines = changes.filter { $0.role == "line" && !$0.word.isEmpty }
    lineWords = Dictionary(grouping: lines.map { (word: $0.word, group: $0.level) }) {
      $0.word.unicodeScalars.first ?? " "
    }
    beginsLine = lineWords.keys.reduce(into: Array(repeating: false, count: 0x1000)) {
      $0[Int($1.value & 0xFFF)] = true
    }
    figures = FigureWords(changes)
    acts = (words("act") + words("strength")).sorted { ($1.count, $0) < ($0.count, $1) }
    actsByStart = Dictionary(grouping: acts) { $0.unicodeScalars.first ?? " " }
    tailsByEnd = Dictionary(grouping: tails) { $0.unicodeScalars.last ?? " " }
    actsAndTails = Set(acts).union(tails)
    idle = plain.union(actsAndTails)
    strengths = changes.filter { $0.role == "strength" }.map { ($0.word, $0.level) }
      .sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
  }

  /// A head in a few characters: without the act it begins with and the empty word it ends with.
  ///
  /// 增强基层治理效能 is 基层治理; what would leave fewer than four characters stays, as 党的建设 does, and so does the
  /// end of a word that is whole: 壮大慈善和社会工作 is 慈善和社会工作.
  package func name(of head: String) -> String {
    var name = Substring(head)
    while let start = name.unicodeScalars.first,
      let act = actsByStart[start]?.first(where: { name.begins(with: $0) }), name.count - act.count >= 4
    {
      name = name.dropFirst(act.count)
    }
    while let end = name.unicodeScalars.last,
      let last = tailsByEnd[end]?.first(where: { name.ends(with: $0) }), name.count - last.count >= 4,
      !wholes.contains(where: { name.ends(with: $0) })
    {
      name = name.dropLast(last.count)
    }
    return String(name)
  }

  /// Runs of four letters of the short name that can stand for it, or the name itself where it is shorter.
  ///
  /// A run with an act or a tail in it (事业发展) stands for any task and is left out.
  func pieces(of head: String) -> [String] {
    let letters = Array(name(of: head).lettersOnly)
    guard letters.count > 4 else { return letters.isEmpty ? [] : [String(letters)] }
    return (0...(letters.count - 4)).map { letters[$0..<($0 + 4)] }.filter { !holdsActOrTail($0) }.map {
      String($0)
    }
  }

  /// Asks for each of ten pieces of a run of four instead of for hundreds of words.
  private func holdsActOrTail(_ letters: ArraySlice<Character>) -> Bool {
    letters.indices.contains { start in
      (start..<letters.endIndex).contains { actsAndTails.contains(String(letters[start...$0])) }
    }
  }

  /// The pairs of letters of the short name that may name the task: 地名 of 做好地名普查收官.
  func pairs(of head: String) -> [String] {
    let letters = Array(name(of: head).lettersOnly)
    return zip(letters, letters.dropFirst()).map { String([$0, $1]) }.filter { !isIdle($0) }
  }

  /// True for a word that names no task by itself: 建设, 增强, 工作.
  func isIdle(_ word: String) -> Bool { idle.contains(word) }

  /// The groups of `line` words that a text has.
  func lines(in text: String) -> Set<Int> {
    text.unicodeScalars.reduce(into: []) { found, scalar in
      guard beginsLine[Int(scalar.value & 0xFFF)] else { return }
      for (word, group) in lineWords[scalar] ?? [] where !found.contains(group) && text.holds(word) {
        found.insert(group)
      }
    }
  }
}
