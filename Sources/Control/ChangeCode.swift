// SPDX-License-Identifier: Apache-2.0

internal import Diff

/// The codes of changes, as `MINUTED_CHANGE` has them and `--change` takes them.
enum ChangeCode {
  static let all = Change.Kind.allCases.map(\.rawValue)
}
