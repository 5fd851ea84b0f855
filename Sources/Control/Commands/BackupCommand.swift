// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk
internal import Glibc
internal import Minutes

/// `minutectl backup FILE`: everything that the service keeps, in one file, while it runs.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write everything that is kept into one file, while the service runs.",
    discussion: """
      The file holds the archive with all corrections, the original documents and the configuration, under \
      hashes of everything; minutectl restore puts it back, minutectl --archive FILE reads it where it lies. \
      One moment is kept: what arrives meanwhile is in the next backup. The service need not be stopped and \
      does not wait. The file is for its owner alone, for it holds texts under embargo too.

        sudo minutectl backup /srv/backup/minuted-$(date +%F)
        sudo minutectl restore --check /srv/backup/minuted-2026-11-22
      """)

  @Argument(help: "The file to write; it appears when it is whole.", completion: .file())
  var file: String

  @Flag(help: "Write over a file that lies there already.")
  var force = false

  @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
  var quiet = false

  @Option(
    name: .customLong("configuration"), help: "The folder of the configuration.", completion: .directory)
  var root = CarriedConfiguration.usual

  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    try Failure.reported {
      try archive.reading { archive in
        do { try write(archive) } catch let error as InputError {
          Output.complain("\(error)")
          throw ExitCode(1)
        }
      }
    }
  }

  private func write(_ archive: MeetingArchive) throws {
    try BackupFile.check(file, isNot: self.archive.path)
    try ExportTarget.check(file, force)
    let carried = CarriedConfiguration(root: root)
    carried.complaints.forEach(Output.complain)
    let store = OriginalFolder(besideArchive: self.archive.path)
    var progress = ProgressBar(isQuiet: quiet)
    let all = try archive.arrivalCount()
    var (done, damaged): (Int, [String]) = (0, [])
    let part = file + ".part"
    try Disk.makeEmpty(part, for: file)
    var isWhole = false
    defer { if !isWhole { unlink(part) } }
    let counts = try archive.backUp(
      to: part, configuration: carried.files, made: Moment.now, version: ProgramVersion.current,
      hash: SHA256.hex
    ) { sha256 in
      done += 1
      progress.tell(Speech.say("copying", "复制"), done, of: max(done, all))
      guard let bytes = store.bytes(of: sha256) else { return nil }
      if SHA256.hex(bytes) == sha256 { return bytes }
      damaged.append(sha256)
      return nil
    }
    progress.end()
    try Disk.finish(part, as: file)
    isWhole = true
    if !quiet { Output.line(summary(counts, carried)) }
    for sha256 in damaged {
      let place = store.place(of: sha256)
      Output.complain(
        Speech.say(
          "\(place) is damaged and not in the backup; look at the disk's health",
          "\(place)已损坏，未收入备份；请检查磁盘"))
    }
    if !damaged.isEmpty || !carried.complaints.isEmpty { throw ExitCode(1) }
  }

  private func summary(_ counts: MeetingArchive.BackupCounts, _ carried: CarriedConfiguration) -> String {
    Self.summary(
      file, meetings: counts.meetings, originals: counts.held, missing: counts.missing,
      configuration: carried.files.count)
  }

  /// FILE: 12 meetings, 14 originals, 1 no longer kept, 2 files of configuration.
  static func summary(
    _ file: String, meetings: Int, originals: Int, missing: Int, configuration: Int
  ) -> String {
    let parts = [
      meetings.counted("meeting", "meetings", ("会议", "次")),
      originals.counted("original", "originals", ("原件", "份")),
      missing > 0 ? Speech.say("\(missing) no longer kept", "已不保留\(missing)份") : nil,
      configuration.counted("file of configuration", "files of configuration", ("配置文件", "个")),
    ]
    return file + Speech.say(": ", "：") + Speech.list(parts.compactMap(\.self))
  }
}
