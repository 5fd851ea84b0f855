// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Diff
internal import Digest
internal import Minutes

/// `minutectl diff A B`: what changed from A, the earlier meeting, to B. Needs nothing but files.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two meetings.",
    discussion: """
      A is the baseline, B the meeting. Each is a file (FILE#2 is its second meeting), - for standard input, or \
      the id of a meeting that is kept. Without --json the digest is printed that the journal would get.
      """)

  @OptionGroup var output: OutputOptions

  @Option(help: "What A is to B: previous, superior, peer or chosen; told from the two where left out.")
  var relation: Relation?

  @Option(name: .customLong("lang"), help: "The language of the digest: zh or en.")
  var language = Language.chinese

  @OptionGroup var lexicon: LexiconOptions

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "The baseline.", completion: .file())
  var baseline: String

  @Argument(help: "The meeting.", completion: .file())
  var meeting: String

  func run() throws {
    try Failure.reported {
      let (reader, vocabulary, rules) = try lexicon.reader()
      let sides = (try side(baseline, reader), try side(meeting, reader))
      try refuse(sides.0.meeting, sides.1.meeting)
      let (from, to) = (sides.0.placed(like: sides.1), sides.1.placed(like: sides.0))
      let comparer = Comparer(words: ComparingWords(vocabulary))
      let relation = relation ?? .between(to.meeting, and: from.meeting)
      let warning = relation == .previous ? Self.warning(from.meeting, to.meeting) : nil
      if output.isJSON {
        warning.map(Output.complain)
        let comparison = comparer.compare(to.meeting, with: from.meeting, as: relation)
        let value = ComparisonJSON.value(comparison, baseline: sides.0.meeting, meeting: sides.1.meeting)
        output.object(value)
      } else {
        warning.map(output.line)
        let voice = Voice(language, words: EnglishWords(vocabulary))
        output.line(DigestText.text(digest(to, from, relation, comparer, rules).told(by: voice)))
      }
    }
  }

  private func refuse(_ baseline: Meeting, _ meeting: Meeting) throws {
    guard let relation, let refusal = Self.refusal(relation, baseline, meeting) else { return }
    Output.complain(refusal)
    throw ExitCode(64)
  }

  /// Why two meetings cannot be what is said: a place is neither above nor beside itself.
  static func refusal(_ relation: Relation, _ baseline: Meeting, _ meeting: Meeting) -> String? {
    guard relation == .superior || relation == .peer, let here = meeting.jurisdiction,
      here.code == baseline.jurisdiction?.code
    else { return nil }
    return "--relation \(relation.rawValue): both meetings are of one place, \(here.short); "
      + "use --relation previous, or leave it out"
  }

  /// The first line where the baseline is the later meeting; nil where the two are in the order of time.
  static func warning(_ baseline: Meeting, _ meeting: Meeting) -> String? {
    guard let from = baseline.date?.description, let to = meeting.date?.description, from > to else {
      return nil
    }
    return "时间倒置：对照会议\(from)晚于本次\(to)，按所给次序比较"
  }

  private func digest(
    _ record: Record, _ before: Record, _ relation: Relation, _ comparer: Comparer, _ rules: String
  ) -> MeetingDigest {
    var baselines = Baselines()
    switch relation {
    case .previous: baselines.previous = before
    case .superior: baselines.superiors = [before]
    case .peer: baselines.peers = [before]
    case .chosen, .none: baselines.chosen = before
    }
    let found = comparer.findings(in: record.meeting, against: baselines)
    var digest = MeetingDigest(
      record: record, baselines: baselines, changes: found.changes, rules: rules, isFromArchive: false,
      hash: SHA256.digest)
    digest.peerPlaces = found.peerPlaces
    return digest
  }

  /// One side: a file that is there, else what the archive keeps under the name.
  private func side(_ name: String, _ reader: DocumentReader) throws -> Record {
    let operand = MeetingOperand(name)
    guard operand.isFile else { return try kept(name) }
    do { return try operand.record(reader) } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  /// The meeting that the archive keeps under an id, where there is an archive.
  private func kept(_ name: String) throws -> Record {
    var found: [Record] = []
    if archive.exists { try archive.reading { found = try $0.records(prefix: name, limit: Lookup.most) } }
    if found.isEmpty {
      Output.complain("\(name): neither a file nor a kept meeting; check the name, or see minutectl list")
      throw ExitCode(1)
    }
    return try Lookup.only(found, "meeting", name, Lookup.label)
  }
}

extension Record {
  fileprivate func placed(like other: Record) -> Record {
    var placed = self
    placed.meeting = meeting.placed(like: other.meeting)
    return placed
  }
}

extension Relation: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}
