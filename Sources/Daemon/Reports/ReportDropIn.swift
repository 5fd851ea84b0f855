// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Settings

extension ReportFolder {
  /// A folder that the service may not use: what is wrong, and the very lines that let it.
  static func unusable(_ path: String, _ code: Int32) -> StartupError {
    let reason = String(cString: strerror(code))
    let folder = "install -d -o minuted -g minuted -m 0750 \(shellQuoted(path))"
    // The line goes through STATUS= of the service manager, which takes backslashes away: printf has one.
    let lines = (["[Service]"] + settings(path)).map { "echo \(shellQuoted($0));" }.joined(separator: " ")
    let unit = "/etc/systemd/system/minuted.service.d"
    return StartupError(
      "ReportDirectory=\(path) cannot be written by the service: \(reason)",
      hint: "as root run: \(folder) && mkdir -p \(unit) && { \(lines) } >\(unit)/reports.conf"
        + " && systemctl daemon-reload && systemctl restart minuted")
  }

  /// What the unit needs to see a place and to write there; its other walls stay as they are.
  static func settings(_ path: String) -> [String] {
    let place = unitQuoted(path)
    func isBelow(_ root: String) -> Bool { path == root || path.hasPrefix(root + "/") }
    // ProtectHome=yes hides homes whatever else is allowed; tmpfs hides all of them but what is bound.
    if ["/home", "/root", "/run/user"].contains(where: isBelow) {
      return ["ProtectHome=tmpfs", "BindPaths=\(place)"]
    }
    if ["/tmp", "/var/tmp"].contains(where: isBelow) { return ["BindPaths=\(place)"] }
    return ["ReadWritePaths=\(place)"]
  }

  /// A path as units write it: % begins a specifier there, and a space ends a path.
  private static func unitQuoted(_ path: String) -> String {
    let plain = path.replacing("\\", with: "\\\\").replacing("%", with: "%%").replacing("\"", with: "\\\"")
    return plain.contains { $0 == " " || $0 == "\\" || $0 == "\"" } ? "\"\(plain)\"" : plain
  }

  private static func shellQuoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
