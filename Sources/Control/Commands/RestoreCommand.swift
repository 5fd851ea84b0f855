// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Desk

/// `minutectl restore FILE`: puts back what `minutectl backup` has written.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put back what minutectl backup has written.",
    discussion: """
      Before anything is touched the whole backup is held against its hashes, and the room on the disk is \
      looked at. The service must be stopped. What is there is set aside, not deleted, in a folder that is \
      named at the end. Nothing that the backup holds as told is told again, and what was told since it was \
      made is found in the journal; minutectl replay tells it anew on another machine. \
      What was forgotten or put right since is not in the backup: do that again.

        sudo systemctl stop minuted
        sudo minutectl restore /srv/backup/minuted-2026-11-22
        sudo systemctl start minuted

      --check does nothing but look. The configuration stays as it is on this machine, and the files that \
      differ are named, unless --with-configuration is given.
      """)

  @Argument(help: "What minutectl backup has written.", completion: .file())
  var file: String

  @Flag(help: "Only look whether the backup is sound; any user who can read it may.")
  var check = false

  @Flag(help: "Put the files of the configuration back too; those that differ are set aside.")
  var withConfiguration = false

  @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
  var quiet = false

  @Option(help: "The folder in which the service keeps what it knows.", completion: .directory)
  var state = Disk.folder(of: ArchiveOptions.usual)

  @Option(help: "Where the administrator's configuration lies.", completion: .directory)
  var configuration = CarriedConfiguration.usual

  func run() throws {
    do {
      try BackupFile.check(file)
      let backup = try Backup(path: file)
      let problems = try backup.problems(hash: SHA256.hex)
      guard problems.isEmpty else {
        for problem in problems { Output.complain("\(file): \(problem)") }
        throw InputError(
          path: file,
          Speech.say("is damaged; nothing was touched, take another backup", "已损坏；什么也没有改动，请换一份备份"))
      }
      say(try Self.description(of: backup, file))
      if !check { try restore(backup) }
    } catch let error as ArchiveError {
      Output.complain("\(error)")
      throw ExitCode(error.reason == .newer || error.reason == .foreign ? 78 : 69)
    } catch let error as InputError {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private func restore(_ backup: Backup) throws {
    let restoration = try Restoration(of: backup, file, into: state)
    var progress = ProgressBar(isQuiet: quiet)
    let all = try backup.originalCount()
    do { try restoration.run { progress.tell(Speech.say("restoring", "恢复"), $0, of: all) } } catch {
      progress.end()
      Output.complain(restoration.isUndone ? Self.undone(state) : Self.unfinished(state))
      throw error
    }
    progress.end()
    let place = ConfigurationPlace(root: configuration)
    let carried = try restoration.differingConfiguration()
    let differing = carried.filter { place.holds($0.path) }
    if withConfiguration { try restoration.lay(differing) }
    say(Self.done(state, restoration.aside))
    if !differing.isEmpty {
      let paths = differing.map(\.path).joined(separator: " ")
      say(
        withConfiguration
          ? Speech.say("put back: \(paths)", "已恢复配置：\(paths)")
          : Speech.say(
            "the configuration of the backup differs and was left out (--with-configuration): \(paths)",
            "备份中的配置与本机不同，未恢复（要恢复请加 --with-configuration）：\(paths)"))
    }
    for file in carried where !place.holds(file.path) {
      Output.complain(
        Speech.say(
          "\(file.path) is no place of the configuration here and was left out",
          "\(file.path)不在本机的配置目录内，未恢复"))
    }
    say(Speech.say("start the service: systemctl start minuted", "启动服务：systemctl start minuted"))
  }

  static func done(_ state: String, _ aside: String) -> String {
    Speech.say(
      "\(state) is restored; what was there is in \(aside)", "\(state)已恢复；原有内容移至\(aside)")
  }

  static func undone(_ state: String) -> String {
    Speech.say(
      "what was there is in force, whole; run the same command again, or leave it: rm -r \(state)/restoring",
      "仍用原有的档案库，完好无损；可再执行同一命令，不恢复则请 rm -r \(state)/restoring")
  }

  static func unfinished(_ state: String) -> String {
    Speech.say(
      "the backup is in force, whole; not all that was there before could be set aside",
      "备份已完整恢复；原有内容未能全部移开")
  }

  private func say(_ text: String) { if !quiet { Output.line(text) } }

  private static func description(of backup: Backup, _ file: String) throws -> String {
    description(
      file, made: LocalTime.text(backup.made), by: backup.version, originals: try backup.originalCount())
  }

  /// FILE: made 2026-11-22 14:30 by minuted 1.0, sound, 14 originals.
  static func description(_ file: String, made: String, by version: String, originals: Int) -> String {
    let sound = Speech.say(
      "\(file): made \(made) by minuted \(version), sound", "\(file)：由 minuted \(version) 于\(made)制作，完好")
    return Speech.list([sound, originals.counted("original", "originals", ("原件", "份"))])
  }
}
