// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Digest

/// `minutectl status`: how the service is, what is kept and what waits.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how the service is, what is kept and what waits.",
    discussion: """
      The daemon is asked for its folders, journal and rules; where it does not run, that is said, and the \
      rest is told from the archive, in the language of the locale. For its process and its log: systemctl status minuted.
      """)

  @OptionGroup var output: OutputOptions

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    // Another archive is not that of the service here.
    let daemon = archive.path == ArchiveOptions.usual ? Service.ask() : nil
    do {
      try archive.reading { archive in
        let overview = try StatusOverview(archive, daemon)
        if output.isJSON { output.object(overview.value) } else { output.brief(overview.text) }
      }
    } catch let code as ExitCode {
      // Whether the service runs can be told without its archive.
      if let daemon, !output.isJSON { Output.line(StatusOverview.text(StatusOverview.rows(daemon))) }
      throw code
    }
  }
}
