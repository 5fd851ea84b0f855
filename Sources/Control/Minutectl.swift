// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Minutes

/// `minutectl`: reads, compares, lists and shows; one subcommand a file in Commands/.
struct Minutectl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutectl",
    abstract: "Read and compare reports of government work meetings.",
    discussion: """
      Exit codes: 0 all went well; 1 a file could not be read or something asked for is not there; \
      64 wrong usage; 69 something is missing on this machine; 78 a configuration or lexicon line is wrong.
      """,
    version: ProgramVersion.current,
    subcommands: [
      ReadCommand.self, DiffCommand.self, ListCommand.self, ShowCommand.self, DigestCommand.self,
      SearchCommand.self,
      ExplainCommand.self, CiteCommand.self, SeriesCommand.self, MatrixCommand.self, PeersCommand.self,
      TargetsCommand.self, ChangesCommand.self, GapsCommand.self, StatusCommand.self, NumeralsCommand.self,
      PeriodsCommand.self, FormatsCommand.self,
      ReportCommand.self, ImportCommand.self, ExportCommand.self, FollowCommand.self, RejectedCommand.self,
      RetryCommand.self, CorrectCommand.self, WithdrawCommand.self, AliasCommand.self,
      CorrectionsCommand.self,
      RetractCommand.self, MarkCommand.self, ReplayCommand.self, ReleaseCommand.self, HoldCommand.self,
      BackupCommand.self, RestoreCommand.self, ForgetCommand.self, LexiconCommand.self, RereadCommand.self,
    ])
}

/// The program `minutectl`.
package enum ControlProgram {
  package static func main() {
    do {
      var command = try Minutectl.parseAsRoot(Arguments.understood(CommandLine.arguments.dropFirst()))
      try command.run()
      Pager.close()
    } catch {
      Pager.close()
      Minutectl.exit(withError: error)
    }
  }
}
