// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

@testable import Control

/// What minutectl answers who asks for something to be done.
@Suite struct `An answer` {
  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], true), (["LANG": "en_US.UTF-8"], false), ([:], false),
    (["LANG": "C.UTF-8"], false),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], false), (["LANG": "C", "LC_MESSAGES": "zh_TW"], true),
  ])
  func `is in the language of the locale`(environment: [String: String], isChinese: Bool) {
    #expect(Speech.isChinese { environment[$0] } == isChinese)
  }

  private static let replies = [
    #"{"ok":true,"edit":12,"amended":2,"corrected":3}"#,
    #"{"ok":true,"edit":15,"withdrawn":2,"restored":["98861089aaaaaaaa"]}"#,
    #"{"ok":true,"edit":1}"#,
    #"{"ok":true,"files":3,"digests":1,"duplicates":1,"sources":1,"rejected":2,"unchanged":4,"refused":5}"#,
  ]

  /// All that is said of a reply.
  private func said(_ json: String) throws -> [String] {
    let reply = try JSONDecoder().decode(ControlClient.Reply.self, from: Data(json.utf8))
    return [
      EditReport.text(reply, undo: "correct"), EditReport.text(reply, undo: nil),
      ImportCommand.summary(reply),
    ]
  }

  @Test(arguments: replies) func `has no Chinese in English`(reply: String) throws {
    for text in try said(reply) { #expect(!text.contains(/[\u4e00-\u9fff，；：]/), "\(text)") }
  }

  @Test(arguments: replies) func `has no English in Chinese but what is typed`(reply: String) throws {
    try Speech.$isChinese.withValue(true) {
      for text in try said(reply) {
        let typed = text.replacing(/minutectl [a-z]+( --[a-z]+( [0-9]+)?)*/, with: "")
          .replacing(/[0-9a-f]{8}/, with: "")
        #expect(!typed.contains(/[A-Za-z]/), "\(text)")
      }
    }
  }

  /// All that backup, restore and status say, paths and commands apart.
  private func saidOfService() throws -> [String] {
    let state = try JSONDecoder().decode(
      DaemonState.self,
      from: Data(
        """
        {"rules":"1+0","folders":[{"path":"/1","service":"watched","waiting":2},{"path":"/2","service":"polled",
        "waiting":0},{"path":"/3","service":"missing","waiting":0}],"disk_full":true,"rereading":3,
        "refused_reload":"7","batch":{"kind":"import","files":3,"unread":2,"untold":1}}
        """.utf8))
    let services: [Service] = [.running(state), .absent, .closed, .silent]
    return [
      BackupCommand.summary("/4", meetings: 2, originals: 1, missing: 1, configuration: 3),
      RestoreCommand.description("/4", made: "2026", by: "1.0", originals: 2),
      RestoreCommand.done("/5", "/6"), RestoreCommand.undone("/5"), RestoreCommand.unfinished("/5"),
      ProgressBar.text("", 10, of: 20, after: 2),
    ] + services.map { StatusOverview.text(StatusOverview.rows($0)) }
      + [StatusOverview.text(try StatusOverview(SeedArchive.shared.archive, nil).rows)]
  }

  @Test func `of backup, restore and status is in one language, the locale's`() throws {
    for text in try saidOfService() { #expect(!text.contains(/[\u4e00-\u9fff，；：（　]/), "\(text)") }
    try Speech.$isChinese.withValue(true) {
      for text in try saidOfService() {
        let typed = text.replacing(
          /(minutectl|systemctl) [a-z]+ ?(minuted|--held)?|rm -r [\/0-9a-z]+|Folder=/, with: ""
        )
        .replacing(/root|minuted|[0-9]\/s|[0-9]+ s/, with: "")
        #expect(!typed.contains(/[A-Za-z]/), "\(text)")
      }
    }
  }

  @Test func `of a removal has both too`() throws {
    let json = """
      {"files":["甲.txt"],"gone":["a/b/2024"],"left":["c/d/2024"],"digests":["98861089aaaaaaaa"],"corrected":1,
       "pages":2,"containers":1,"latest":1000000,"entries":[{"id":"98861089aaaaaaaa-00"}]}
      """
    let outcome = try JSONDecoder().decode(ForgetCommand.Outcome.self, from: Data(json.utf8))
    let english = ForgetCommand.lines(outcome, "a/b/2024", now: 9_000_000, listing: true)
    #expect(english.contains("meeting a/b/2024 is gone, and what was told of it is withdrawn"))
    #expect(english.contains("1 digest is told anew") && english.contains("2 pages are removed"))
    Speech.$isChinese.withValue(true) {
      let chinese = ForgetCommand.lines(outcome, "a/b/2024", now: 9_000_000, listing: true)
      #expect(chinese.count == english.count)
      #expect(chinese.contains("会议 a/b/2024 不再收存，所发摘要已撤回") && chinese.contains("重发摘要1份"))
      #expect(!chinese.contains { $0.contains("meeting") || $0.contains("digest ") })
    }
  }

  @Test func `where nobody answers says so in the language of the locale`() throws {
    for (locale, words) in [("zh_CN.UTF-8", "连不上服务"), ("C", "cannot reach the daemon")] {
      for command in [
        ["retract", "7f3a", "--reason", "x"], ["hold", "a"], ["replay", "--all"], ["retry", "--all"],
      ] {
        let run = try Program.call(command, environment: ["LANG": locale])
        #expect(
          run.status == 1 && run.complaint.hasPrefix("minutectl: \(words)"), "\(command): \(run.complaint)")
      }
    }
  }
}
