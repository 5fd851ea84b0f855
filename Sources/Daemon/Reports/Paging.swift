// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// Pages are written when nothing else is to be done.
extension Daemon {
  func beginPages() {
    pages?.isBusy = { [unowned self] in turn?.enabled == true || hasBatch || !extractions.arrivals.isEmpty }
    pages?.complain = { [unowned self] problem in
      let told = "页面暂未写出：\(problem)；摘要照常，稍后自动再试"
      queue([machine.entry(.disk, told, priority: 4, ["MINUTED_REASON": "reports"])])
    }
    pages?.begin()
  }
}
