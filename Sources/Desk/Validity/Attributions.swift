// SPDX-License-Identifier: Apache-2.0

package import Archive
package import Digest

extension Attribution {
  /// Who asked for an edit, when and why.
  package init(_ edit: Edit) {
    self.init(edit: edit.id, who: edit.who, time: LocalTime.text(edit.at), reason: edit.reason)
  }
}
