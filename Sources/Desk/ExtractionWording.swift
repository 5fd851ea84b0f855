// SPDX-License-Identifier: Apache-2.0

package import Extraction

extension DocumentError {
  /// Why a document of this format gave no text, in words for its owner.
  package init(_ error: ExtractionError, _ format: DocumentFormat) {
    let english = "\(format.name): \(error); \(format.advice)"
    let again = "请另存为纯文本（UTF-8）后再放入"
    switch error {
    case .refused(let refusal): self.init(refusal, format)
    case .crashed: self.init(.crashed, "\(format.rawValue)文件使读取程序中断（\(error)）", hint: again, english: english)
    case .broken: self.init(.crashed, "\(format.rawValue)文件使读取程序的答复不完整", hint: again, english: english)
    case .tooSlow(let seconds): self.init(.tooLarge, "\(seconds)秒内未能读完", hint: again, english: english)
    case .tooMuch: self.init(.tooLarge, "内容过大", hint: "请拆分后再放入", english: english)
    case .missing(let program, let package):
      self.init(
        .missingTool, "读\(format.rawValue)需要\(program)", hint: "安装\(package)后再放入",
        english: "\(format.name) is read by \(program), which is missing; install \(package)")
    case .unable:
      self.init(
        .missingTool, "读取程序无法启动：\(error)", hint: "见README“Formats”一节", english: "\(format.name): \(error)")
    }
  }

  private init(_ refusal: Refusal, _ format: DocumentFormat) {
    let name = format.name
    switch refusal.reason {
    case .damaged:
      self.init(
        .damaged, "\(format.rawValue)文件已损坏", hint: "请检查上传是否完成，再放入一次",
        english: "is a damaged \(name) (\(refusal.detail)); check that it was copied whole")
    case .encrypted:
      self.init(
        .encrypted, "\(format.rawValue)文件有密码", hint: "请去掉密码后再放入",
        english: "is an encrypted \(name); save it without a password")
    case .scanned:
      self.init(
        .scanned, "扫描件，共\(refusal.detail)页，没有文字", hint: "请先做文字识别，存为纯文本（UTF-8）",
        english: "has \(refusal.detail) scanned page(s) and no text; have its text recognised first")
    case .unmapped:
      self.init(
        .scanned, "字体没有文字对照，共\(refusal.detail)页，读不出文字", hint: "请先做文字识别，或由原文件另存为纯文本（UTF-8）",
        english: "has \(refusal.detail) page(s) whose fonts do not say which characters they show; "
          + "have its text recognised first, or save it anew from its original")
    case .tooLarge:
      self.init(
        .tooLarge, "\(format.rawValue)文件内容过大", hint: "请拆分后再放入",
        english: "is larger within than is taken (\(name): \(refusal.detail)); split it")
    case .empty:
      self.init(
        .empty, "\(format.rawValue)文件没有文字", hint: "请检查上传是否完成，再放入一次",
        english: "is a \(name) without text")
    case .sandbox:
      self.init(
        .missingTool, "读取程序的隔离无法建立（\(refusal.detail)），未打开文件",
        hint: "需要带Landlock和seccomp的内核（5.13以上）",
        english:
          "was not opened, because the walls around its reader could not be built (\(refusal.detail)); "
          + "a kernel of 5.13 or newer with Landlock and seccomp is needed")
    }
  }
}
