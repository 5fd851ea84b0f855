// SPDX-License-Identifier: Apache-2.0
internal import CXML
internal import Glibc

/// Has the libraries open now what they would open later: within the walls nothing can be opened.
enum Preparation {
  static func prepare() {
    // libarchive turns times to local ones, for which the C library reads /etc/localtime; UTC0 needs no file.
    setenv("TZ", "UTC0", 1)
    tzset()
    // Names in archives are converted by the locale; C.UTF-8 is built in.
    setlocale(LC_CTYPE, "C.UTF-8")
    xmlInitParser()
  }
}
