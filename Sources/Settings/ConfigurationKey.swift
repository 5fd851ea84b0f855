// SPDX-License-Identifier: Apache-2.0

/// A key of section [Minuted]: its name, the form it wants, and where its value goes.
///
/// The table below is the only place that knows the keys; a new one is one line there and one property.
struct ConfigurationKey: Sendable {
  let name: String
  /// The expected form, to follow “write”.
  let expected: String
  /// Sets the value, an empty one meaning the default; false where it cannot be read.
  let set: @Sendable (inout Configuration, String) -> Bool

  static func named(_ name: String) -> ConfigurationKey? { all.first { $0.name == name } }

  static let all: [ConfigurationKey] = [
    list("Folder", \.folders, "an absolute path, such as /var/spool/minuted/incoming", path),
    one("Recursive", \.recursive, "yes or no", boolean),
    one("SettleSec", \.settle, "a time span, such as 2s or 500ms", TimeSpan.parse),
    one("RescanSec", \.rescan, "a time span of a second or more, such as 5min") { text in
      TimeSpan.parse(text).flatMap { $0 >= .seconds(1) ? $0 : nil }
    },
    one("MaxFileSize", \.maxFileSize, "a size of a byte or more, such as 64M") { text in
      ByteSize.parse(text).flatMap { $0 > 0 ? $0 : nil }
    },
    words("Ignore", \.ignore, "shell patterns with spaces between, such as *.bak"),
    words("Hold", \.hold, "names of sub-folders with spaces between, as shell patterns, such as embargo"),
    one("RequireMountPoint", \.requireMountPoint, "yes or no", boolean),
    list("LexiconPath", \.lexiconPaths, "the absolute path of a folder of tables", path),
    one("Language", \.language, "zh or en", Configuration.Language.init(rawValue:)),
    one("MergeWait", \.mergeWait, "a time span, such as 10min", TimeSpan.parse),
    one("BurstRollup", \.burstRollup, "a number of arrivals from 1, such as 50") {
      number($0, in: 1...1_000_000)
    },
    // “no” and not the empty value turns pages off, because the empty value takes any key to its default.
    one("ReportDirectory", \.reportDirectory, "an absolute path, or no") { text in
      text == "no" ? .some(nil) : path(text).map(Optional.some)
    },
    one("KeepOriginals", \.keepOriginals, "yes, or a number of days from 1", keeping),
    one("Extractors", \.extractors, "a number from 1 to 64") { number($0, in: 1...64) },
    one(
      "ExtractorLimits", \.openingLimits,
      "limits such as wall=60s cpu=30s memory=384M output=64M pages=2000 members=4096 inflated=256M ratio=100",
      OpeningLimits.parse),
    one("MinFree", \.minFree, "a size, a percentage or both, such as 256M 5%", freeSpace),
    one("LogLevel", \.logLevel, "one of \(levels.joined(separator: ", ")), or 0 to 7", level),
    one("Namespace", \.namespace, "a name of letters, digits, - and _", namespace),
  ]
}

/// How the kinds of keys set their values.
extension ConfigurationKey {
  /// A key with one value: the last assignment counts.
  private static func one<Value>(
    _ name: String, _ property: any WritableKeyPath<Configuration, Value> & Sendable, _ expected: String,
    _ parse: @escaping @Sendable (String) -> Value?
  ) -> ConfigurationKey {
    ConfigurationKey(name: name, expected: expected) { configuration, text in
      guard let value = text.isEmpty ? Configuration()[keyPath: property] : parse(text) else { return false }
      configuration[keyPath: property] = value
      return true
    }
  }

  /// A key that may stand several times, one value a line: an empty one forgets those before it.
  private static func list<Value>(
    _ name: String, _ property: any WritableKeyPath<Configuration, [Value]> & Sendable, _ expected: String,
    _ parse: @escaping @Sendable (String) -> Value?
  ) -> ConfigurationKey {
    ConfigurationKey(name: name, expected: expected) { configuration, text in
      if text.isEmpty {
        configuration[keyPath: property] = []
      } else if let value = parse(text) {
        configuration[keyPath: property].append(value)
      } else {
        return false
      }
      return true
    }
  }

  /// A key that may stand several times with several words a line.
  private static func words(
    _ name: String, _ property: any WritableKeyPath<Configuration, [String]> & Sendable, _ expected: String
  ) -> ConfigurationKey {
    ConfigurationKey(name: name, expected: expected) { configuration, text in
      let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      configuration[keyPath: property] = words.isEmpty ? [] : configuration[keyPath: property] + words
      return true
    }
  }
}

/// How values are read: nil where the text has not the expected form.
extension ConfigurationKey {
  /// systemd's names of the levels of syslog, most important first.
  private static let levels = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]

  private static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "yes", "y", "true", "t", "on": true
    case "0", "no", "n", "false", "f", "off": false
    default: nil
    }
  }

  private static func path(_ text: String) -> String? {
    guard text.hasPrefix("/"), !text.contains("\0") else { return nil }
    return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private static func keeping(_ text: String) -> Configuration.Keeping? {
    if boolean(text) == true, text != "1" { return .forEver }
    return number(text, in: 1...36_500).map(Configuration.Keeping.days)
  }

  private static func freeSpace(_ text: String) -> Configuration.FreeSpace? {
    var space = Configuration.FreeSpace(bytes: 0, percent: 0)
    for word in text.split(whereSeparator: \.isWhitespace) {
      if word.hasSuffix("%") {
        guard let percent = number(String(word.dropLast()), in: 0...99) else { return nil }
        space.percent = percent
      } else {
        guard let bytes = ByteSize.parse(String(word)) else { return nil }
        space.bytes = bytes
      }
    }
    return space
  }

  private static func level(_ text: String) -> Int? {
    levels.firstIndex(of: text) ?? number(text, in: 0...7)
  }

  private static func namespace(_ text: String) -> String?? {
    let fits = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || "-_".contains($0) }
    return fits && text.utf8.count <= 64 ? .some(text) : nil
  }
}
