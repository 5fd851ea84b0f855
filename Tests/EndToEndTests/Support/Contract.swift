// SPDX-License-Identifier: Apache-2.0
import Digest

/// What every entry of the service promises, as a list of what an entry breaks.
enum Contract {
  /// Everything wrong with an entry by itself; empty when it keeps the contract.
  static func breaches(of entry: JournalEntry) -> [String] {
    common(entry) + alarms(entry) + form(entry) + (shapes[entry["MINUTED_EVENT"] ?? ""]?(entry) ?? [])
  }

  private static let shapes: [String: @Sendable (JournalEntry) -> [String]] = [
    "digest": digest, "change": change, "rejected": file, "duplicate": file, "source": file,
  ]

  private static func common(_ entry: JournalEntry) -> [String] {
    var breaches: [String] = []
    let event = entry["MINUTED_EVENT"].flatMap(Event.init(rawValue:))
    if event == nil { breaches.append("MINUTED_EVENT is \(entry["MINUTED_EVENT"] ?? "absent")") }
    if entry["MESSAGE_ID"] != event?.messageID { breaches.append("MESSAGE_ID is not the event's") }
    if entry["SYSLOG_IDENTIFIER"] != "minuted" { breaches.append("SYSLOG_IDENTIFIER") }
    if entry["_SYSTEMD_UNIT"] != "minuted.service" { breaches.append("_SYSTEMD_UNIT") }
    breaches += missing(["MINUTED_ENTRY_ID", "PRIORITY", "MESSAGE"], in: entry)
    if !["3", "4", "5", "6"].contains(entry["PRIORITY"]) {
      breaches.append("PRIORITY \(entry["PRIORITY"] ?? "")")
    }
    return breaches
  }

  /// What of an entry calls the administrator and should not: 4 and less are the machine's alone, so that
  /// `journalctl -t minuted -p warning` is a thing to be woken by.
  static func alarms(_ entry: JournalEntry) -> [String] {
    // Without an event it is a word on standard error: why the service does not start.
    guard let event = entry["MINUTED_EVENT"], !ofTheMachine.contains(event) else { return [] }
    guard (entry["PRIORITY"].flatMap { Int($0) } ?? 0) <= 4 else { return [] }
    return ["a \(event) of PRIORITY \(entry["PRIORITY"] ?? "none"): \(entry.message.prefix(80))"]
  }

  private static let ofTheMachine = words("folder overflow disk journal configuration")

  /// Names from the table, values that `journalctl -o json` prints whole.
  private static func form(_ entry: JournalEntry) -> [String] {
    var breaches = entry.unprintable.map { "\($0) cannot be printed as text" }
    for (name, values) in entry.fields.sorted(by: { $0.key < $1.key }) {
      if name.hasPrefix("MINUTED_"), !fields.contains(String(name.dropFirst(8))) {
        breaches.append("\(name) is unknown")
      }
      for value in values where name.hasPrefix("MINUTED_") || name == "MESSAGE" {
        if value.utf8.count > 3_900 { breaches.append("\(name) has \(value.utf8.count) bytes") }
        let controls = value.unicodeScalars.filter { $0.properties.generalCategory == .control }
        if controls.contains(where: { name != "MESSAGE" || $0 != "\n" }) {
          breaches.append("\(name) has a control character")
        }
      }
    }
    return breaches
  }

  private static func digest(_ entry: JournalEntry) -> [String] {
    var breaches = missing(onDigests, in: entry)
    let lines = entry.message.split(separator: "\n", omittingEmptySubsequences: false)
    if entry.message.utf8.count > 3_000 { breaches.append("MESSAGE has \(entry.message.utf8.count) bytes") }
    if lines.count > 36 { breaches.append("MESSAGE has \(lines.count) lines") }
    for line in lines where columns(line) > 80 { breaches.append("more than 80 columns: \(line)") }
    if entry["PRIORITY"] != "5" { breaches.append("a digest's PRIORITY is 5") }
    let id = entry["MINUTED_DIGEST_ID"] ?? ""
    if id.wholeMatch(of: /[0-9a-f]{16}/) == nil { breaches.append("MINUTED_DIGEST_ID is \(id)") }
    if entry["MINUTED_ENTRY_ID"] != "\(id)-00" { breaches.append("MINUTED_ENTRY_ID is not \(id)-00") }
    if !entry.message.contains(id.prefix(8)) { breaches.append("MESSAGE does not name the digest") }
    return breaches + vocabulary(entry)
  }

