// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What a client of the control socket may ask for: a name, who may, and what is done.
///
/// Each verb is a file in `Verbs`, and a line in `all`.
struct ControlVerb {
  /// Who may ask.
  enum Right {
    /// Whoever may connect: root, the daemon's own user and the group minuted.
    case read
    /// Root, the daemon's own user and the group minuted-admin.
    case write
  }

  /// Answers the request, now or later; it keeps the connection as long as it has not answered.
  typealias Action = (Daemon, ControlRequest, ControlConnection) -> Void

  let name: String
  let right: Right
  let action: Action

  init(_ name: String, _ right: Right, _ action: @escaping Action) {
    self.name = name
    self.right = right
    self.action = action
  }

  /// Every verb, by name.
  static var all: [ControlVerb] {
    [
      .alias,
      .bring,
      .correct,
      .forget,
      .forgetUndo,
      .hold,
      .importEnd,
      .importFile,
      .mark,
      .release,
      .replay,
      .reread,
      .retract,
      .retry,
      .retryAll,
      .status,
      .undo,
      .unmark,
      .unretract,
      .withdraw,
    ]
  }
}

extension Daemon {
  /// Does what a client asks for, or says why not.
  func answer(_ request: ControlRequest, _ connection: ControlConnection) {
    guard let verb = ControlVerb.all.first(where: { $0.name == request.verb }) else {
      let known = ControlVerb.all.map(\.name).joined(separator: ", ")
      return connection.refuse("\(request.verb) is not known", hint: "this daemon knows \(known)")
    }
    guard verb.right == .read || connection.isAdministrator else {
      return connection.refuse(
        Saying(
          "only root and members of minuted-admin may \(verb.name)",
          "只有 root 和 minuted-admin 组成员可以执行 \(verb.name)"),
        hint: Saying("run it with sudo", "请用 sudo 执行"))
    }
    if let name = request.overlong {
      return connection.refuse(
        Saying(
          "the \(name) is longer than \(WrittenLine.most) characters", "\(name) 超过\(WrittenLine.most)字"),
        hint: Saying("say it in fewer words", "请写短些"))
    }
    verb.action(self, request, connection)
  }
}
