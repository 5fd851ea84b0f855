// SPDX-License-Identifier: Apache-2.0
// Children, and the walls a process builds around itself: what is GNU's, variadic or a raw system call.
#pragma once
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A file in memory, closed on exec, or -1 with errno.
int minuted_memory_file(const char *name);

/// Forbids every further change of a file in memory; 0, or -1 with errno.
int minuted_seal(int memory_file);

/// Adds to a spawn: every descriptor from `first` on is closed; 0 or an errno.
int minuted_spawn_closing(posix_spawn_file_actions_t *actions, int first);

/// A descriptor that becomes readable when the child ends, closed on exec, or -1 with errno.
int minuted_pidfd(pid_t child);

/// Sends a signal to the child behind a pidfd, never to a stranger that was given its number.
int minuted_pidfd_signal(int pidfd, int number);

/// Reaps the child behind a pidfd: its exit status, or 256 + the signal that ended it, or -1 with errno. `peak` is set to
/// the most memory it held, in bytes; to 0 where that was no more than the most that this process ever held, which says
/// nothing of the child.
int minuted_pidfd_reap(int pidfd, long *peak);

/// PR_SET_NO_NEW_PRIVS and death together with the parent; 0, or -1 with errno.
int minuted_renounce(void);

/// The kernel's version of Landlock, or -1 with errno where it has none.
int minuted_landlock_version(void);

/// A Landlock ruleset that handles these rights (files, network, scopes; `size` bytes of them), or -1 with errno.
int minuted_landlock_ruleset(uint64_t files, uint64_t network, uint64_t scopes, size_t size);

/// Allows `rights` beneath an opened path.
int minuted_landlock_allow(int ruleset, int path, uint64_t rights);

/// Closes the walls: from here on nothing is allowed that the ruleset does not allow.
int minuted_landlock_restrict(int ruleset);

/// setrlimit(2); in C its resource is an enum for GNU and an int for everybody else.
int minuted_limit(int resource, uint64_t limit, uint64_t most);

/// A descriptor that names a file or folder without opening it, closed on exec, or -1 with errno.
int minuted_open_path(const char *path);
