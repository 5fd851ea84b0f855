// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// All that several reports of one meeting give together.
///
/// The fullest report speaks; the others add the figures that it lacks. Tasks are never mixed, because ranks
/// of two lists mean nothing together: the longest list stands. What an excerpt of another report is taken
/// from is marked in it. The order of arrival plays no part.
///
/// What a person has put right in one of them stands, whatever a fuller one is read to say of it.
package struct MergedAccounts: Sendable, Hashable {
  /// What one report alone contributed.
  package struct Share: Sendable, Hashable {
    package var document: Document
    package var priorities: Int
    package var figures: Int
  }

  package internal(set) var meeting: Meeting
  package fileprivate(set) var shares: [Share]
}

extension Comparer {
  /// Lays the accounts of one meeting together, the fullest first; there must be one at least.
  package func merge(_ accounts: [Account]) -> MergedAccounts {
    let main = accounts[0]
    var merged = MergedAccounts(meeting: main.meeting, main: main.document)
    guard accounts.count > 1 else { return merged }
    for account in accounts.dropFirst() where account.document.sha256 != main.document.sha256 {
      merged.add(account, words: words)
    }
    merged.chooseTasks(accounts)
    for account in accounts where account.meeting.isAmended {
      merged.putTasksRight(by: account, words: words)
    }
    return merged
  }
}

extension MergedAccounts {
  fileprivate init(meeting: Meeting, main: Document) {
    self.meeting = meeting
    shares = [
      Share(document: main, priorities: meeting.priorities.count, figures: meeting.figures.count)
    ]
  }

  /// Adds what another account has and none before it: figures, people, paragraphs.
  fileprivate mutating func add(_ account: Account, words: ComparingWords) {
    let hash = account.document.sha256
    let keyed = KeyedFigures(words: words)
    var claims = meeting.figureSlots.map { FigureClaim($0, keyed) }
    var share = Share(document: account.document, priorities: 0, figures: 0)
    for slot in account.meeting.figureSlots {
      var claim = FigureClaim(slot, keyed)
      claim.slot.figure.excerpt.document = hash
      if let place = claim.place(among: claims) {
        if slot.isByHand, !claims[place].slot.isByHand { claims[place] = claim }
      } else {
        claims.append(claim)
        if !slot.isRemoved { share.figures += 1 }
      }
    }
    meeting.figureSlots = claims.map(\.slot)
    let names = Set(meeting.officials.map(\.name))
    meeting.officials += account.meeting.officials.filter { !names.contains($0.name) }
    // Its words count where the question is whether the reports are silent.
    let texts = Set(meeting.paragraphs.map(\.text))
    meeting.paragraphs += account.meeting.paragraphs.filter { !texts.contains($0.text) }
      .map { $0.marked(hash) }
    meeting.title = meeting.title ?? account.meeting.title
    shares.append(share)
  }

  /// The longest list of tasks is the meeting's; of two as long the fuller report's.
  fileprivate mutating func chooseTasks(_ accounts: [Account]) {
    guard let most = accounts.map(\.meeting.priorities.count).max(), most > meeting.priorities.count,
      let longest = accounts.first(where: { $0.meeting.priorities.count == most })
    else { return }
    shares[0].priorities = 0
    if let place = shares.firstIndex(where: { $0.document == longest.document }) {
      shares[place].priorities = most
    }
    meeting.priorities = longest.meeting.priorities.map { priority in
      var marked = priority
      marked.excerpt = priority.excerpt.marked(longest.document.sha256)
      return marked
    }
  }
}

extension Excerpt {
  /// The same words, said to stand in another report than the fullest.
  fileprivate func marked(_ document: String) -> Excerpt {
    var marked = self
    marked.document = document
    return marked
  }
}
