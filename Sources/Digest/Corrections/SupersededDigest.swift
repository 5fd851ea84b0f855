// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// A digest of before, as far as a correction must name it: what it rested on and what it said.
package struct SupersededDigest: Sendable, Hashable {
  package var id: String
  /// The id of the meeting before, as it then was.
  package var previous: String?
  /// Each change in one line, as it was told, the heaviest first.
  package var stories: [String]
  /// The language of the stories.
  package var language: Language
  /// The rules that it was made by; nil where that cannot be read.
  package var rules: String?

  package init(id: String, previous: String?, stories: [String], language: Language = .chinese) {
    self.id = id
    self.previous = previous
    self.stories = stories
    self.language = language
  }

  /// True where its text is gone with a report that was forgotten: what it said is not known any more.
  package var isForgotten = false

  /// Takes it from the JSON that the archive keeps of a digest; one that cannot be read only gives its id.
  package init(id: String, json: [UInt8]) {
    let kept = try? JSONDecoder().decode(Kept.self, from: Data(json))
    let previous = kept?.baselines.first { $0.relation == Relation.previous.rawValue }?.id
    let language = kept?.language.flatMap(Language.init(rawValue:)) ?? .chinese
    self.init(id: id, previous: previous, stories: kept?.changes.map(\.story) ?? [], language: language)
    rules = kept?.rules
    isForgotten = kept == nil
  }

  /// True where a digest of the same meeting tells the same, in the language that this one was told in.
  package func tellsTheSame(as digest: MeetingDigest) -> Bool {
    let told = digest.told(in: language)
    return previous == digest.baselines.previous?.meeting.id
      && Set(stories) == Set(digest.changes.map { ChangeStory.text($0, in: told) })
  }

  /// The first eight digits, as people quote them.
  var shortID: String { String(id.prefix(8)) }
}

/// The keys of `DigestJSON` that are looked at.
private struct Kept: Decodable {
  struct Baseline: Decodable {
    var id: String
    var relation: String
  }

  struct Change: Decodable {
    var story: String
  }

  /// Absent in digests of before there were two languages.
  var language: String?
  var rules: String?
  var baselines: [Baseline]
  var changes: [Change]
}
