// SPDX-License-Identifier: Apache-2.0
// The size of a terminal: ioctl is variadic.
#pragma once
#include <sys/ioctl.h>

/// How many columns the terminal behind a descriptor has, or 0 where it is none.
static inline int minuted_terminal_columns(int descriptor) {
  struct winsize size = {0};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
