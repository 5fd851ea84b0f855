// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest
internal import Minutes

/// `minutectl import DIR…`: hands folders of reports, or a carried archive, to the daemon.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Hand folders of reports to the daemon, or an exported archive.",
    discussion: """
      All are read first and then told in the order of their meetings. Files that are known already are passed \
      over: an import that was broken off is simply run again. Hidden files and README files are left out. \
      What minutectl export archive has written brings its documents under their names, each as what it was. \
      Needs root or the group minuted-admin.

        minutectl import 2021 2022 2023
        minutectl import --provenance paraphrase retold
        minutectl import everything.minuted
      """)

  @Option(help: "What the reports are: report, paraphrase (facts real, wording not) or invented.")
  var provenance = Provenance.report

  @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
  var quiet = false

  @Argument(help: "Folders, files, or archives that were exported.", completion: .file())
  var paths: [String]

  func run() throws {
    do {
      let carried = try paths.map { (path: $0, archive: try CarriedArchive(path: $0)) }
      let items = try carried.flatMap { path, archive in
        try archive?.items ?? ImportFiles.below(path).map { Importer.Item($0, provenance) }
      }
      let importer = try Importer(isQuiet: quiet)
      for case let archive? in carried.map(\.archive) {
        try importer.rules.flatMap(archive.warning).map(Output.complain)
      }
      let reply = try importer.run(items)
      if !quiet { Output.line(Self.summary(reply)) }
      guard importer.failures > 0 else { return }
      Output.complain(
        Speech.say(
          "\(importer.failures) of \(items.count) files were not imported; see above",
          "\(items.count)份文件中有\(importer.failures)份未能导入，见上"))
    } catch {
      Output.complain("\(error)")
    }
    throw ExitCode(1)
  }

  static func summary(_ reply: ControlClient.Reply) -> String {
    let parts =
      reply.outcomes
      + [
        told(reply.rejected, "rejected (minutectl rejected tells why)", "拒收", "份（原因见 minutectl rejected）"),
        told(reply.unchanged, "known already", "已收过", "份"),
        told(
          reply.refused, "refused before (minutectl retry --all reads them again)", "此前拒收",
          "份（minutectl retry --all 可重读）"),
      ].compactMap(\.self)
    let files = (reply.files ?? 0).counted("file", "files", ("文件", "份"))
    let done = parts.isEmpty ? Speech.say("nothing new", "没有新内容") : Speech.list(parts)
    return files + Speech.say(": ", "：") + done
  }

  private static func told(_ count: Int?, _ english: String, _ what: String, _ unit: String) -> String? {
    count.told(english, english, (what, unit))
  }
}

extension Provenance: ExpressibleByArgument {}
