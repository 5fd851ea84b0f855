// SPDX-License-Identifier: Apache-2.0

package import Diff

/// What a further report of a known meeting comes to.
package enum SourceStory: Sendable, Hashable {
  /// Nothing that was not known.
  case nothingNew
  /// It is one of the reports that the meeting's digest was made from.
  case included(digest: String)
  /// It has what no other report has; the digest is corrected when more sources have been awaited, or is left
  /// as it is.
  case news(priorities: Int, figures: Int, isCorrected: Bool)
  /// A later version of a file: how it differs from the one before, and whether that changes the meeting.
  case revision(Comparison, isNews: Bool, isCorrected: Bool)
  /// An earlier version of a file whose later version had come by the time it was told.
  case superseded
  /// A person has withdrawn its meeting, for a reason, by an edit of this number.
  case withdrawn(why: String, edit: Int64)
  /// A person has withdrawn what was told of its meeting, for a reason: the digest with this id.
  case retracted(why: String, digest: String)

  /// `MINUTED_REASON`, where the outcome alone does not say it.
  var reason: String? {
    switch self {
    case .revision: "revision"
    case .superseded: "superseded"
    case .withdrawn: "withdrawn"
    case .retracted: "retracted"
    case .nothingNew, .included, .news: nil
    }
  }

  /// The story in words; `number` counts the meeting's reports.
  func text(_ story: String, file: String, number: Int, in language: Language = .chinese) -> String {
    language == .chinese ? chinese(story, file, number) : english(story, file, number)
  }

  private func chinese(_ story: String, _ file: String, _ number: Int) -> String {
    let head = "补充来源 \(story)：第\(number)份报道（\(file)），"
    switch self {
    case .nothingNew: return head + "结论不变"
    case .included(let digest): return head + "已并入摘要\(digest.prefix(8))"
    case .news(let priorities, let figures, let isCorrected):
      let parts = (priorities > 0 ? ["任务\(priorities)项"] : []) + (figures > 0 ? ["数字\(figures)项"] : [])
      let what = parts.isEmpty ? "内容有出入" : "另有" + parts.joined(separator: "、")
      return head + what + (isCorrected ? "，稍后更正" : "，原摘要未更正")
    case .revision(let comparison, let isNews, let isCorrected):
      let end = !isNews ? "；结论不变" : isCorrected ? "；稍后更正" : "；原摘要未更正"
      return "修订 \(story)：\(file)有新版本，取代前一版；\(VersionStory.text(comparison))\(end)"
    case .superseded: return "旧版 \(story)：\(file)另有新版本，以新版本为准"
    case .withdrawn(let why, let edit):
      return head + "但这次会议已人工撤回（\(why)），只存档，不作比较；要恢复：minutectl withdraw --undo \(edit) --reason …"
    case .retracted(let why, let digest):
      return head + "但这次会议的摘要已人工撤回（\(why)），不再另发；要恢复："
        + "minutectl retract --undo \(digest.prefix(8)) --reason …"
    }
  }

  private func english(_ story: String, _ file: String, _ number: Int) -> String {
    let head = "Source \(story): report no. \(number) (\(file)), "
    switch self {
    case .nothingNew: return head + "nothing changes"
    case .included(let digest): return head + "read into digest \(digest.prefix(8))"
    case .news(let priorities, let figures, let isCorrected):
      let parts = [("tasks", priorities), ("figures", figures)].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
      let what = parts.isEmpty ? "differs" : "adds " + parts.joined(separator: ", ")
      return head + what + (isCorrected ? "; correction to follow" : "; digest not corrected")
    case .revision(let comparison, let isNews, let isCorrected):
      let end =
        !isNews ? "; nothing changes" : isCorrected ? "; correction to follow" : "; digest not corrected"
      let told = VersionStory.text(comparison, in: .english)
      return "Revised \(story): \(file) has a new version in place of the one before; \(told)\(end)"
    case .superseded: return "Old version \(story): \(file) has a newer one, which counts"
    case .withdrawn(let why, let edit):
      return head + "of a meeting withdrawn by hand (\(why)): kept, not compared; "
        + "minutectl withdraw --undo \(edit) --reason …"
    case .retracted(let why, let digest):
      return head + "of a meeting whose digest was withdrawn by hand (\(why)): nothing is sent; "
        + "minutectl retract --undo \(digest.prefix(8)) --reason …"
    }
  }
}
