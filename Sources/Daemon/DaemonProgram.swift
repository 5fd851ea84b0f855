// SPDX-License-Identifier: Apache-2.0

/// The program `minuted`.
package enum DaemonProgram {
  package static func main() {}
}
