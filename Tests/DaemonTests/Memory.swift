// SPDX-License-Identifier: Apache-2.0
import Archive
import Desk
import Diff
import Digest
import Minutes

@testable import Daemon

/// Remembers what documents say and what comparing came to, so that 200 orders of 30 reports are not read and compared
/// 6,000 times. Both are functions of their arguments alone, which other tests hold.
final class Memory: @unchecked Sendable {
  nonisolated(unsafe) static let shared = Memory()

  private var readings: [Document: DocumentReading] = [:]
  private var answers: [[String]: Findings] = [:]

  private var rendered: [[String]: (KeptDigest, [OutboxEntry])] = [:]
  private var comparer: Stages?

  /// The stages of a pipeline, asking here first.
  func stages(_ setup: Setup, _ state: StateFolder) -> Stages {
    let stages = comparer ?? Stages(setup: setup, state: state)
    comparer = stages
    let (compare, render) = (stages.findings, stages.render)
    return Stages(
      read: { [self] (document) throws(DocumentError) in
        if let known = readings[document] { return .read(known) }
        let beginning = try Stages(setup: setup, state: state).read(document)
        if case .read(let reading) = beginning { readings[document] = reading }
        return beginning
      },
      readOpened: stages.readOpened,
      findings: { [self] meeting, baselines in
        let question = [meeting.id] + Self.names(baselines)
        if let known = answers[question] { return known }
        let answer = compare(meeting, baselines)
        answers[question] = answer
        return answer
      },
      render: { [self] digest, sending in
        let question = [
          digest.id, sending.document?.sha256 ?? "", String(sending.number),
          digest.correction?.superseded.id ?? "",
        ]
        if let known = rendered[question] { return known }
        let answer = render(digest, sending)
        rendered[question] = answer
        return answer
      })
  }

  /// What the baselines are, where every meeting has one report.
  private static func names(_ baselines: Baselines) -> [String] {
    let sides = [[baselines.previous].compactMap(\.self), baselines.superiors, baselines.peers]
    let more = [[baselines.chosen].compactMap(\.self), baselines.history]
    return (sides + more).flatMap { ["|"] + $0.map(\.meeting.id) }
  }
}
