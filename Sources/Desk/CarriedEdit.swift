// SPDX-License-Identifier: Apache-2.0

package import Archive
internal import FoundationEssentials
package import Minutes

/// A change that a person made, as it goes from one machine to another: one JSON object a line.
///
/// Numbers of edits are each machine's own. A change is known by when it was made and what it is about; one that
/// takes another back names that one's moment.
package struct CarriedEdit: Codable, Sendable {
  private struct Item: Codable, Sendable {
    var document: String
    var part: Int
    var subject: String
    var words: String
    var span: [Int]
    var name: String
    var amount: String
    var field: String
    var before: String?
    var after: String
  }

  private var at: Int64
  private var uid: UInt32
  private var who: String
  private var verb: String
  private var target: String
  private var reason: String
  private var content: [String: String]
  /// The longest line that is taken in: ten thousand reports put right at once.
  package static let mostBytes = 1 << 23

  /// The moment of the change that this one takes back.
  package private(set) var undoes: Int64?
  /// True where a later line takes it back.
  package private(set) var undone: Bool
  private var amendments: [Item]

  /// A change with what it amends; `undoes` is the moment of the one that it takes back.
  package init(_ edit: Edit, _ amendments: [KeptAmendment], undoes: Int64?) {
    (at, uid, who, verb) = (edit.at, edit.uid, edit.who, edit.verb)
    (target, reason, self.undoes) = (edit.target, edit.reason, undoes)
    undone = edit.undone != nil
    content = edit.content
    // Numbers and digests of this machine mean nothing on another.
    content["undoes"] = nil
    content["edit"] = nil
    self.amendments = amendments.map(\.amendment).map { amendment in
      let mark = amendment.mark
      return Item(
        document: amendment.document, part: amendment.part, subject: mark.subject.rawValue, words: mark.words,
        span: [mark.span.start, mark.span.end], name: mark.name, amount: mark.amount,
        field: amendment.field.rawValue, before: amendment.before, after: amendment.after)
    }
  }

  /// What means the same on any machine, and what takes it back.
  package static let verbs = [
    "correct", "withdraw", "alias", "retract", "mark", "undo", "unretract", "unmark",
  ]
  /// The end of the year 2099; a later moment was never anybody's.
  private static let latest: Int64 = 4_102_444_800_000_000
  /// No text that is taken in has as many scalars, and no document as many meetings.
  private static let places = 0...1_000_000_000

  /// Nil where the text is no such object, or its numbers cannot be: it may come from anybody.
  package init?(json: String) {
    guard let carried = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)),
      Self.verbs.contains(carried.verb), (0...Self.latest).contains(carried.at),
      carried.amendments.allSatisfy({ Self.amendment($0) != nil })
    else { return nil }
    self = carried
    reason = WrittenLine.text(reason)
  }

  /// The line, without its end.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  package var edit: Edit {
    Edit(at: at, uid: uid, who: who, verb: verb, target: target, content: content, reason: reason)
  }

  package var amended: [Amendment] { amendments.compactMap(Self.amendment) }

  private static func amendment(_ item: Item) -> Amendment? {
    guard let subject = Mark.Subject(rawValue: item.subject),
      let field = Amendment.Field(rawValue: item.field),
      item.span.count == 2, item.span[0] <= item.span[1],
      (item.span + [item.part]).allSatisfy(places.contains)
    else { return nil }
    let mark = Mark(
      subject: subject, words: item.words, span: Span(start: item.span[0], end: item.span[1]),
      name: item.name,
      amount: item.amount)
    return Amendment(
      document: item.document, part: item.part, mark: mark, field: field, before: item.before,
      after: item.after)
  }
}
