// SPDX-License-Identifier: Apache-2.0

/// JSON over several lines, two spaces a level, as `--json=pretty` prints it.
enum PrettyJSON {
  /// The same text with line ends and spaces; strings stay as they are, empty brackets stay together.
  static func text(_ json: [UInt8]) -> [UInt8] {
    var pretty: [UInt8] = []
    var (depth, isString, isEscaped) = (0, false, false)
    for (place, byte) in json.enumerated() {
      if isString {
        pretty.append(byte)
        isString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch Unicode.Scalar(byte) {
      case "{", "[":
        depth += 1
        pretty.append(byte)
        let next = place + 1 < json.count ? json[place + 1] : 0
        if next != UInt8(ascii: "}"), next != UInt8(ascii: "]") { pretty += lineEnd(depth) }
      case "}", "]":
        depth = max(0, depth - 1)
        let last = place > 0 ? json[place - 1] : 0
        if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { pretty += lineEnd(depth) }
        pretty.append(byte)
      case ",": pretty += [byte] + lineEnd(depth)
      case ":": pretty += [byte, UInt8(ascii: " ")]
      default:
        isString = byte == UInt8(ascii: "\"")
        pretty.append(byte)
      }
    }
    return pretty
  }

  private static func lineEnd(_ depth: Int) -> [UInt8] {
    [UInt8(ascii: "\n")] + [UInt8](repeating: UInt8(ascii: " "), count: 2 * depth)
  }
}
