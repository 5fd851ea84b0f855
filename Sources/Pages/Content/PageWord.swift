// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// The words of a page that no digest has: its headings, heads of columns and captions.
///
/// What a digest says too comes from its own words, so that both never differ.
enum PageWord: CaseIterable {
  case comparison, record, tasks, figures, targets, nextTargets, superior, peers, excerpts, sources,
    correction, amended
  case wording, rankTitle, uptakeTitle, rankLegend, uptakeLegend, tasksOf, figureCaption, targetCaption,
    olderTargetCaption, gone,
    recordCaption
  case peerCaption, peerLegend, indicator, movement, change, years, target, result, verdict, next, value,
    place, task
  case targetWord, digestNumber, rulesNumber, retold, supersedes, noSource, characters
  case againstPrevious, againstSuperior, againstPeers, againstChosen
  case arrivals, arrivalCount, arrivalCaption, olderArrivals, latest, file, time, outcome, story
  case container, waiting, wasTold, wasSource, wasDuplicate, wasRejected

  func callAsFunction(_ language: Language, _ parts: String...) -> String {
    var text = language == .chinese ? words.chinese : words.english
    for (place, part) in parts.enumerated() { text = text.replacing("{\(place + 1)}", with: part) }
    return text
  }

  private var words: (chinese: String, english: String) {
    switch self {
    case .comparison: ("会议对照", "Meeting compared")
    case .record: ("会议记录", "Meeting on record")
    case .tasks: ("重点任务", "Tasks")
    case .figures: ("数字", "Figures")
    case .targets: ("上期目标", "Targets of the last report")
    case .nextTargets: ("本期目标", "Targets set now")
    case .superior: ("对上级", "Against the level above")
    case .peers: ("对同级", "Beside its peers")
    case .excerpts: ("逐条原文", "Each change in the reports’ words")
    case .sources: ("出处", "Sources")
    case .correction: ("更正", "Correction")
    case .amended: ("人工更正", "Put right by hand")
    case .wording: ("表述变化", "Changed wording")
    case .rankTitle: ("任务位次：{1}（{2}项）到{3}（{4}项）", "Ranks of tasks: {1} ({2}) to {3} ({4})")
    case .uptakeTitle:
      ("上级部署与本级任务：{1}（{2}项）到{3}（{4}项）", "Tasks above and here: {1} ({2}) to {3} ({4})")
    case .rankLegend:
      (
        "细线：位次相对未变；粗线：前移、后移；长虚线：合并、单列；实心圆：新增；虚线圆：未再列出。",
        "Thin line: in its place; heavy: moved; broken: merged or split; full circle: new; broken circle: gone."
      )
    case .uptakeLegend:
      (
        "细线：承接；点线：部分承接；长虚线：合并承接；虚线圆：上级有、本级未提；实心圆：本级自有。",
        "Thin line: taken up; dotted: in part; broken: with another; broken circle: missing here; full circle: local."
      )
    case .tasksOf: ("{1}，{2}项", "{1}, {2} tasks")
    case .figureCaption:
      (
        "两次报道中可并列的数字；历年：实心点为完成，空心圈为目标",
        "Figures of both reports; over the years: dots are results, rings are targets"
      )
    case .targetCaption: ("上期所设目标及其结果", "Targets set before, and what became of them")
    case .olderTargetCaption: ("更早年份所设、本次有结果的目标", "Targets of earlier years that are answered now")
    case .gone: ("未再列出", "No longer listed")
    case .recordCaption: ("报道中的数字", "Figures of the report")
    case .peerCaption: ("各项任务在同级会议中的位次", "Where the peers have each task")
    case .peerLegend: ("3：同为第3项；5内：在第5项之内；·：未提。", "3: its third task; in 5: within its fifth; ·: not named.")
    case .indicator: ("指标", "Indicator")
    case .movement: ("上次→本次", "Before → now")
    case .change: ("变化", "Change")
    case .years: ("历年", "Over the years")
    case .target: ("目标", "Target")
    case .result: ("结果", "Result")
    case .verdict: ("判断", "Verdict")
    case .next: ("本期目标", "Set now")
    case .value: ("数值", "Value")
    case .place: ("位置", "Place")
    case .task: ("任务", "Task")
    case .targetWord: ("目标", "target")
    case .digestNumber: ("摘要 {1}", "Digest {1}")
    case .rulesNumber: ("规则 {1}", "Rules {1}")
    case .retold:
      (
        "摘要发出之后馆藏或规则有变：本页按现有馆藏重新讲述，与所发摘要可能不同。",
        "Told anew: since the digest was sent, reports were added or read by other rules."
      )
    case .supersedes: ("取代摘要 {1}", "Replaces digest {1}")
    case .noSource: ("报道未载出处", "the report does not say where it was published")
    case .characters: ("{1}—{2}字", "characters {1}–{2}")
    case .againstPrevious: ("对上次", "Against the last meeting")
    case .againstSuperior: ("对上级", "Against the level above")
    case .againstPeers: ("对同级", "Beside its peers")
    case .arrivals: ("收件一览", "Arrivals")
    case .arrivalCount: ("共收到{1}件；{2}更新", "{1} files in all; renewed {2}")
    case .arrivalCaption: ("最近{1}件，新到在前", "The last {1}, latest first")
    case .olderArrivals:
      ("更早的{1}件未列", "{1} older ones are not listed")
    case .latest: ("最近到件", "Latest files")
    case .file: ("文件", "File")
    case .time: ("时间", "Time")
    case .outcome: ("结果", "Outcome")
    case .story: ("说明", "What it says")
    case .container: ("压缩包，成员各列一行", "Archive; its members have lines of their own")
    case .waiting: ("待读", "Waiting")
    case .wasTold: ("已出摘要", "Digest")
    case .wasSource: ("已收录", "Kept")
    case .wasDuplicate: ("重复", "Duplicate")
    case .wasRejected: ("拒收", "Refused")
    case .againstChosen: ("对照", "Beside the other meeting")
    }
  }
}
