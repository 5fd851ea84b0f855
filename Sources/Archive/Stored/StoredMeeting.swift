// SPDX-License-Identifier: Apache-2.0

internal import Minutes

extension MeetingDate.Basis: Stored {}

extension Division.Level: Stored {}

extension OtherList.About: Stored {}

extension Meeting: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let category: String = try json.value("category")
    let damaged: Double = try json.value("damaged")
    let date: MeetingDate? = try json.optional("date")
    let basis: MeetingDate.Basis? = try json.optional("dateBasis")
    let isInferred: Bool = try json.value("dateInferred")
    let figures: [Figure] = try json.value("figures")
    let jurisdiction: Division? = try json.optional("jurisdiction")
    let kind: String = try json.value("kind")
    let officials: [Official] = try json.value("officials")
    let lists: [OtherList] = try json.value("otherLists")
    let paragraphs: [Excerpt] = try json.value("paragraphs")
    let plan: [Period] = try json.value("planPeriods")
    let priorities: [Priority] = try json.value("priorities")
    let removedFigures: [RemovedFigure]? = try json.optional("removedFigures")
    let removedTasks: [Priority]? = try json.optional("removedTasks")
    let review: [Period] = try json.value("reviewPeriods")
    let sector: String? = try json.optional("sector")
    let title: String? = try json.optional("title")
    try json.end()
    self.init(
      title: title, jurisdiction: jurisdiction, sector: sector, kind: kind, category: category, date: date,
      dateInferred: isInferred, dateBasis: basis, reviewPeriods: review, planPeriods: plan,
      officials: officials, priorities: priorities, otherLists: lists, figures: figures,
      paragraphs: paragraphs, damaged: damaged, removedFigures: removedFigures ?? [],
      removedTasks: removedTasks ?? [])
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("category", category)
      json.set("damaged", damaged)
      json.set("date", date)
      json.set("dateBasis", dateBasis)
      json.set("dateInferred", dateInferred)
      json.set("figures", figures)
      json.set("jurisdiction", jurisdiction)
      json.set("kind", kind)
      json.set("officials", officials)
      json.set("otherLists", otherLists)
      json.set("paragraphs", paragraphs)
      json.set("planPeriods", planPeriods)
      json.set("priorities", priorities)
      json.set("removedFigures", removedFigures.isEmpty ? nil : removedFigures)
      json.set("removedTasks", removedTasks.isEmpty ? nil : removedTasks)
      json.set("reviewPeriods", reviewPeriods)
      json.set("sector", sector)
      json.set("title", title)
    }
  }
}

extension MeetingDate: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let day: Int? = try json.optional("day")
    let month: Int? = try json.optional("month")
    let year: Int = try json.value("year")
    try json.end()
    self.init(year: year, month: month, day: day)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("day", day)
      json.set("month", month)
      json.set("year", year)
    }
  }
}

extension Division: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let code: String = try json.value("code")
    let fullName: String = try json.value("fullName")
    let level: Level = try json.value("level")
    let name: String = try json.value("name")
    let parent: String? = try json.optional("parent")
    let short: String = try json.value("short")
    try json.end()
    self.init(code: code, name: name, short: short, level: level, parent: parent, fullName: fullName)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("code", code)
      json.set("fullName", fullName)
      json.set("level", level)
      json.set("name", name)
      json.set("parent", parent)
      json.set("short", short)
    }
  }
}

extension Official: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let name: String = try json.value("name")
    let part: String = try json.value("part")
    let role: String = try json.value("role")
    try json.end()
    self.init(name: name, role: role, part: part)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("name", name)
      json.set("part", part)
      json.set("role", role)
    }
  }
}

extension Priority: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let confidence: Double = try json.value("confidence")
    let excerpt: Excerpt = try json.value("excerpt")
    let head: String = try json.value("head")
    let marker: String? = try json.optional("marker")
    let original: Original? = try json.optional("original")
    let rank: Int = try json.value("rank")
    let rulings: [Ruling]? = try json.optional("rulings")
    let terms: [String] = try json.value("terms")
    let topics: [String] = try json.value("topics")
    try json.end()
    self.init(
      rank: rank, marker: marker, head: head, excerpt: excerpt, topics: topics, terms: terms,
      confidence: confidence, rulings: rulings ?? [], original: original)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("confidence", confidence)
      json.set("excerpt", excerpt)
      json.set("head", head)
      json.set("marker", marker)
      json.set("original", original)
      json.set("rank", rank)
      json.set("rulings", rulings.isEmpty ? nil : rulings)
      json.set("terms", terms)
      json.set("topics", topics)
    }
  }
}

extension Priority.Original: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let head: String = try json.value("head")
    let rank: Int? = try json.optional("rank")
    let topics: [String] = try json.value("topics")
    try json.end()
    self.init(head: head, rank: rank, topics: topics)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("head", head)
      json.set("rank", rank)
      json.set("topics", topics)
    }
  }
}

extension Priority.Ruling: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let head: String = try json.value("head")
    let isSame: Bool = try json.value("isSame")
    try json.end()
    self.init(head: head, isSame: isSame)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("head", head)
      json.set("isSame", isSame)
    }
  }
}

extension OtherList: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let about: About = try json.value("about")
    let speaker: String? = try json.optional("by")
    let items: [Item] = try json.value("items")
    try json.end()
    self.init(about: about, by: speaker, items: items)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("about", about)
      json.set("by", by)
      json.set("items", items)
    }
  }
}

extension OtherList.Item: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let excerpt: Excerpt = try json.value("excerpt")
    let head: String = try json.value("head")
    let marker: String? = try json.optional("marker")
    let rank: Int = try json.value("rank")
    try json.end()
    self.init(rank: rank, marker: marker, head: head, excerpt: excerpt)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("excerpt", excerpt)
      json.set("head", head)
      json.set("marker", marker)
      json.set("rank", rank)
    }
  }
}
