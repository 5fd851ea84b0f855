// SPDX-License-Identifier: Apache-2.0
// What GNU adds stands here and not in the headers: with _GNU_SOURCE in one module and not in the next, Swift finds two
// definitions of the same struct of the C library.
#define _GNU_SOURCE
#include "CLinux.h"
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int minuted_peer_uid(int socket) {
  struct ucred peer;
  socklen_t size = sizeof peer;
  return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 ? (int)peer.uid : -1;
}

int minuted_peer_is_member(int socket, gid_t group) {
  struct ucred peer;
  gid_t groups[4096];
  socklen_t size = sizeof peer, room = sizeof groups;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.gid == group) return 1;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups, &room) < 0) return 0;
  for (size_t i = 0; i < room / sizeof *groups; i++)
    if (groups[i] == group) return 1;
  return 0;
}

int minuted_unix_accept(int socket) { return accept4(socket, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK); }

int minuted_file_handle(int directory, const char *name, unsigned char *handle, unsigned int room) {
  union { struct file_handle head; char room[sizeof(struct file_handle) + MAX_HANDLE_SZ]; } found;
  int mount;
  found.head.handle_bytes = MAX_HANDLE_SZ;
  if (name_to_handle_at(directory, name, &found.head, &mount, *name ? 0 : AT_EMPTY_PATH) < 0) return -1;
  if (found.head.handle_bytes > room) return errno = EOVERFLOW, -1;
  memcpy(handle, found.head.f_handle, found.head.handle_bytes);
  return (int)found.head.handle_bytes;
}

int minuted_syncfs(int descriptor) { return syncfs(descriptor); }

int minuted_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

int minuted_unshare_mounts(void) { return unshare(CLONE_NEWNS); }

#include <link.h>
#include <malloc.h>

void minuted_trim_heap(void) { malloc_trim(0); }

static int constant_segments(struct dl_phdr_info *image, size_t size, void *body) {
  for (int i = 0; i < image->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &image->dlpi_phdr[i];
    if (segment->p_type == PT_LOAD && !(segment->p_flags & PF_W))
      ((void (*)(void *, size_t))body)((void *)(image->dlpi_addr + segment->p_vaddr), segment->p_memsz);
  }
  return 0;
}

void minuted_each_constant_segment(void (*body)(void *, size_t)) { dl_iterate_phdr(constant_segments, (void *)body); }

#include <linux/landlock.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

int minuted_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING); }

int minuted_seal(int memory_file) {
  return fcntl(memory_file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
}

int minuted_spawn_closing(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int minuted_pidfd(pid_t child) { return pidfd_open(child, 0); }

int minuted_pidfd_signal(int pidfd, int number) { return pidfd_send_signal(pidfd, number, NULL, 0); }

int minuted_pidfd_reap(int pidfd, long *peak) {
  siginfo_t ended = {0};
  struct rusage used = {0}, own = {0};
  // The C library's waitid() leaves out what the kernel's tells of the memory used.
  if (syscall(SYS_waitid, P_PIDFD, pidfd, &ended, WEXITED, &used) < 0) return -1;
  // Until it has become another program a child has its parent's memory, which the kernel counts as its own.
  getrusage(RUSAGE_SELF, &own);
  *peak = used.ru_maxrss > own.ru_maxrss ? used.ru_maxrss * 1024 : 0;
  return ended.si_code == CLD_EXITED ? ended.si_status : 256 + ended.si_status;
}

int minuted_renounce(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ? -1 : prctl(PR_SET_PDEATHSIG, SIGKILL);
}

int minuted_landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

int minuted_landlock_ruleset(uint64_t files, uint64_t network, uint64_t scopes, size_t size) {
  // Newer kernels know more members than the headers this is built with.
  uint64_t handled[3] = {files, network, scopes};
  return (int)syscall(SYS_landlock_create_ruleset, handled, size, 0);
}

int minuted_landlock_allow(int ruleset, int path, uint64_t rights) {
  struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = path};
  return (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

int minuted_landlock_restrict(int ruleset) { return (int)syscall(SYS_landlock_restrict_self, ruleset, 0); }

int minuted_limit(int resource, uint64_t limit, uint64_t most) {
  struct rlimit both = {.rlim_cur = limit, .rlim_max = most};
  return setrlimit(resource, &both);
}

int minuted_open_path(const char *path) { return open(path, O_PATH | O_CLOEXEC); }
