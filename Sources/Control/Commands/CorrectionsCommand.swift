// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Digest
internal import FoundationEssentials

/// `minutectl corrections list|export|import`: what people have put right, here and carried elsewhere.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections", abstract: "List what people have put right, and carry it to another machine.",
    discussion: """
        minutectl corrections list
        minutectl corrections export > corrections.jsonl
        minutectl corrections import corrections.jsonl
      """,
    subcommands: [List.self, Export.self, Import.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List who put what right, when and why, and how it stands.")

    @OptionGroup var output: OutputOptions

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
      try archive.reading { archive in
        let list = try CorrectionList(archive: archive)
        if output.isJSON {
          for object in list.objects { output.object(object) }
        } else if list.rows.isEmpty {
          output.line("没有人工更正")
        } else {
          output.table(list.rows, header: CorrectionList.header, right: [0])
        }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write all changes as JSON Lines, to be imported on another machine.")

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
      try archive.reading { archive in
        for edit in try CorrectionList.carried(in: archive) { Output.line(edit.json) }
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
        var (made, known, absent, failed) = (0, 0, 0, 0)
        for (place, line) in lines.enumerated() {
          do throws(ControlClient.Refusal) {
            let reply = try bearer.bring(line)
            if reply.known == true { known += 1 } else { made += 1 }
            absent += reply.absent ?? 0
          } catch {
            if error.isAbsence { throw error }
            Output.complain("\(file):\(place + 1): \(error)")
            failed += 1
          }
        }
        let missing =
          absent > 0 ? ", \(absent.counted("document", "documents")) of theirs not kept here yet" : ""
        Output.line("\(made.counted("change", "changes")) made, \(known) known already\(missing)")
        if failed == 0 { return }
        Output.complain("\(failed) of \(lines.count) changes were not made; see above")
      } catch {
        Output.complain("\(error)")
      }
      throw ExitCode(1)
    }
  }
}
