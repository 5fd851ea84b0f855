// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Digest
internal import Extraction
internal import Journal
internal import Lexicon
internal import Settings

/// What configuration and lexicons make of the daemon: everything a reload replaces.
struct Setup {
  /// Where they are read from.
  struct Source {
    var configuration: ConfigurationFolders
    var data: DataFolder
  }

  let source: Source
  let configuration: Configuration
  let warnings: [Configuration.Warning]
  let vocabulary: Vocabulary
  let rules: String

  /// Reads them all; the first line that cannot be used is thrown with its place.
  ///
  /// `aliases` is what people have said of indicators' names, which lies over all folders; `namespace` is the
  /// journal's that entries go to, which the unit has decided when the service was started.
  static func load(
    from source: Source, aliases: [LexiconFile] = [], namespace: String? = JournalNamespace.current
  ) throws(StartupError) -> Setup {
    let (configuration, warnings) = try source.configuration.load()
    try check(configuration.namespace, against: namespace)
    var layers = try LexiconFolders(base: source.data, configured: configuration.lexiconPaths).layers()
    if !aliases.isEmpty { layers.append(aliases) }
    let vocabulary: Vocabulary
    do throws(LexiconError) { vocabulary = try Vocabulary(layers: layers) } catch {
      throw StartupError(error)
    }
    return Setup(
      source: source, configuration: configuration, warnings: warnings, vocabulary: vocabulary,
      rules: RulesIdentifier.of(rules: DocumentReader.rulesNumber, layers: layers))
  }

  /// Entries go where LogNamespace= of the unit says and are read back where Namespace= says: were these two
  /// journals, nothing would ever be confirmed.
  private static func check(_ configured: String?, against actual: String?) throws(StartupError) {
    guard configured != actual else { return }
    let folder = "/etc/minuted/minuted.conf.d"
    guard let actual else {
      throw StartupError(
        "Namespace=\(configured ?? "") is set and the unit has no LogNamespace=",
        hint: "write LogNamespace=\(configured ?? "") with systemctl edit minuted and restart it, or take "
          + "Namespace= out of \(folder)")
    }
    throw StartupError(
      "the unit has LogNamespace=\(actual) and Namespace= is \(configured ?? "not set")",
      hint: "write Namespace=\(actual) into \(folder)/namespace.conf; for another one change the unit too "
        + "and restart it")
  }

  /// The language of the digests.
  var language: Language { Language(rawValue: configuration.language.rawValue) ?? .chinese }

  /// The program that opens documents, which is installed beside this one.
  var extractor: DocumentExtractor {
    var extractor = DocumentExtractor.beside(DataFolder.runningExecutable)
    extractor.limits = ExtractionLimits(configuration)
    return extractor
  }

  /// The warnings of the configuration, for the journal.
  func entries(_ machine: MachineEntries) -> [Entry] {
    warnings.map { machine.entry(.configuration, "配置：\($0)", priority: 4, ["MINUTED_REASON": "ignored"]) }
  }
}

extension ExtractionLimits {
  /// As the configuration has them. What was taken in is let through by its size.
  init(_ configuration: Configuration) {
    self.init()
    let limits = configuration.openingLimits
    input = max(input, configuration.maxFileSize)
    output = limits.output
    wallSeconds = Int(limits.wall.components.seconds)
    cpuSeconds = Int(limits.cpu.components.seconds)
    memory = limits.memory
    (pages, members, inflated, ratio) = (limits.pages, limits.members, limits.inflated, limits.ratio)
  }
}
