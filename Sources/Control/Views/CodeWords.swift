// SPDX-License-Identifier: Apache-2.0

internal import Desk
internal import Diff

/// The closed vocabularies of the journal's fields as people read them, for tables in Chinese.
///
/// A word that none of them has stays as it is: an older digest may have been told by a newer minuted.
enum CodeWords {
  /// 上升（figure_up）: the code stands beside it, since `--change` takes that.
  static func change(_ code: String) -> String {
    Change.Kind(rawValue: code).map { "\(word($0))（\(code)）" } ?? code
  }

  /// 高, 中, 低: of weights and of confidences.
  static func degree(_ code: String) -> String { ["high": "高", "medium": "中", "low": "低"][code] ?? code }

  static func relation(_ code: String) -> String {
    ["previous": "对上次", "superior": "对上级", "peer": "对同级", "chosen": "对照", "none": "无"][code] ?? code
  }

  /// Why a file is refused, in a word: 没有会议.
  static func reason(_ code: String) -> String { DocumentError.Reason(rawValue: code).map(word) ?? code }

  private static func word(_ kind: Change.Kind) -> String {
    switch kind {
    case .newItem: "新增重点"
    case .firstEver: "首次提出"
    case .dropped: "不再提"
    case .returned: "再提"
    case .kept: "延续"
    case .reworded: "表述变化"
    case .strengthUp: "力度加大"
    case .strengthDown: "力度减弱"
    case .rankUp: "排序前移"
    case .rankDown: "排序后移"
    case .merged: "合并"
    case .split: "单列"
    case .peerAhead: "同级先提"
    case .peerOnly: "同级独有"
    case .peerLack: "同级有、本次缺"
    case .leader: "规格变化"
    case .figureUp: "上升"
    case .figureDown: "下降"
    case .figureSame: "持平"
    case .targetUp: "目标上调"
    case .targetDown: "目标下调"
    case .targetSame: "目标持平"
    case .met: "目标完成"
    case .missed: "目标未完成"
    case .notDue: "目标未到期"
    case .unreported: "目标未交代"
    case .figureNew: "新增量化指标"
    case .figureGone: "未再列出"
    case .revised: "修订"
    case .modifier: "限定词变化"
    case .newTerm: "新提法"
    case .lostTerm: "不再用"
    case .freqUp, .freqDown: "词频"
    case .length: "篇幅"
    case .structure: "结构"
    case .uptake: "上级部署已落实"
    case .uptakeMissing: "上级部署未提"
    case .uptakeLocal: "本地特色"
    case .incomparable: "不可比"
    }
  }

  private static func word(_ reason: DocumentError.Reason) -> String {
    switch reason {
    case .empty: "没有正文"
    case .binary: "不是文本"
    case .format: "格式不支持"
    case .unreadable: "无法读取"
    case .crashed: "读取时程序中断"
    case .damaged: "文件损坏"
    case .encrypted: "有密码"
    case .scanned: "扫描件"
    case .forgotten: "曾按要求删除"
    case .missingTool: "缺少程序"
    case .tooLarge: "过大"
    case .neverQuiet: "一直在改动"
    case .noDate: "看不出年份"
    case .noJurisdiction: "看不出辖区"
    case .noMeeting: "没有会议"
    case .commentary: "评论"
    case .notice: "通知公告"
    case .bulletin: "通报"
    case .navigation: "只有导航"
    case .interview: "访谈"
    case .interpretation: "政策解读"
    case .pressConference: "新闻发布会"
    case .foreign: "不是中文"
    }
  }
}
