// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Digest
internal import Minutes

extension ControlClient {
  /// Connects and asks; a refusal is told, and ends with 1.
  static func asking(_ body: (ControlClient) throws(Refusal) -> Void) throws {
    do throws(Refusal) { try body(try connect()) } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  /// What is waited for: the journal, where it takes nothing, or what is being read.
  private static func waiting(_ journal: Saying?) -> String {
    if journal != nil { return Importer.text(journal: journal) }
    return Speech.say(
      "waiting until all is read that is being read; minutectl status tells how far it is",
      "正在读取其他文件，读完即办；进度见 minutectl status")
  }

  /// Sends one request whose members are texts and lists of texts, and waits for its answer.
  ///
  /// Where the daemon has something else to end first, that is said.
  func ask(_ members: [String: String], lists: [String: [String]]) throws(Refusal) -> Reply {
    let members = members.merging(["language": Speech.name]) { given, _ in given }
    let values = members.mapValues(JSONValue.string).merging(lists.mapValues(JSONValue.strings)) { _, list in
      list
    }
    try send(JSONValue.object(.init(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })).text())
    if !hasReply(within: 3_000) {
      Output.complain(Self.waiting((try? ControlClient.connect().state())?.journalTrouble))
    }
    return try reply()
  }
}
