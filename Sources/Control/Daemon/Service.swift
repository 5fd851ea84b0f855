// SPDX-License-Identifier: Apache-2.0

/// The daemon as the control socket shows it.
enum Service {
  case running(DaemonState)
  /// Nobody answers.
  case absent
  /// It runs, and this user may not ask it.
  case closed

  static func ask(at path: String = ControlClient.path) -> Service {
    do { return .running(try ControlClient.connect(to: path).state()) } catch {
      return error.isAbsence ? .absent : .closed
    }
  }
}
