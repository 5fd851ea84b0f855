// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Extraction
internal import Lexicon
internal import Settings

/// `--lexicon DIR`: tables laid over the installed ones, as `LexiconPath=` does for the daemon.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicon"), help: "A folder of tables to lay over the installed ones (repeatable).")
  var folders: [String] = []

  /// A reader under these tables, and the name of its rules.
  func reader() throws(StartupError) -> (reader: DocumentReader, vocabulary: Vocabulary, rules: String) {
    try Self.reader(given: folders)
  }

  /// The same, with the indicators' names that people have joined in an archive.
  func reader(
    over archive: MeetingArchive
  ) throws -> (reader: DocumentReader, vocabulary: Vocabulary, rules: String) {
    try Self.reader(given: folders, aliases: try AliasTable.layer(of: archive))
  }

  /// The same under tables that a configuration names, with others laid over them.
  static func reader(
    configured: [String] = [], given: [String], aliases: [LexiconFile] = []
  ) throws(StartupError) -> (reader: DocumentReader, vocabulary: Vocabulary, rules: String) {
    let data = try DataFolder.find()
    var layers = try LexiconFolders(base: data, configured: configured, given: given).layers()
    if !aliases.isEmpty { layers.append(aliases) }
    let vocabulary: Vocabulary
    do { vocabulary = try Vocabulary(layers: layers) } catch { throw StartupError(error) }
    let rules = RulesIdentifier.of(rules: DocumentReader.rulesNumber, layers: layers)
    let extractor = DocumentExtractor.beside(DataFolder.runningExecutable)
    let reader = DocumentReader(vocabulary: vocabulary, dataFolder: data.path, extractor: extractor)
    return (reader, vocabulary, rules)
  }
}
