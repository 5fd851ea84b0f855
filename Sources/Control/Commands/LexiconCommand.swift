// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `minutectl lexicon`: work on the tables of words.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Try tables of words before they are used.", subcommands: [Test.self])

  /// `minutectl lexicon test DIR`: what kept reports would say under other tables.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Tell which kept reports would be read otherwise with these tables, and how.",
      discussion: """
        The tables are laid over those that the service uses. Nothing is changed, and the service is not asked: \
        lay the folder under /etc/minuted/lexicon or name it in LexiconPath=, and reload, when it reads as it \
        should. Files that were refused are tried too.

          minutectl lexicon test ~/words
        """)

    @Argument(help: "A folder of tables.", completion: .directory)
    var folder: String

    @OptionGroup var trial: TrialOptions

    func run() throws { try trial.run(over: [folder]) }
  }
}
