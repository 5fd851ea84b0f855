// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest

/// `minutectl mark ENTRY insignificant`: changes like this one weigh little from now on.
struct MarkCommand: ParsableCommand {
  /// What a change can be called.
  enum Judgement: String, CaseIterable, ExpressibleByArgument {
    case insignificant
  }

  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Call a change insignificant: those like it weigh less next time.",
    discussion: """
      Later digests of the same series tell a change of the same kind about the same indicator, \
      formulation or line of \
      work (of a task without one: about the same head) with MINUTED_WEIGHT=low and PRIORITY=6, behind \
      all others, and \
      their headlines leave it out. Digests that were sent stay as they are. Needs root or the group minuted-admin.

        minutectl mark 7f3a91c2-03 insignificant --reason 每年都换次序
        minutectl mark --list
        minutectl mark 7f3a91c2-03 --undo

      A digest that tells a marked change has another id than on a machine where nobody has marked it.
      """)

  @Argument(help: "A change's id, as MESSAGE and minutectl digest --entries print it.", completion: .entries)
  var entry: String?

  @Argument(help: "What it is: insignificant.")
  var judgement: Judgement?

  @Option(help: "Why, for those who look at the list of marks.")
  var reason: String?

  @Flag(help: "List all marks.")
  var list = false

  @Flag(help: "Take the mark back.")
  var undo = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if list != (entry == nil) { throw ValidationError("give the id of a change, or --list") }
    if list, undo || judgement != nil { throw ValidationError("--list takes nothing else") }
    if !list, undo == (judgement != nil) {
      throw ValidationError("say what it is: minutectl mark \(entry ?? "ENTRY") insignificant; or --undo")
    }
    if let reason { try GivenWords.check(reason: reason, "or leave it out") }
  }

  func run() throws {
    if list { return try Failure.reported { try archive.reading(show) } }
    let members = [
      "verb": undo ? "unmark" : "mark", "entry": entry ?? "", "as": judgement?.rawValue ?? "",
      "reason": reason ?? "",
    ]
    try ControlClient.asking { (client) throws(ControlClient.Refusal) in
      _ = try client.ask(members.filter { !$0.value.isEmpty })
    }
    let entry = entry ?? ""
    Output.line(
      undo
        ? Speech.say("mark taken back: \(entry)", "已取消标记：\(entry)")
        : Speech.say(
          "marked insignificant: \(entry); changes like it are told last from now on",
          "已标为无关紧要：\(entry)；今后同类变化排在后面"))
  }

  private func show(_ archive: MeetingArchive) throws {
    let marks = try archive.edits(["mark"], isInForce: true)
    if output.isJSON {
      for mark in marks { output.object(Self.value(mark)) }
    } else if marks.isEmpty {
      output.line("没有标记")
    } else {
      output.table(marks.map(Self.row), header: ["编号", "系列", "变化", "内容", "何人", "时间", "理由"])
    }
  }

  private static func row(_ mark: Edit) -> [String] {
    [
      String(mark.target.prefix(8) + mark.target.dropFirst(16)), mark.content["series"] ?? "-",
      mark.content["change"].map(CodeWords.change) ?? "-", mark.content["matter"] ?? "-", mark.who,
      Moment.text(mark.at), mark.reason,
    ].map { Sanitised.text($0) }
  }

  private static func value(_ mark: Edit) -> JSONValue {
    .object([
      "entry": .string(mark.target), "series": .optional(mark.content["series"]),
      "change": .optional(mark.content["change"]), "subject": .optional(mark.content["subject"]),
      "matter": .optional(mark.content["matter"]), "who": .string(mark.who),
      "time": .string(Moment.text(mark.at)),
      "reason": .string(mark.reason),
    ])
  }
}
