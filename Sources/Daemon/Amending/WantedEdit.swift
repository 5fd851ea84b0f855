// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes

/// What a client wants to have put right: of which meeting, which thing, and what it is instead.
struct WantedEdit {
  var key: MeetingKey
  var subject: Mark.Subject
  /// The figure's place in the meeting's list, or the task's rank, from 1; 0 for the meeting itself.
  var number: Int
  /// Its quotation or head, as the client saw it: what has become another one meanwhile is not changed.
  var words: String
  var changes: [(field: Amendment.Field, text: String)]
  /// True where the meeting may become one with another that is kept.
  var merges = false

  /// The head of an earlier task that is said to be the same and another one.
  var ruledBothWays: String? {
    changes.first { change in
      change.field == .link && changes.contains { $0.field == .unlink && $0.text == change.text }
    }?.text
  }

  init(
    key: MeetingKey, subject: Mark.Subject, number: Int, words: String,
    changes: [(field: Amendment.Field, text: String)]
  ) {
    (self.key, self.subject, self.number, self.words, self.changes) = (key, subject, number, words, changes)
  }

  /// Nil where the request is no such thing.
  init?(_ request: ControlRequest) {
    guard let meeting = request.text("meeting"),
      let subject = request.text("subject").flatMap(Mark.Subject.init),
      let provenance = Provenance(rawValue: request.text("provenance") ?? "report"),
      let number = Int(request.text("number") ?? "0"), (0...1_000_000).contains(number)
    else { return nil }
    let (fields, texts) = (request.texts("fields"), request.texts("values"))
    let known = fields.compactMap(Amendment.Field.init)
    guard !known.isEmpty, known.count == fields.count, known.count == texts.count else { return nil }
    self.init(
      key: MeetingKey(id: meeting, provenance: provenance), subject: subject, number: number,
      words: request.text("words") ?? "", changes: zip(known, texts).map { ($0, $1) })
    merges = request.text("merge") != nil
  }
}
