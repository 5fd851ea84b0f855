// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

extension ControlVerb {
  /// Files are not told before somebody releases them: those that `files` names.
  ///
  /// Files on hold lose the time that was set for them; files that were taken and wait to be read are put on
  /// hold. What was read or told cannot be held back any more. Done at once: whoever asks would otherwise
  /// wait until the very batch is told that the file is in.
  static var hold: ControlVerb {
    ControlVerb("hold", .write) { daemon, request, connection in
      daemon.guarded { () throws(ArchiveError) in try daemon.hold(request, connection) }
    }
  }
}

extension Daemon {
  fileprivate func hold(_ request: ControlRequest, _ connection: ControlConnection) throws(ArchiveError) {
    var timed: [Int64] = []
    var fresh: [Int64] = []
    let names = request.texts("files")
    guard !names.isEmpty else {
      return connection.refuse("hold needs files", hint: "minutectl list --held shows what is on hold")
    }
    for name in names {
      let held = try archive.held(named: name)
      if !held.isEmpty {
        timed += held.map(\.arrival.id)
      } else if case .waiting(let arrival)? = try archive.reach(ofFileNamed: name) {
        fresh.append(arrival)
      } else {
        return try refuseToHold(name, connection)
      }
    }
    try archive.together { () throws(ArchiveError) in
      for name in names { try archive.keep(connection.edit(request, target: name)) }
      try archive.schedule(timed, at: nil)
      try archive.hold(waiting: fresh)
    }
    connection.reply([
      "ok": .bool(true), "files": .integer(Set(timed).count), "held": .integer(Set(fresh).count),
    ])
    wake()
  }

  /// Says of a file that cannot be put on hold why not, and what to do instead.
  private func refuseToHold(_ name: String, _ connection: ControlConnection) throws(ArchiveError) {
    switch try archive.reach(ofFileNamed: name) {
    case .told(let digest)?: refuseTold(name, digest, connection)
    case .rejected?:
      connection.refuse(
        Saying("\(name) was refused: there is nothing to hold back", "\(name) 已被拒收，无可暂缓"),
        hint: Saying("minutectl rejected lists what was, and why", "清单和原因见 minutectl rejected"))
    case .telling?, .waiting?:
      connection.refuse(
        Saying("\(name) is being told now and cannot be held back", "\(name) 正在发出，收不回"),
        hint: Saying(
          "withdraw its digest when it is there: minutectl retract DIGEST --reason …",
          "摘要发出后可撤回：minutectl retract 编号 --reason …"))
    case nil:
      connection.refuse(
        Saying("no file is called \(name)", "没有名为 \(name) 的文件"),
        hint: Saying(
          "to keep a report from being told, drop it into a sub-folder that Hold= names, see minuted.conf(5)",
          "要先收存、暂不发出，请放入 Hold= 所列的子目录，见 minuted.conf(5)"))
    }
  }

  private func refuseTold(_ name: String, _ digest: String?, _ connection: ControlConnection) {
    let id = digest.map { String($0.prefix(8)) } ?? "DIGEST"
    connection.refuse(
      Saying("\(name) was told already and cannot be held back", "\(name) 已发出，收不回"),
      hint: Saying(
        "what was told can be withdrawn: minutectl retract \(id) --reason …",
        "已发出的可撤回：minutectl retract \(id) --reason …"))
  }
}
