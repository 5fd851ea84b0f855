// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Digest
internal import FoundationEssentials

/// `minutectl corrections list|export|import`: what people have put right, here and carried elsewhere.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections", abstract: "List what people have done, and carry it to another machine.",
    discussion: """
        minutectl corrections list
        minutectl corrections export > corrections.jsonl
        minutectl corrections import corrections.jsonl
      """,
    subcommands: [List.self, Export.self, Import.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List who put right, withdrew, marked, removed what, when and why.",
      discussion: """
        What is in force is taken back by its number, whatever it is: minutectl correct --undo NUMBER --reason …; \
        where that cannot be, the answer says what can.
        """)

    @Flag(help: "Also what was done once and is over: imports, releases, tries, replays, readings.")
    var all = false

    @OptionGroup var output: OutputOptions

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
      try archive.reading { archive in
        let list = try CorrectionList(archive: archive, all: all)
        if output.isJSON {
          for object in list.objects { output.object(object) }
        } else if list.rows.isEmpty {
          output.line("没有人工操作")
        } else {
          output.table(list.rows, header: CorrectionList.header, right: [0])
        }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write all changes as JSON Lines, to be imported on another machine.",
      discussion: """
        Corrections, aliases, withdrawn meetings and digests, marks, and what was taken back of them. What is about \
        files of this machine (forget, release, import …) is counted on standard error and not carried.
        """)

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
      try archive.reading { archive in
        let (edits, left) = try CorrectionList.carried(in: archive)
        for edit in edits { Output.line(edit.json) }
        if left.isEmpty { return }
        let counts = left.map { "\($0.verb) \($0.count)" }.joined(separator: ", ")
        Output.complain(
          "not carried: \(counts); a report that was forgotten here is to be forgotten there, too")
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Make the changes here that were exported on another machine.",
      discussion: """
        They are kept under who made them and when; what is known is passed over. What amends a document that is \
        not here stands ready for it. Needs root or the group minuted-admin.
        """)

    @Argument(
      help: "What minutectl corrections export has written; - is standard input.", completion: .file())
    var file: String

    func run() throws {
      do {
        let bytes = try InputFile(path: file).bytes()
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let bearer = try ChangeBearer()
        var (made, known, absent, untold, failed) = (0, 0, 0, 0, 0)
        for (place, line) in lines.enumerated() {
          do throws(ControlClient.Refusal) {
            let reply = try bearer.bring(line)
            // A digest that was not told there has nothing to be withdrawn.
            if reply.edit == 0, reply.known != true { untold += 1 } else { absent += reply.absent ?? 0 }
            if reply.known == true { known += 1 } else if reply.edit != 0 { made += 1 }
          } catch {
            if error.isAbsence { throw error }
            Output.complain("\(file):\(place + 1): \(error)")
            failed += 1
          }
        }
        let missing =
          absent > 0
          ? Speech.say(
            ", \(absent.counted("document", "documents")) of theirs not kept here yet",
            "，所涉文件\(absent)份尚未收到") : ""
        let others =
          untold > 0
          ? Speech.say(
            ", \(untold.counted("digest was", "digests were")) not told here",
            "，摘要\(untold)份未在本机发过") : ""
        let done = made.counted("change", "changes")
        Output.line(
          Speech.say("\(done) made, \(known) known already", "导入更正\(made)项，已有\(known)项") + missing + others)
        if failed == 0 { return }
        Output.complain(
          Speech.say(
            "\(failed) of \(lines.count) changes were not made; see above",
            "\(lines.count)项更正中有\(failed)项未能导入，见上"))
      } catch {
        Output.complain("\(error)")
      }
      throw ExitCode(1)
    }
  }
}
