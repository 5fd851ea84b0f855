// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension Report.Reason: Stored {}

extension Report: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let damage: [Damage] = try json.value("damage")
    let figures: [Figure] = try json.value("figures")
    let jurisdiction: Division? = try json.optional("jurisdiction")
    let meetings: [Meeting] = try json.value("meetings")
    let mentions: [String] = try json.value("mentions")
    let published: MeetingDate? = try json.optional("published")
    let publisher: String? = try json.optional("publisher")
    let reason: Reason? = try json.optional("reason")
    let title: String? = try json.optional("title")
    let url: String? = try json.optional("url")
    try json.end()
    self.init(
      reason: reason, publisher: publisher, published: published, url: url, damage: damage,
      meetings: meetings, mentions: mentions, figures: figures, title: title,
      jurisdiction: jurisdiction)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("damage", damage)
      json.set("figures", figures)
      json.set("jurisdiction", jurisdiction)
      json.set("meetings", meetings)
      json.set("mentions", mentions)
      json.set("published", published)
      json.set("publisher", publisher)
      json.set("reason", reason)
      json.set("title", title)
      json.set("url", url)
    }
  }
}

extension Damage: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let count: Int = try json.value("count")
    let kind: String = try json.value("kind")
    let lost: Int = try json.value("lost")
    let spans: [Span] = try json.value("spans")
    try json.end()
    self.init(kind: kind, count: count, lost: lost, spans: spans)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("count", count)
      json.set("kind", kind)
      json.set("lost", lost)
      json.set("spans", spans)
    }
  }
}
