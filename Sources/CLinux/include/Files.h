// SPDX-License-Identifier: Apache-2.0
// Opening files, and their kinds: what is variadic or a macro in C.
#pragma once
#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>

/// openat(2) without its variadic mode; fails with -1 and errno.
static inline int minuted_openat(int directory, const char *name, int flags, mode_t mode) {
  return openat(directory, name, flags, mode);
}

/// S_ISREG and its like are macros with arguments, which Swift cannot see.
static inline int minuted_is_regular(mode_t mode) { return S_ISREG(mode); }
static inline int minuted_is_directory(mode_t mode) { return S_ISDIR(mode); }
static inline int minuted_is_socket(mode_t mode) { return S_ISSOCK(mode); }

/// A new mount namespace for the calling thread alone; tests that bring their own journald use it.
static inline int minuted_unshare_mounts(void) { return unshare(CLONE_NEWNS); }
