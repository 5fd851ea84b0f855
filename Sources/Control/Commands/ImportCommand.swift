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
      let items = try paths.flatMap(items)
      let importer = try Importer(isQuiet: quiet)
      let reply = try importer.run(items)
      if !quiet { Output.line(Self.summary(reply)) }
      guard importer.failures > 0 else { return }
      Output.complain("\(importer.failures) of \(items.count) files were not imported; see above")
    } catch {
      Output.complain("\(error)")
    }
    throw ExitCode(1)
  }

  private func items(of path: String) throws -> [Importer.Item] {
    if let carried = try CarriedArchive(path: path) { return carried.items }
    return ImportFiles.below(path).map { Importer.Item($0, provenance) }
  }

  static func summary(_ reply: ControlClient.Reply) -> String {
    let counts = [
      ("digests", reply.digests), ("duplicates", reply.duplicates), ("further sources", reply.sources),
      ("rejected (minutectl rejected tells why)", reply.rejected), ("known already", reply.unchanged),
    ]
    let parts = counts.compactMap { name, count in count.flatMap { $0 > 0 ? "\($0) \(name)" : nil } }
    return "\(reply.files ?? 0) files: \(parts.isEmpty ? "nothing new" : parts.joined(separator: ", "))"
  }
}

extension Provenance: ExpressibleByArgument {}
