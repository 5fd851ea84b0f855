// SPDX-License-Identifier: Apache-2.0

/// The daemon as the control socket shows it.
enum Service {
  case running(DaemonState)
  /// Nobody answers.
  case absent
  /// It runs, and this user may not ask it.
  case closed
  /// It took the question and does not answer.
  case silent

  static func ask(at path: String = ControlClient.path) -> Service {
    do {
      let client = try ControlClient.connect(to: path)
      return (try? client.state()).map(Service.running) ?? .silent
    } catch {
      return error.isAbsence ? .absent : .closed
    }
  }
}
