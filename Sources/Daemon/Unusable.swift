// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Extraction
internal import Minutes

extension DocumentError {
  /// The reading of this document has ended the daemon before.
  static let crashed = DocumentError(.crashed, "读取此文件时程序多次中断", hint: "请另存为纯文本后以新文件放入，并报告此问题")

  /// The bytes are no longer in the store.
  static let lost = DocumentError(.unreadable, "原件库中没有此文件", hint: "请再放入一次")

  /// A container within a container.
  static func nested(_ format: DocumentFormat) -> DocumentError {
    DocumentError(.format, "\(format.rawValue)在另一个压缩包或邮件里，不再打开", hint: "请取出后直接放入")
  }

  /// A container without a document in it, all that it holds being ignored by name.
  static let nothingWithin = DocumentError(.empty, "里面没有可读的文件", hint: "请检查上传是否完成，再放入一次")

  /// Why a reading cannot be kept, or nil: neither meeting nor figures, or a meeting without place or date.
  static func unusable(_ report: Report) -> DocumentError? {
    if report.meetings.isEmpty { return report.figures.isEmpty ? noReport(report.reason) : nil }
    let told = "请在文件名或子目录写明，如“2024/澜浦市民政工作会议.txt”，再放入"
    for meeting in report.meetings {
      if meeting.jurisdiction == nil { return DocumentError(.noJurisdiction, "看不出是哪一级、哪个地区的会议", hint: told) }
      if meeting.date == nil { return DocumentError(.noDate, "看不出会议在哪一年召开", hint: told) }
    }
    return nil
  }

  private static func noReport(_ reason: Report.Reason?) -> DocumentError {
    let what =
      switch reason {
      case .empty: "没有正文"
      case .commentary: "是评论，不是会议报道"
      case .notice: "是通知公告，不是会议报道"
      case .bulletin: "是通报，没有会议，也没有数字"
      case .interview: "是访谈，不是会议报道"
      case .interpretation: "是政策解读，不是会议报道"
      case .pressConference: "是新闻发布会，没有数字"
      case .navigation: "只有导航，没有正文"
      case .foreign: "不是中文"
      case .noMeeting, nil: "没有会议，也没有数字"
      }
    return DocumentError(
      DocumentError.Reason(rawValue: (reason ?? .noMeeting).rawValue) ?? .noMeeting, what,
      hint: "若确是会议报道，请放入全文")
  }
}

extension Report {
  /// True for the example divisions (codes 99…, outside GB/T 2260), which exist nowhere.
  var isInvented: Bool {
    let places = meetings.map(\.jurisdiction) + [jurisdiction]
    return places.contains { $0?.code.hasPrefix("99") == true }
  }
}
