// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Minutes

/// Withdrawing a digest by an edit that was made elsewhere, and taking that back by its number.
extension Editor {
  /// Withdraws a digest, by its whole id.
  ///
  /// Where other rules or other reports were compared it is another one: what was not told is not withdrawn,
  /// and no edit is kept.
  func retract(_ digest: String, as edit: Edit) throws(ArchiveError) -> Outcome {
    guard let told = try archive.digests(prefix: digest).first, !told.isForgotten else {
      return .success(Done(edit: 0, absent: 1))
    }
    switch try Retracting(pipeline, edit).retract(told) {
    case .failure(let refusal): return .failure(refusal)
    case .success: return .success(Done(edit: try archive.edits(["retract"]).last?.id ?? 0, withdrawn: 1))
    }
  }

  /// Lets a digest hold again that an edit has withdrawn.
  func reinstate(_ former: Edit, as edit: Edit) throws(ArchiveError) -> Outcome {
    guard let digest = try archive.digests(prefix: former.target).first else {
      return .failure(
        EditRefusal(
          Saying("\(former.target) is not kept", "\(former.target) 已不再收存"),
          hint: Saying("nothing is left that could hold", "没有可恢复的")))
    }
    var edit = edit
    edit.content["undoes"] = String(former.id)
    switch try Retracting(pipeline, edit).takeBack(digest) {
    case .failure(let refusal): return .failure(refusal)
    case .success:
      let number = try archive.edit(former.id)?.undone ?? 0
      return .success(Done(edit: number, restored: [digest.id]))
    }
  }
}
