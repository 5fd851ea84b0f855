// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// A digest as `minutectl digest --json` prints it and the archive keeps it.
///
/// `text` is the MESSAGE as it was sent, `whole` the same with what it had no room for, `english` that in
/// English: all can be shown for ever, under whatever rules come later.
package enum DigestJSON {
  /// All of a digest; `texts` are those of its page where it was made already.
  package static func value(
    _ digest: MeetingDigest, texts: (text: String, whole: String)? = nil
  ) -> JSONValue {
    let counts = Counts(digest)
    let (text, whole) = texts ?? DigestText.both(digest)
    return .object([
      "id": .string(digest.id), "rules": .string(digest.rules), "text": .string(text),
      "whole": .string(whole), "language": .string(digest.language.rawValue),
      "english": .string(DigestText.whole(digest, in: .english)),
      "meeting": .string(digest.meeting.id), "relation": .string(digest.primary.relation.rawValue),
      "baselines": .array(
        digest.compared.map {
          .object(["id": .string($0.record.meeting.id), "relation": .string($0.relation.rawValue)])
        }),
      "provenance": .string(digest.record.provenance.rawValue), "unchanged": .bool(digest.isUnchanged),
      "documents": .array(
        digest.record.documents.map { .object(["file": .string($0.name), "sha256": .string($0.sha256)]) }),
      "sources": .strings(digest.record.sources),
      "supersedes": .optional(digest.correction?.superseded.id),
      "counts": .object([
        "added": .integer(counts.added + counts.returned), "dropped": .integer(counts.dropped),
        "reworded": .integer(counts.reworded), "moved": .integer(counts.moved),
        "merged": .integer(counts.merged + counts.split), "kept": .integer(counts.kept),
        "figures_changed": .integer(counts.figuresChanged), "targets_met": .integer(counts.met),
        "targets_missed": .integer(counts.missed),
      ]),
      "bulletins": .array(
        digest.baselines.bulletins.map {
          .object([
            "file": .string($0.document.name), "sha256": .string($0.document.sha256),
            "title": .optional($0.title), "published": .string($0.published.description),
          ])
        }),
      "peer_ranks": .array(digest.peerPlaces.map(place)),
      "changes": .array(
        digest.changes.enumerated().map { change($0.element, number: $0.offset + 1, digest) }),
    ])
  }

  private static func place(_ place: PeerPlace) -> JSONValue {
    .object([
      "rank": .integer(place.rank), "peer": .string(place.peer),
      "ranks": .array(place.ranks.map(JSONValue.integer)), "own": .bool(place.isOwn),
    ])
  }

  private static func change(_ change: Change, number: Int, _ digest: MeetingDigest) -> JSONValue {
    .object([
      "entry": .string(digest.entryID(number)),
      "change": .string(change.kind.rawValue),
      "relation": .string(change.relation.rawValue), "subject": .string(change.subject.rawValue),
      "baselines": .strings(change.baselines), "topic": .optional(change.topic),
      "scope": .optional(change.scope),
      "story": .string(ChangeStory.text(change, in: digest)), "weight": .string(Weight(change).rawValue),
      "confidence": .string(change.confidence.rawValue), "rule": .string(change.rule),
      "similarity": change.similarity.map { .share($0, places: 3) } ?? .null,
      "stated": .optional(change.stated?.text), "from": .array(change.from.map(evidence)),
      "to": .array(change.to.map(evidence)), "figures": change.figures.map(figures) ?? .null,
      "wording_from": .optional(change.wordingFrom), "wording_to": .optional(change.wordingTo),
    ])
  }

  private static func evidence(_ evidence: Change.Evidence) -> JSONValue {
    let members: JSONValue.Members = [
      "meeting": .string(evidence.meeting), "quote": .string(evidence.excerpt.text),
      "span": .array([.integer(evidence.excerpt.span.start), .integer(evidence.excerpt.span.end)]),
      "paragraph": .integer(evidence.excerpt.paragraph), "document": .optional(evidence.excerpt.document),
      "rank": evidence.rank.map(JSONValue.integer) ?? .null,
      "head": .optional(evidence.head),
    ]
    return .object(members.with("page", evidence.excerpt.page))
  }

  private static func figures(_ pair: FigurePair) -> JSONValue {
    .object([
      "indicator": .string(pair.indicator), "unit": .string(pair.unit),
      "from": pair.from.map(MeetingJSON.figure) ?? .null, "to": pair.to.map(MeetingJSON.figure) ?? .null,
      "delta": .optional(pair.delta), "percent": .optional(pair.percent),
      "note": .optional(pair.note?.rawValue),
    ])
  }
}
