// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

/// Does what people ask for that changes what is kept, each in one commit with the edit that tells who asked
/// and why.
struct Editor {
  /// What came of an edit.
  struct Done {
    var edit: Int64
    /// How many things were put right, over all reports that say them.
    var amended = 0
    /// What was put right or taken back, a line each, in the words of the correction.
    var said: [String] = []
    /// How many digests were corrected.
    var corrected = 0
    /// The digest of a withdrawn meeting itself, withdrawn with it.
    var own: String?
    /// How many digests were withdrawn without another in their place.
    var withdrawn = 0
    /// The digests that hold again.
    var restored: [String] = []
    /// True where the words changed, so that all is to be read again.
    var changesRules = false
    /// True where it was made before and came again.
    var isKnown = false
    /// How many of the documents that it is about are not kept here.
    var absent = 0
    /// Names that stand in no report that is kept.
    var unknown: [String] = []
  }

  typealias Outcome = Result<Done, EditRefusal>

  let pipeline: Pipeline
  var archive: MeetingArchive { pipeline.archive }

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// Puts something right in all reports that say it.
  func correct(_ wanted: WantedEdit, as edit: Edit) throws(ArchiveError) -> Outcome {
    let maker = AmendmentMaker(archive: archive, amending: pipeline.amending)
    switch try maker.amendments(wanted) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let amendments):
      var edit = edit
      edit.target = wanted.key.id
      // The quotation stands with the amendments, which go when their document is forgotten.
      edit.content["words"] = nil
      edit.content["provenance"] = wanted.key.provenance.rawValue
      // The later one holds, and an edit from another machine may have the time of a clock that is fast.
      let latest = try archive.latestEdit(on: Self.documents(amendments))
      if let latest { edit.at = max(edit.at, latest + 1) }
      return .success(try keep(edit, amendments))
    }
  }

  /// Keeps an edit with what it amends, here or on the machine that it was made on, and lets all follow.
  func keep(_ edit: Edit, _ amendments: [Amendment]) throws(ArchiveError) -> Done {
    var edit = edit
    let note = EditNote(meeting: edit.target, amendments: amendments, reason: edit.reason)
    try archive.together { () throws(ArchiveError) in
      edit.id = try archive.keep(edit)
      try archive.keep(amendments, of: edit.id)
      try Editing(pipeline, edit, note).settle(Self.documents(amendments))
    }
    return Done(
      edit: edit.id, amended: amendments.count, said: note.lines(in: pipeline.outcomes.voice),
      corrected: try archive.digests(sentFor: edit.id))
  }

  /// Takes an edit back; what it changed is as it was, and said to be.
  func undo(_ number: Int64, as edit: Edit) throws(ArchiveError) -> Outcome {
    guard let former = try archive.edit(number) else {
      return .failure(
        EditRefusal(
          Saying("there is no edit \(number)", "没有第\(number)号操作"),
          hint: Saying(
            "minutectl corrections list --all shows their numbers",
            "编号见 minutectl corrections list --all")))
    }
    guard former.undone == nil else {
      return .failure(
        EditRefusal(
          Saying("edit \(number) was taken back already", "第\(number)号操作早已取消"),
          hint: Saying("make it again if it is wanted", "仍要更正，请再做一次")))
    }
    if former.verb == "correct", let (key, withdrawal) = try withdrawal(behind: former) {
      return .failure(
        EditRefusal(
          Saying("\(key.id) is withdrawn", "会议 \(key.id) 已撤回"),
          hint: Saying(
            "take that back first: minutectl withdraw --undo \(withdrawal.id) --reason …",
            "请先恢复会议：minutectl withdraw --undo \(withdrawal.id) --reason …")))
    }
    switch former.verb {
    case "correct", "withdraw", "alias": break
    case "retract": return try reinstate(former, as: edit)
    case "mark": return try unmark(former, as: edit)
    default: return .failure(EditRefusal(toTakeBack: former))
    }
    var edit = edit
    edit.target = former.target
    edit.content["undoes"] = String(number)
    let last = try archive.lastEntry()
    var said: [String] = []
    try archive.together { () throws(ArchiveError) in
      edit.id = try archive.keep(edit)
      said = try takeBack(former, by: edit)
    }
    var done = Done(
      edit: edit.id, said: said, corrected: try archive.digests(sentFor: edit.id),
      changesRules: former.verb == "alias")
    try count(&done, sentAfter: last)
    return .success(done)
  }

  /// A meeting that an edit has put right and that is withdrawn now: under the id that taking it back would
  /// give it, it would come back.
  private func withdrawal(behind edit: Edit) throws(ArchiveError) -> (MeetingKey, Edit)? {
    for sha256 in Self.documents(try archive.amendments(ofEdit: edit.id).map(\.amendment)) {
      guard let reading = try archive.document(sha256: sha256) else { continue }
      for meeting in reading.report.meetings {
        let key = MeetingKey(id: meeting.id, provenance: reading.document.provenance)
        if let withdrawal = try archive.withdrawal(of: key) { return (key, withdrawal) }
      }
    }
    return nil
  }

  /// Counts what was withdrawn and what holds again, by the entries that say so.
  private func count(_ done: inout Done, sentAfter last: Int64) throws(ArchiveError) {
    for row in try archive.pendingEntries(after: last, limit: 1_000) {
      guard let entry = Entry(bytes: row.fields) else { continue }
      let event = entry[JournalField.event.rawValue].flatMap(Event.init)
      let reason = entry[JournalField.reason.rawValue]
      if event == .correction, reason == RetractionEntry.reinstated {
        done.restored += [entry[JournalField.digestID.rawValue]].compactMap(\.self)
      }
      guard event == .retraction else { continue }
      done.withdrawn += 1
      guard reason == RetractionEntry.Reason.undone.rawValue,
        let meeting = entry[JournalField.meetingID.rawValue],
        let withdrawn = entry[JournalField.supersedes.rawValue],
        let provenance = try archive.digests(prefix: withdrawn).first?.provenance,
        let told = try archive.told(of: MeetingKey(id: meeting, provenance: provenance))
      else { continue }
      done.restored.append(told.id)
    }
  }

  /// Returns what was taken back, in words.
  private func takeBack(_ former: Edit, by edit: Edit) throws(ArchiveError) -> [String] {
    if former.verb == "withdraw" {
      try Withdrawing(pipeline, edit).takeBack(former)
      return []
    }
    try archive.undo(former.id, by: edit.id)
    let amendments = try inForce(archive.amendments(ofEdit: former.id).map(\.amendment))
    let note = EditNote(meeting: former.target, amendments: amendments, reason: edit.reason, isUndone: true)
    try Editing(pipeline, edit, note).settle(Self.documents(amendments), takingBack: former.id)
    return note.lines(in: pipeline.outcomes.voice)
  }

  /// What was taken back, each as going back to what holds after it: what an edit before it had put right, or
  /// what the rules read.
  private func inForce(_ amendments: [Amendment]) throws(ArchiveError) -> [Amendment] {
    try amendments.map { (amendment) throws(ArchiveError) in
      let standing = try archive.amendments(of: amendment.document).map(\.amendment).last {
        $0.mark == amendment.mark && $0.part == amendment.part && $0.field == amendment.field
      }
      var amendment = amendment
      if let standing { amendment.before = standing.after }
      return amendment
    }
  }

  /// Lets a meeting be compared with no more, and withdraws what was told of it.
  func withdraw(_ key: MeetingKey, as edit: Edit) throws(ArchiveError) -> Outcome {
    if let former = try archive.withdrawal(of: key) {
      return .failure(
        EditRefusal(
          Saying(
            "\(key.id) is withdrawn already, by edit \(former.id)", "会议 \(key.id) 早已撤回（第\(former.id)号操作）"),
          hint: Saying("nothing is to be done", "不必再撤")))
    }
    guard try archive.record(key) != nil else {
      return .failure(
        EditRefusal(
          Saying("no meeting has the id \(key.id)", "没有编号为 \(key.id) 的会议"),
          hint: Saying("minutectl list shows ids", "编号见 minutectl list")))
    }
    var edit = edit
    edit.target = key.id
    edit.content["provenance"] = key.provenance.rawValue
    try archive.together { () throws(ArchiveError) in
      edit.content["digest"] = try archive.told(of: key)?.id
      edit.id = try archive.keep(edit)
      try Withdrawing(pipeline, edit).withdraw(key)
    }
    return .success(
      Done(edit: edit.id, corrected: try archive.digests(sentFor: edit.id), own: edit.content["digest"]))
  }

  /// Lets one indicator's name stand for another's from now on.
  func alias(_ from: String, for to: String, as edit: Edit) throws(ArchiveError) -> Outcome {
    let (from, to) = (Self.trimmed(from), Self.trimmed(to))
    guard from != to, [from, to].allSatisfy(Self.isName) else {
      return .failure(
        EditRefusal(
          Saying("\(from) and \(to) are no two names", "“\(from)”与“\(to)”不是两个指标名"),
          hint: Saying("write both as minutectl series does", "请照 minutectl series 的写法")))
    }
    let others = try archive.edits(["alias"], isInForce: true)
    if others.contains(where: { $0.content["from"] == from && $0.content["to"] == to }) {
      return .failure(
        EditRefusal(
          Saying("this is so already", "本来如此，无需更正"),
          hint: Saying(
            "minutectl corrections list shows what is in force", "现有更正见 minutectl corrections list")))
    }
    if let former = others.last(where: { $0.content["from"] == from }) {
      return .failure(Self.refusal(from, to, besides: [former]))
    }
    let chain = Self.chain(from: to, to: from, others)
    if !chain.isEmpty { return .failure(Self.refusal(from, to, besides: chain)) }
    var edit = edit
    edit.target = from
    edit.content["from"] = from
    edit.content["to"] = to
    var done = Done(edit: try archive.keep(edit), changesRules: true)
    for name in [from, to] where try !archive.isTold(indicator: name) { done.unknown.append(name) }
    return .success(done)
  }

  /// The edits by which, over however many names, one name stands for another; empty where it does not.
  private static func chain(from name: String, to end: String, _ aliases: [Edit]) -> [Edit] {
    var chain: [Edit] = []
    var name = name
    // Each is followed once: circles of before this was asked end too.
    for _ in aliases {
      guard let next = aliases.last(where: { $0.content["from"] == name }),
        let other = next.content["to"]
      else { return [] }
      chain.append(next)
      if other == end { return chain }
      name = other
    }
    return []
  }

  /// Says which aliases in force stand against one more: 一 is taken for 二 already (edit 10), 二 for 三
  /// (edit 11).
  private static func refusal(_ from: String, _ to: String, besides aliases: [Edit]) -> EditRefusal {
    let links = aliases.map { ($0.content["from"] ?? "", $0.content["to"] ?? "", $0.id) }
    let english = links.map { "\($0) is taken for \($1) (edit \($2))" }.joined(separator: ", ")
    let chinese = links.map { "“\($0)”已当作“\($1)”（第\($2)号操作）" }.joined(separator: "，")
    let isCircle = links.first?.0 == to
    let last = links.last?.2 ?? 0
    return EditRefusal(
      isCircle
        ? Saying(
          "\(english): \(from) for \(to) would make a circle",
          "\(chinese)：再把“\(from)”当作“\(to)”就成了循环")
        : Saying("\(english) already", chinese),
      hint: Saying(
        "take that back first: minutectl alias --undo \(last) --reason …",
        "请先取消：minutectl alias --undo \(last) --reason …"))
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// True for what can be a word of a table: with a letter, without the table's marks, and in one line.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && !text.hasPrefix("-") && !text.hasPrefix("#")
      && text.contains(where: \.isLetter)
      && !text.unicodeScalars.contains { $0.properties.generalCategory.breaksLine }
  }

  private static func documents(_ amendments: [Amendment]) -> [String] {
    var seen: Set<String> = []
    return amendments.map(\.document).filter { seen.insert($0).inserted }
  }
}

extension Unicode.GeneralCategory {
  /// True for controls and for what ends lines or paragraphs, U+2028 too.
  fileprivate var breaksLine: Bool { [.control, .lineSeparator, .paragraphSeparator].contains(self) }
}
