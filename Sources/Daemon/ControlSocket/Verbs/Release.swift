// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes
internal import Settings

extension ControlVerb {
  /// Files on hold are told: those that `files` names, or all where `all` is yes; at once, or at the time
  /// `at` (microseconds since 1970 as text).
  static var release: ControlVerb {
    ControlVerb("release", .write) { daemon, request, connection in
      daemon.whenQuiet(for: connection) { (daemon, connection) throws(ArchiveError) in
        guard let files = try daemon.held(request, connection) else { return }
        try daemon.release(files, request, connection)
      }
    }
  }
}

extension Daemon {
  /// What a request names of the files on hold; where it names none the client is told.
  fileprivate func held(
    _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) -> [HeldFile]? {
    if request.text("all") == "yes" { return try archive.held() }
    var files: [HeldFile] = []
    for name in request.texts("files") {
      let found = try archive.held(named: name)
      guard !found.isEmpty else {
        connection.refuse(
          Saying("nothing on hold is called \(name)", "没有名为 \(name) 的保留文件"),
          hint: Saying(
            "minutectl list --held shows what is; what was told can be withdrawn: "
              + "minutectl retract DIGEST --reason …",
            "保留的文件见 minutectl list --held；已发出的可撤回：minutectl retract 编号 --reason …"))
        return nil
      }
      files += found.filter { file in !files.contains { $0.arrival.id == file.arrival.id } }
    }
    guard !files.isEmpty else {
      connection.refuse("\(request.verb) needs files", hint: "minutectl list --held shows what is on hold")
      return nil
    }
    return files
  }

  fileprivate func release(
    _ files: [HeldFile], _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    guard let at = request.text("at") else { return try releaseNow(files, request, connection) }
    guard let time = Int64(at), time > Int64(SystemClock.microseconds) else {
      return connection.refuse(
        Saying("the time of release is not to come", "所定时间已过"),
        hint: Saying("leave --at out to release at once", "不写 --at 即立刻发出"))
    }
    try schedule(files, time, request, connection)
  }

  private func schedule(
    _ files: [HeldFile], _ time: Int64?, _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    try archive.together { () throws(ArchiveError) in
      try keep(files, request, connection)
      try archive.schedule(files.map(\.arrival.id), at: time)
    }
    connection.reply(["ok": .bool(true), "files": .integer(files.count)])
    wake()
  }

  private func releaseNow(
    _ files: [HeldFile], _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    let numbers = files.map(\.arrival.id)
    var batch: Int64?
    try archive.together { () throws(ArchiveError) in
      try keep(files, request, connection)
      batch = try letGo(numbers)
    }
    guard let batch else { return try read(Set(numbers), for: connection) }
    batchEnds[batch] = { [weak connection] batch in
      RetryRequest(connection: connection, files: numbers.count, waiting: 0, tally: batch.tally, opening: [])
        .answer()
    }
    wake()
  }

  private func keep(
    _ files: [HeldFile], _ request: ControlRequest, _ connection: ControlConnection
  ) throws(ArchiveError) {
    for file in files { try archive.keep(connection.edit(request, target: file.arrival.file.display)) }
  }

  /// Takes arrivals off hold; more than `BurstRollup=` are a batch like as many dropped at once.
  private func letGo(_ arrivals: [Int64]) throws(ArchiveError) -> Int64? {
    try archive.release(held: arrivals)
    guard arrivals.count > setup.configuration.burstRollup else { return nil }
    let batch = try archive.beginBatch(.burst)
    try archive.join(arrivals, to: batch)
    return batch
  }

  // MARK: - At a given time

  /// Takes off hold what is to be told by now.
  func releaseDue() throws(ArchiveError) {
    let due = try archive.due(at: Int64(SystemClock.microseconds))
    guard !due.isEmpty else { return }
    try archive.together { () throws(ArchiveError) in _ = try letGo(due) }
    wake()
  }

  /// When to look for what is due, in nanoseconds of the loop's clock: at the latest in a minute, since the
  /// wall clock may be set meanwhile.
  var nextRelease: UInt64 {
    guard let time = (try? archive.nextRelease()) ?? nil else { return .max }
    let left = min(max(0, time - Int64(SystemClock.microseconds)), 60_000_000)
    return (EventLoop.now + UInt64(left)) * 1000
  }
}
