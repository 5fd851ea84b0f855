// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Settings

/// How kept documents are read on trial: which, by which configuration, and how to print what differs.
struct TrialOptions: ParsableArguments {
  @Option(name: [.customShort("n"), .long], help: "Read so many documents, the latest; 0 for all.")
  var limit = 1_000

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  @Option(
    name: .customLong("configuration"), help: "The folder of the service's configuration.",
    completion: .directory)
  var root = CarriedConfiguration.usual

  @OptionGroup var output: OutputOptions

  @OptionGroup var archive: ArchiveOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit \(limit) is negative; give 0 for all") }
  }

  /// Reads by the service's tables with others laid over them, and prints what differs from what is kept.
  func run(over folders: [String]) throws {
    try Failure.reported {
      let configured = try ConfigurationFolders(roots: [root]).load().configuration.lexiconPaths
      try archive.reading { archive in
        let aliases = try AliasTable.layer(of: archive)
        let before = try LexiconOptions.reader(configured: configured, given: [], aliases: aliases)
        let after = try LexiconOptions.reader(configured: configured, given: folders, aliases: aliases)
        var trial = ReadingTrial(
          archive: archive, store: OriginalFolder(besideArchive: self.archive.path),
          before: before.rules, after: (after.reader, after.rules))
        var progress = ProgressBar(isQuiet: quiet)
        let found = try trial.run(limit: limit == 0 ? .max : limit) {
          progress.tell(Speech.say("reading", "读取"), $0, of: $1)
        }
        progress.end()
        output.listing(RereadListing.make(found))
        if !quiet { Output.complain(trial.summary(differing: found.count)) }
      }
    }
  }
}
