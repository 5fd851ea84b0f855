// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Digest

/// What people have asked for, in words for a list.
enum EditWords {
  /// What is in force until it is taken back.
  static let lasting = ["correct", "withdraw", "alias", "retract", "mark", "forget"]
  /// What was done once and is over.
  static let passing = ["import-end", "release", "hold", "retry", "retry-all", "replay", "reread"]

  /// What was done, a line each; what several reports say once.
  static func said(_ edit: Edit, _ amendments: [KeptAmendment]) -> [String] {
    let content = edit.content
    switch edit.verb {
    case "correct": return amendments.isEmpty ? ["更正（报道已删除）"] : once(amendments)
    case "withdraw": return ["撤回会议"]
    case "alias": return ["“\(content["from"] ?? "")”即“\(content["to"] ?? "")”"]
    case "retract": return ["撤回摘要"]
    case "mark":
      let matter = content["matter"].map { "：\(content["change"] ?? "") \($0)" }
      return ["标为无关紧要" + (matter ?? "（报道已删除）")]
    case "forget": return ["删除报道\(max(1, edit.documents.count))份"]
    case "import-end": return ["导入\(content["files"] ?? "")份"]
    case "release": return [content["at"] == nil ? "放行" : "定时放行"]
    case "hold": return ["继续保留"]
    case "retry", "retry-all": return ["重试拒收的文件"]
    case "replay": return ["重新发送\(content["entries"] ?? "")条"]
    case "reread": return ["全部重读"]
    default: return [edit.verb]
    }
  }

  private static func once(_ amendments: [KeptAmendment]) -> [String] {
    var said: [String] = []
    for line in amendments.map({ $0.amendment.told(in: .naming) }) where !said.contains(line) {
      said.append(line)
    }
    return said
  }
}