  private static func change(_ entry: JournalEntry) -> [String] {
    let id = entry["MINUTED_DIGEST_ID"] ?? ""
    var breaches = missing(
      ["MINUTED_CHANGE", "MINUTED_SUBJECT", "MINUTED_CONFIDENCE", "MINUTED_WEIGHT"], in: entry)
    breaches += missing(
      ["MINUTED_MEETING_ID", "MINUTED_RELATION", "MINUTED_PROVENANCE", "MINUTED_RULES"], in: entry)
    if entry["MINUTED_ENTRY_ID"]?.hasPrefix("\(id)-") != true {
      breaches.append("MINUTED_ENTRY_ID is not of \(id)")
    }
    if (entry["PRIORITY"] == "5") != (entry["MINUTED_WEIGHT"] == "high") {
      breaches.append("PRIORITY against WEIGHT")
    }
    return breaches + vocabulary(entry)
  }

  private static func file(_ entry: JournalEntry) -> [String] {
    var breaches = missing(["MINUTED_FILE"], in: entry)
    if entry["PRIORITY"] != "6" { breaches.append("an outcome's PRIORITY is 6") }
    if entry["MINUTED_EVENT"] == "rejected" { breaches += missing(["MINUTED_REASON"], in: entry) }
    return breaches
  }

  private static func missing(_ names: [String], in entry: JournalEntry) -> [String] {
    names.filter { entry[$0] == nil }.map { "\($0) is absent" }
  }

  /// Values that people match on come from small closed sets.
  private static func vocabulary(_ entry: JournalEntry) -> [String] {
    closed.flatMap { name, values in
      (entry.fields["MINUTED_\(name)"] ?? []).filter { !values.contains($0) }.map { "MINUTED_\(name)=\($0)" }
    }.sorted()
  }

  /// Columns of a terminal: Chinese characters and their punctuation take two.
  private static func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { width, scalar in
      let wide =
        (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
        || (0xF900...0xFAFF).contains(scalar.value) || (0xFE30...0xFE6F).contains(scalar.value)
        || (0xFF00...0xFF60).contains(scalar.value) || (0xFFE0...0xFFE6).contains(scalar.value)
        || (0x20000...0x3FFFD).contains(scalar.value)
      return width + (wide ? 2 : 1)
    }
  }
}

extension Contract {
  /// All names that may follow `MINUTED_`.
  private static let fields: Set<String> = words(
    """
    EVENT ENTRY_ID DIGEST_ID ENTRIES PART UNCHANGED REISSUE MEETING_ID BASELINE_ID RELATION JURISDICTION
    DIVISION LEVEL SECTOR SERIES DATE YEAR FILE SHA256 BASELINE_FILE BASELINE_SHA256 ADDED DROPPED
    REWORDED MOVED MERGED KEPT FIGURES_CHANGED TARGETS_MET TARGETS_MISSED CHANGE SUBJECT TOPIC RANK_FROM
    RANK_TO SCOPE QUOTE_FROM AT_FROM QUOTE_TO AT_TO SOURCE CONFIDENCE WEIGHT STATED INDICATOR UNIT
    VALUE_FROM VALUE_TO DELTA PERCENT RATE PERIOD WORDING_FROM WORDING_TO SUPERSEDES REASON RULES
    PROVENANCE REPORT BARRIER
    """)

  private static let onDigests = words(
    """
    DIGEST_ID ENTRIES MEETING_ID RELATION LEVEL FILE SHA256 ADDED DROPPED REWORDED MOVED MERGED KEPT
    FIGURES_CHANGED TARGETS_MET TARGETS_MISSED RULES PROVENANCE
    """
  ).sorted().map { "MINUTED_\($0)" }

  private static let closed: [String: Set<String>] = [
    "RELATION": words("previous superior peer chosen none"),
    "LEVEL": words("national province prefecture county"),
    "PROVENANCE": words("report paraphrase invented"),
    "CONFIDENCE": words("high medium low"),
    "WEIGHT": words("high medium low"),
    "SUBJECT": words("priority figure formulation leader length"),
    "CHANGE": words(
      """
      new_item figure_up figure_down figure_same first_ever target_up target_down target_same dropped met
      missed not_due unreported returned figure_new figure_gone kept revised reworded modifier strength_up
      strength_down new_term lost_term rank_up rank_down freq_up freq_down merged split length structure
      peer_ahead peer_only peer_lack uptake uptake_missing uptake_local leader
      """),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
