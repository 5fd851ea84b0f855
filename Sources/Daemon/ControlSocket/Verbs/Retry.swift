// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest
internal import Minutes

extension ControlVerb {
  /// A refused file is tried again, after a repair, an update, or a change of configuration; `file` is its
  /// name, the beginning of its SHA-256, or its number.
  ///
  /// A file that comes to the same reason again tells nothing new, and its entry stands in the journal
  /// already; the answer says so.
  static var retry: ControlVerb {
    ControlVerb("retry", .write) { daemon, request, connection in daemon.retry(request, connection) }
  }

  /// All refused files are tried again.
  static var retryAll: ControlVerb {
    ControlVerb("retry-all", .write) { daemon, request, connection in daemon.retryAll(request, connection) }
  }
}

extension Daemon {
  fileprivate func retry(_ request: ControlRequest, _ connection: ControlConnection) {
    guard let what = request.text("file") else {
      return connection.refuse("retry needs a file", hint: "minutectl rejected lists what was refused")
    }
    whenReread { [weak self, weak connection] in
      self?.whenFree { [weak self, weak connection] () throws(ArchiveError) in
        guard let self, let connection else { return }
        try archive.keep(connection.edit(request, target: what))
        try retry(what, connection)
      }
    }
  }

  /// Every refused file is tried again: as a batch, so that they are told in the order of their meetings.
  fileprivate func retryAll(_ request: ControlRequest, _ connection: ControlConnection) {
    whenReread { [weak self, weak connection] in
      self?.whenFree { [weak self, weak connection] () throws(ArchiveError) in
        guard let self, let connection else { return }
        try archive.keep(connection.edit(request, target: ""))
        try retryRefused(connection)
      }
    }
  }

  private func retryRefused(_ connection: ControlConnection) throws(ArchiveError) {
    let refused = try archive.rejected(limit: .max)
    let taken = refused.filter { $0.file.sha256 != nil }
    let waiting = refused.filter { $0.file.sha256 == nil }
    try archive.together { () throws(ArchiveError) in
      for arrival in refused { try archive.tryAgain(arrival) }
      guard !taken.isEmpty else { return }
      let batch = try archive.beginBatch(.import)
      try archive.join(taken.map(\.id), to: batch)
      batchEnds[batch] = { [weak connection] batch in
        Self.answer(connection, batch.files + waiting.count, batch.tally, waiting: waiting.count)
      }
    }
    for arrival in waiting { lookAgain(arrival) }
    if taken.isEmpty { Self.answer(connection, waiting.count, Tally(), waiting: waiting.count) }
    wake()
  }

  private static func answer(_ connection: ControlConnection?, _ files: Int, _ tally: Tally, waiting: Int) {
    RetryRequest(connection: connection, files: files, waiting: waiting, tally: tally, opening: []).answer()
  }

  private func lookAgain(_ arrival: Arrival) {
    for inlet in inlets { hear(inlet.lookAgain(arrival.file, at: EventLoop.now * 1000)) }
  }

  private func retry(_ what: String, _ connection: ControlConnection) throws(ArchiveError) {
    let refused = try archive.refused(named: what)
    guard !refused.isEmpty else {
      return connection.refuse(
        Saying("no refused file is called \(what)", "没有名为 \(what) 的拒收文件"),
        hint: Saying("minutectl rejected lists them", "清单见 minutectl rejected"))
    }
    for arrival in refused { try archive.tryAgain(arrival) }
    for arrival in refused where arrival.file.sha256 == nil { lookAgain(arrival) }
    let taken = refused.filter { $0.file.sha256 != nil }
    try read(Set(taken.map(\.id)), for: connection, waiting: refused.count - taken.count)
  }

  /// Reads and tells arrivals that wait, of these numbers, and answers when each has come to its outcome;
  /// `waiting` more are looked at in their folder.
  func read(
    _ numbers: Set<Int64>, for connection: ControlConnection, waiting: Int = 0
  ) throws(ArchiveError) {
    let tally = try pipeline.process(try archive.waiting(limit: .max).filter { numbers.contains($0.id) })
    delivery.pump()
    let opening = try archive.aside(limit: .max).map(\.id).filter(numbers.contains)
    retries.append(
      RetryRequest(
        connection: connection, files: numbers.count + waiting, waiting: waiting, tally: tally,
        opening: Set(opening)))
    answerRetries()
    wake()
  }

  /// Tells those who asked for it what a document that a child has opened came to.
  func finish(_ arrival: Arrival, _ tally: Tally) {
    for place in retries.indices where retries[place].opening.remove(arrival.id) != nil {
      retries[place].tally.add(tally)
    }
    answerRetries()
  }

  private func answerRetries() {
    for request in retries where request.opening.isEmpty { request.answer() }
    retries.removeAll { $0.opening.isEmpty }
  }
}
