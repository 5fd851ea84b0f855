// SPDX-License-Identifier: Apache-2.0

@main struct Minuted { static func main() {} }
