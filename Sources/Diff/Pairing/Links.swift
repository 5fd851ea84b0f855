// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Which priorities belong together: the assignment, then merges and splits among what is left.
///
/// Indexes are positions in the two lists. A group has one item on at least one side.
struct Links {
  struct Group: Hashable {
    var from: [Int]
    var to: [Int]
  }

  private(set) var groups: [Group] = []
  let likeness: PriorityLikeness
  private let words: ComparingWords
  private var partnerOfFrom: [Int?]
  private var partnerOfTo: [Int?]
  private let rulings: RuledPairs

  init(_ likeness: PriorityLikeness, words: ComparingWords) {
    self.likeness = likeness
    self.words = words
    let rulings = RuledPairs(from: likeness.from, to: likeness.to)
    self.rulings = rulings
    let profit = likeness.from.indices.map { i in
      likeness.to.indices.map { j in rulings.worth(i, j) ?? (likeness(i, j) - likeness.nullCost(i, j)) }
    }
    partnerOfFrom = Assignment.best(profit)
    partnerOfTo = Array(repeating: nil, count: likeness.to.count)
    for (i, j) in partnerOfFrom.enumerated() {
      if let j { partnerOfTo[j] = i }
    }
    groups = grouped()
  }

  /// Pairs first, grown by what was left over; then what stands alone. In the order of the later list.
  private func grouped() -> [Group] {
    var joinedFrom: [Int: Int] = [:]
    for i in partnerOfFrom.indices where partnerOfFrom[i] == nil {
      joinedFrom[i] =
        partnerOfTo.indices.first { rulings.isSame(i, $0) && partnerOfTo[$0] != nil }
        ?? host(partnerOfTo.indices.map { likeness.intake(of: i, by: $0) }, partnerOfTo) { place in
          !rulings.isOther(i, place)
        }
    }
    var joinedTo: [Int: Int] = [:]
    for j in partnerOfTo.indices where partnerOfTo[j] == nil {
      joinedTo[j] =
        partnerOfFrom.indices.first { rulings.isSame($0, j) && partnerOfFrom[$0] != nil }
        ?? host(partnerOfFrom.indices.map { likeness.intake(ofTo: j, by: $0) }, partnerOfFrom) { place in
          !rulings.isOther(place, j)
        }
    }
    return assemble(joinedFrom, joinedTo)
  }

  /// The linked item on the other side that has taken up this left-over one, or nil.
  ///
  /// A first line of work among the host's lines, with a trace of the text, is enough, and so is the item's
  /// own name in the host (社会组织监管 in 支持慈善组织、社会组织); without either much of the text must stand there. A
  /// secondary line of work alone links nothing: safety named in passing is no merger.
  private func host(_ intakes: [Intake], _ partners: [Int?], _ mayBe: (Int) -> Bool) -> Int? {
    var best: (place: Int, worth: Double)?
    let isAlone = intakes.count(where: \.sharesLine) == 1
    for (place, intake) in intakes.enumerated() where partners[place] != nil && mayBe(place) {
      let telling = intake.line.map(likeness.telling) ?? 1
      guard intake.share >= intake.least(isAlone: isAlone, telling: telling, words: words) else { continue }
      // A host of the same line of work goes before one that merely names it.
      let worth = intake.share + (intake.sharesLine ? 1 : 0)
      if worth > best?.worth ?? 0 { best = (place, worth) }
    }
    return best?.place
  }

  private func assemble(_ joinedFrom: [Int: Int], _ joinedTo: [Int: Int]) -> [Group] {
    var groups: [Group] = []
    for j in likeness.to.indices {
      guard let i = partnerOfTo[j] else {
        if joinedTo[j] == nil { groups.append(Group(from: [], to: [j])) }
        continue
      }
      let more = joinedFrom.filter { $0.value == j }.keys
      // An item that has grown by a merger is not split as well: each is told once, by the larger event.
      let parts = more.isEmpty ? Array(joinedTo.filter { $0.value == i }.keys) : []
      groups.append(Group(from: ([i] + more).sorted(), to: ([j] + parts).sorted()))
    }
    let told = Set(groups.flatMap(\.to))
    groups += likeness.to.indices.filter { !told.contains($0) }.map { Group(from: [], to: [$0]) }
    let gone = Set(groups.flatMap(\.from))
    groups += likeness.from.indices.filter { !gone.contains($0) }.map { Group(from: [$0], to: []) }
    return groups.sorted {
      ($0.to.first ?? .max, $0.from.first ?? .max) < ($1.to.first ?? .max, $1.from.first ?? .max)
    }
  }
}
