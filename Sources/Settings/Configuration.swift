// SPDX-License-Identifier: Apache-2.0

/// What `minuted.conf` says, section [Minuted], with the defaults of what it does not say.
///
/// docs and `config/minuted.conf` explain each key to the administrator; here stands what the daemon works
/// with.
package struct Configuration: Sendable, Hashable {
  package enum Language: String, Sendable, Hashable, CaseIterable {
    case zh, en
  }

  /// How long the original bytes are kept once they are read.
  package enum Keeping: Sendable, Hashable {
    case forEver
    case days(Int)
  }

  /// The space a disk must have left for files to be taken; both must hold.
  package struct FreeSpace: Sendable, Hashable {
    package var bytes: Int
    /// Of the disk's size, 0 to 99.
    package var percent: Int
  }

  /// The folders watched, absolute; never empty once loaded.
  package var folders: [String] = []
  package var recursive = true
  /// How long a file found by a scan must rest; one that was seen closed is taken at once.
  package var settle = Duration.seconds(2)
  package var rescan = Duration.seconds(300)
  /// In bytes; a longer file is rejected unread.
  package var maxFileSize = 16 << 20
  /// Shell patterns of names left alone, beside those that are always ignored.
  package var ignore: [String] = []
  /// Shell patterns of the names of sub-folders whose reports are read and kept but told only on release.
  package var hold: [String] = []
  package var requireMountPoint = false
  package var lexiconPaths: [String] = []
  package var language = Language.zh
  /// How long further sources of a meeting are gathered before one correction is sent.
  package var mergeWait = Duration.seconds(600)
  /// More arrivals than this at once are read first and told by one roll-up.
  package var burstRollup = 50
  /// Where pages are written; nil writes none.
  package var reportDirectory: String? = "/var/lib/minuted/reports"
  package var keepOriginals = Keeping.forEver
  /// Documents that are extracted at the same time.
  package var extractors = 1
  package var openingLimits = OpeningLimits()
  package var minFree = FreeSpace(bytes: 256 << 20, percent: 5)
  /// The least important level that the daemon's own messages have, as syslog counts: 0 emerg to 7 debug.
  package var logLevel = 6
  /// The journal namespace that digests go to; nil is the system journal.
  package var namespace: String?

  package init() {}

  /// The folder that is watched where none is named.
  package static let defaultFolder = "/var/spool/minuted/incoming"
}

extension Configuration {
  /// A line that was left out, to be told with its place while the daemon goes on.
  package struct Warning: Sendable, Hashable, CustomStringConvertible {
    package var place: Place
    package var text: String

    package var description: String { "\(place): \(text)" }
  }

  /// Reads the files in order, later assignments winning; an empty value takes a key back to its default.
  ///
  /// Keys and sections that are not known are warnings, because a newer file must not stop an older daemon. A
  /// value that cannot be used throws exit code 78 with its place and the form that is expected.
  package static func parse(
    _ files: [ConfigurationFile]
  ) throws(StartupError) -> (configuration: Configuration, warnings: [Warning]) {
    var configuration = Configuration()
    var warnings: [Warning] = []
    for file in files {
      for assignment in try Assignment.all(in: file) {
        if let text = try configuration.apply(assignment) {
          warnings.append(Warning(place: assignment.place, text: text))
        }
      }
    }
    if configuration.folders.isEmpty { configuration.folders = [defaultFolder] }
    return (configuration, warnings)
  }

  /// Sets what the assignment says, or tells why it is left out.
  private mutating func apply(_ assignment: Assignment) throws(StartupError) -> String? {
    guard assignment.section == "Minuted" else {
      if let section = assignment.section {
        return section.hasPrefix("X-")
          ? nil : "section [\(section)] is not known, \(assignment.key)= is left out"
      }
      return "\(assignment.key)= stands before any section and is left out; write [Minuted] above it"
    }
    guard let key = ConfigurationKey.named(assignment.key) else {
      return "\(assignment.key)= is not known and is left out"
    }
    guard key.set(&self, assignment.value) else {
      throw StartupError(
        "\(assignment.key)=\(assignment.value) cannot be used", at: assignment.place,
        hint: "write \(key.expected)")
    }
    return nil
  }
}
