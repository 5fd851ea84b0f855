// SPDX-License-Identifier: Apache-2.0
// Opening files, and their kinds: what is variadic or a macro in C.
#pragma once
#include <fcntl.h>
#include <sys/stat.h>

/// openat(2) without its variadic mode; fails with -1 and errno.
static inline int minuted_openat(int directory, const char *name, int flags, mode_t mode) {
  return openat(directory, name, flags, mode);
}

/// S_ISREG and its like are macros with arguments, which Swift cannot see.
static inline int minuted_is_regular(mode_t mode) { return S_ISREG(mode); }
static inline int minuted_is_directory(mode_t mode) { return S_ISDIR(mode); }
static inline int minuted_is_socket(mode_t mode) { return S_ISSOCK(mode); }

/// The handle by which the file system knows a file; an inode number is given to the next file at once, a handle not.
/// Returns its length in bytes, or -1 with errno where the file system has none; an empty name is the descriptor itself.
int minuted_file_handle(int directory, const char *name, unsigned char *handle, unsigned int room);

/// Writes out the whole file system that the descriptor lies on.
int minuted_syncfs(int descriptor);

/// Swaps two entries in one step (RENAME_EXCHANGE); tests that race with the inbox use it.
int minuted_exchange(const char *one, const char *other);

/// A new mount namespace for the calling thread alone; tests that bring their own journald use it.
int minuted_unshare_mounts(void);
