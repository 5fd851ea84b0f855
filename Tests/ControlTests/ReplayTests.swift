// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Synchronization
import Testing

@testable import Control

/// A replay of so many entries that nobody may have meant it.
@Suite struct `A replay of many entries` {
  /// A service that has 1,204 entries; it sends them only to whom it has not to tell first how many there are.
  private final class Service: Sendable {
    let sent = Mutex(0)

    func answer(_ members: [String: Any]) -> String {
      if members["most"] as? String == "1000" { return #"{"ok":true,"entries":1204,"waiting":1}"# }
      sent.withLock { $0 += 1 }
      return #"{"ok":true,"entries":1204,"waiting":0}"#
    }
  }

  private func replay(_ more: String..., confirmed: Bool) throws -> (sent: Int, asked: [Int], told: String) {
    let service = Service()
    let fake = try FakeService { service.answer($0) }
    let command = try #require(
      try Minutectl.parseAsRoot(["replay", "--since", "yesterday"] + more) as? ReplayCommand)
    var asked: [Int] = []
    let told: String
    do {
      let count = try command.send(by: try ControlClient.connect(to: fake.path)) {
        asked.append($0)
        return confirmed
      }
      told = ReplayCommand.text(count)
    } catch { told = "\(error)" }
    return (service.sent.withLock { $0 }, asked, told)
  }

  @Test func `is asked about, and sent once somebody has said yes`() throws {
    let replayed = try replay(confirmed: true)
    #expect(replayed.sent == 1 && replayed.asked == [1204])
    #expect(replayed.told.hasPrefix("1204 entries are sent again"))
  }

  @Test func `is not sent where nobody says yes, and says how to`() throws {
    let replayed = try replay(confirmed: false)
    #expect(replayed.sent == 0 && replayed.asked == [1204])
    #expect(
      replayed.told == "1204 entries would be sent again, and nothing was; give --yes if that is wanted")
  }

  @Test func `is sent unasked where that was said before`() throws {
    let replayed = try replay("--yes", confirmed: false)
    #expect(replayed.sent == 1 && replayed.asked.isEmpty)
  }
}

/// An import while the journal takes nothing.
@Suite struct `An import without a journal` {
  @Test func `says in both languages that it waits, why, and that nothing is lost`() throws {
    let state = try JSONDecoder().decode(
      DaemonState.self,
      from: Data(
        """
        {"rules":"1+a","folders":[],"journal":"journal unavailable (stalled), entries wait: systemctl status systemd-journald",
        "journal_reason":"stalled","disk_full":false,"rereading":0}
        """.utf8))
    let english = Importer.text(journal: state.journalTrouble)
    #expect(english.hasPrefix("waiting for the journal: journal unavailable (stalled)"))
    #expect(english.contains("nothing is lost"))
    Speech.$isChinese.withValue(true) {
      #expect(Importer.text(journal: state.journalTrouble).hasPrefix("等待系统日志：写入没有回音；见 systemctl"))
      #expect(Importer.text(journal: nil) == "系统日志已恢复，继续")
    }
  }
}
