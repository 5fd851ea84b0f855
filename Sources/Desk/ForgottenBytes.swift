// SPDX-License-Identifier: Apache-2.0

extension DocumentError {
  /// Bytes that somebody had removed for good; what to do is a command that can be typed as it stands, but for
  /// the reason.
  package static func forgotten(_ sha256: String) -> DocumentError {
    DocumentError(
      .forgotten, "此内容已按要求删除，不再收录",
      hint: "如确需重新收录，请管理员执行 minutectl forget --undo \(sha256) --reason 理由，再放入一次")
  }
}
