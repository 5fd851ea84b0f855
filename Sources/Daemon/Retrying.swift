// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

/// The verb `retry`: refused files are tried again, after a repair, an update, or a change of configuration.
///
/// A file that comes to the same reason again tells nothing new, and its entry stands in the journal already;
/// the answer says so.
extension Daemon {
  func retry(_ request: ControlRequest, _ connection: ControlConnection) {
    guard connection.isAdministrator else {
      return connection.refuse("only root and members of minuted-admin may retry", hint: "run it with sudo")
    }
    guard let what = request.file, !what.isEmpty else {
      return connection.refuse("retry needs a file", hint: "minutectl rejected lists what was refused")
    }
    whenReread { [weak self, weak connection] in
      self?.whenFree { [weak self, weak connection] () throws(ArchiveError) in
        guard let self, let connection else { return }
        try retry(what, connection)
      }
    }
  }

  private func retry(_ what: String, _ connection: ControlConnection) throws(ArchiveError) {
    let refused = try archive.refused(named: what)
    guard !refused.isEmpty else {
      return connection.refuse("no refused file is called \(what)", hint: "minutectl rejected lists them")
    }
    for arrival in refused { try archive.tryAgain(arrival) }
    let taken = refused.filter { $0.file.sha256 != nil }
    let numbers = Set(taken.map(\.id))
    let tally = try pipeline.process(try archive.waiting(limit: .max).filter { numbers.contains($0.id) })
    for arrival in refused where arrival.file.sha256 == nil {
      for inlet in inlets { hear(inlet.lookAgain(arrival.file, at: EventLoop.now * 1000)) }
    }
    delivery.pump()
    let opening = try archive.aside(limit: .max).map(\.id).filter(numbers.contains)
    retries.append(
      RetryRequest(
        connection: connection, files: refused.count, waiting: refused.count - taken.count, tally: tally,
        opening: Set(opening)))
    answerRetries()
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
