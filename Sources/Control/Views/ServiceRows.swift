// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Minutes

/// How the service is, as the first rows of `minutectl status`.
extension StatusOverview {
  static func rows(_ daemon: Service) -> [(String, String)] {
    let name = Speech.say("Service", "服务")
    return switch daemon {
    case .running(let state): [(name, Terminal.good(Speech.say("● running", "● 运行中")))] + rows(of: state)
    case .absent:
      [
        (
          name,
          Terminal.bad(Speech.say("○ not running", "○ 未运行"))
            + Speech.say(
              ": start it with systemctl start minuted, systemctl status minuted says why; what follows is the archive's",
              "：启动用systemctl start minuted，原因见systemctl status minuted；以下据馆藏文件")
        )
      ]
    case .closed:
      [
        (
          name,
          Speech.say(
            "● running, and you may not ask it: be root or in the group minuted; what follows is the archive's",
            "● 运行中，但无权询问：请用root，或加入minuted组；以下据馆藏文件")
        )
      ]
    case .silent:
      [
        (
          name,
          Terminal.bad(Speech.say("● running, and does not answer", "● 运行中，但不应答"))
            + Speech.say(
              ": see systemctl status minuted; what follows is the archive's",
              "：见systemctl status minuted；以下据馆藏文件")
        )
      ]
    }
  }

  private static func rows(of state: DaemonState) -> [(String, String)] {
    let again =
      state.rereading > 0
      ? Speech.say("; reading again by new rules, \(state.rereading) left", "；按新规则重读，余 \(state.rereading) 件")
      : ""
    let journal = state.journalTrouble.map {
      Terminal.bad(Speech.say("not available", "不可用")) + Speech.say(": ", "：")
        + Sanitised.text(Speech.say($0.english, $0.chinese))
    }
    return state.folders.map(row)
      + [
        (Speech.say("Journal", "日志"), journal ?? Speech.say("all well", "正常")),
        (Speech.say("Rules", "规则"), Sanitised.text(state.rules) + again),
      ] + [state.batch.map(row), reload(of: state), disk(of: state)].compactMap(\.self)
  }

  private static func row(_ folder: DaemonState.Folder) -> (String, String) {
    let path = Sanitised.text(folder.path)
    let waiting = folder.waiting > 0 ? Speech.say("  waiting \(folder.waiting)", "　待收 \(folder.waiting)") : ""
    let label = label(folder.service)
    return (Speech.say("Folder", "目录"), Speech.say("\(path) (\(label))", "\(path)（\(label)）") + waiting)
  }

  private static func row(_ batch: DaemonState.Batch) -> (String, String) {
    let isImport = batch.kind == "import"
    return (
      Speech.say("Batch", "批次"),
      Speech.say(
        "\(isImport ? "import" : "burst"): files \(batch.files), to be read \(batch.unread), to be told \(batch.untold)",
        "\(isImport ? "导入" : "成批到件")：\(batch.files)件，待读 \(batch.unread)，待述 \(batch.untold)")
    )
  }

  private static func reload(of state: DaemonState) -> (String, String)? {
    state.refusedReload.map {
      let said = Terminal.bad(Speech.say("not reloaded, the former one is in force", "重新载入失败，仍用原配置"))
      return (Speech.say("Configuration", "配置"), said + Speech.say(": ", "：") + Sanitised.text($0))
    }
  }

  private static func disk(of state: DaemonState) -> (String, String)? {
    guard state.isDiskFull else { return nil }
    let said = Terminal.bad(Speech.say("no room", "空间不足"))
    return (
      Speech.say("Disk", "磁盘"),
      said + Speech.say(": files are taken again as soon as there is", "：腾出空间后自动继续收件")
    )
  }

  private static func label(_ service: String) -> String {
    switch service {
    case "watched": Terminal.good(Speech.say("watched", "监视中"))
    case "polled": Speech.say("looked at now and then", "定时查看")
    default:
      Terminal.bad(Speech.say("cannot be opened; make it, or put Folder= right", "打不开；请建立目录或修正Folder="))
    }
  }
}
