// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "CProbes.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define CALL(...) (syscall(__VA_ARGS__) < 0 ? errno : 0)

static int opens(const char *path, int flags) {
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0600);
  return file < 0 ? errno : (close(file), 0);
}

static char scratch[] = "/tmp/minuted-probe-XXXXXXXX";
static const char *name(void) {
  static unsigned turn;
  for (unsigned at = sizeof scratch - 9, id = (unsigned)getpid() * 31 + turn++; at < sizeof scratch - 1; at++, id /= 10)
    scratch[at] = (char)('0' + id % 10);
  return scratch;
}

static int reads_accounts(void) { return opens("/etc/passwd", O_RDONLY); }
static int reads_passwords(void) { return opens("/etc/shadow", O_RDONLY); }
static int reads_environment_of_init(void) { return opens("/proc/1/environ", O_RDONLY); }
static int reads_own_memory_map(void) { return opens("/proc/self/maps", O_RDONLY); }
static int reads_root_folder(void) { return opens("/", O_RDONLY | O_DIRECTORY); }
static int reads_journal_folder(void) { return opens("/var/log", O_RDONLY | O_DIRECTORY); }
static int opens_terminal(void) { int e = opens("/dev/tty", O_RDWR); return e == ENXIO || e == ENOENT ? 0 : e; }
static int writes_device(void) { return opens("/dev/null", O_WRONLY); }
static int makes_file(void) { int e = opens(name(), O_WRONLY | O_CREAT | O_EXCL); if (!e) unlink(scratch); return e; }
static int makes_unnamed_file(void) { return opens("/tmp", O_WRONLY | O_TMPFILE); }
static int makes_folder(void) { int e = CALL(SYS_mkdirat, AT_FDCWD, name(), 0700); if (!e) rmdir(scratch); return e; }
static int makes_symlink(void) { int e = CALL(SYS_symlinkat, "x", AT_FDCWD, name()); if (!e) unlink(scratch); return e; }
static int makes_fifo(void) { int e = CALL(SYS_mknodat, AT_FDCWD, name(), S_IFIFO | 0600, 0); if (!e) unlink(scratch); return e; }
static int makes_hard_link(void) { return CALL(SYS_linkat, AT_FDCWD, name(), AT_FDCWD, "/tmp/x", 0); }
static int removes_file(void) { return CALL(SYS_unlinkat, AT_FDCWD, name(), 0); }
static int renames_file(void) { return CALL(SYS_renameat2, AT_FDCWD, name(), AT_FDCWD, "/tmp/x", 0); }
static int truncates_file(void) { return CALL(SYS_truncate, name(), 0); }
static int changes_mode(void) { return CALL(SYS_fchmodat, AT_FDCWD, name(), 0600); }
static int changes_owner(void) { return CALL(SYS_fchownat, AT_FDCWD, name(), -1, -1, 0); }
static int changes_times(void) { return CALL(SYS_utimensat, AT_FDCWD, name(), 0, 0); }
static int sets_attribute(void) { return CALL(SYS_setxattr, name(), "user.x", "", 0, 0); }
static int changes_folder(void) { return CALL(SYS_chdir, "/"); }
static int changes_root(void) { return CALL(SYS_chroot, name()); }
static int mounts(void) { return CALL(SYS_mount, 0, name(), 0, 0, 0); }
static int opens_by_how(void) { return CALL(SYS_openat2, AT_FDCWD, "/", 0, 0); }
static int opens_by_handle(void) { return CALL(SYS_open_by_handle_at, -1, 0, 0); }
static int watches_files(void) { return CALL(SYS_inotify_init1, 0); }
static int makes_memory_file(void) { return CALL(SYS_memfd_create, "x", 0); }

static int socket_inet(void) { return CALL(SYS_socket, AF_INET, SOCK_STREAM, 0); }
static int socket_inet6(void) { return CALL(SYS_socket, AF_INET6, SOCK_DGRAM, 0); }
static int socket_unix(void) { return CALL(SYS_socket, AF_UNIX, SOCK_STREAM, 0); }
static int socket_netlink(void) { return CALL(SYS_socket, AF_NETLINK, SOCK_RAW, 0); }
static int socket_pair(void) { int pair[2]; return CALL(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, pair); }
static int connects(void) { return CALL(SYS_connect, -1, 0, 0); }

static int forks(void) {
  long child = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
  if (child == 0) syscall(SYS_exit_group, 0);
  return child < 0 ? errno : (waitpid((pid_t)child, 0, 0), 0);
}
static int clones_anew(void) { return CALL(SYS_clone3, 0, 0); }
static int runs_shell(void) { char *arguments[] = {"true", 0}, *none[] = {0}; return CALL(SYS_execve, "/bin/true", arguments, none); }
static int runs_descriptor(void) { char *none[] = {0}; return CALL(SYS_execveat, -1, "x", none, none, 0); }
static int signals_parent(void) { return CALL(SYS_kill, getppid(), 0); }
static int signals_thread(void) { return CALL(SYS_tgkill, getppid(), getppid(), 0); }
static int traces(void) { return CALL(SYS_ptrace, 0, 0, 0, 0); }
static int reads_parent_memory(void) { return CALL(SYS_process_vm_readv, getppid(), 0, 0, 0, 0, 0); }
static int writes_parent_memory(void) { return CALL(SYS_process_vm_writev, getppid(), 0, 0, 0, 0, 0); }
static int opens_process(void) { return CALL(SYS_pidfd_open, getppid(), 0); }
static int takes_descriptor(void) { return CALL(SYS_pidfd_getfd, -1, 0, 0); }
static int compares_processes(void) { return CALL(SYS_kcmp, getpid(), getpid(), 0, 0, 0); }
static int changes_user(void) { return CALL(SYS_setuid, getuid()); }
static int changes_groups(void) { return CALL(SYS_setgroups, -1, 0); }
static int changes_session(void) { return CALL(SYS_setpgid, 0, 0); }
static int changes_priority(void) { return CALL(SYS_setpriority, 0, 0, 0); }
static int changes_personality(void) { return CALL(SYS_personality, 0xffffffff); }
static int leaves_namespaces(void) { return CALL(SYS_unshare, CLONE_FS); }
static int joins_namespace(void) { return CALL(SYS_setns, -1, 0); }
static int raises_limits(void) { unsigned long both[2] = {8, 8}; return CALL(SYS_prlimit64, 0, 7, both, 0); }

static int maps_writable_code(void) {
  return syscall(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) < 0 ? errno : 0;
}
static int maps_code_from_nowhere(void) {
  return syscall(SYS_mmap, 0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) < 0 ? errno : 0;
}
static int makes_data_code(void) {
  void *page = (void *)syscall(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return CALL(SYS_mprotect, page, 4096, PROT_READ | PROT_EXEC);
}
static int shares_memory(void) { return CALL(SYS_shmget, 0, 4096, 0); }
static int locks_memory(void) { return CALL(SYS_mlockall, 0); }
static int handles_faults(void) { return CALL(SYS_userfaultfd, 0xffff); }

static int adds_key(void) { return CALL(SYS_add_key, 0, 0, 0, 0, 0); }
static int controls_keys(void) { return CALL(SYS_keyctl, 0xffff, 0, 0, 0, 0); }
static int loads_bpf(void) { return CALL(SYS_bpf, 0xffff, 0, 0); }
static int measures(void) { return CALL(SYS_perf_event_open, 0, 0, -1, -1, 0); }
static int sets_up_ring(void) { return CALL(SYS_io_uring_setup, 0, 0); }
static int loads_module(void) { return CALL(SYS_finit_module, -1, 0, 0); }
static int reads_kernel_log(void) { return CALL(SYS_syslog, 10, 0, 0); }
static int sets_clock(void) { return CALL(SYS_clock_settime, 99, 0); }
static int queues_messages(void) { return CALL(SYS_mq_open, "", 0, 0, 0); }
static int makes_timer(void) { return CALL(SYS_timerfd_create, 0, 0); }
static int makes_pipe(void) { int pair[2]; return CALL(SYS_pipe2, pair, 0); }

#define PROBE(function) {#function, function}
// What only the administrator may do, with arguments that do nothing where it is allowed.
static int swaps(void) { return CALL(SYS_swapon, name(), 0); }
static int names_machine(void) { return CALL(SYS_sethostname, 0, 1); }
static int opens_ports(void) { return CALL(SYS_ioperm, 0x80, 1, 0); }
static int keeps_accounts(void) { return CALL(SYS_acct, name()); }
static int sets_quota(void) { return CALL(SYS_quotactl, 0, 0, 0, 0); }
static int restarts(void) { return CALL(SYS_reboot, 0, 0, 0, 0); }
static int unloads_module(void) { return CALL(SYS_delete_module, name(), 0); }

static const struct { const char *name; int (*try)(void); } probes[] = {
  PROBE(reads_accounts), PROBE(reads_passwords), PROBE(reads_environment_of_init), PROBE(reads_own_memory_map),
  PROBE(reads_root_folder), PROBE(reads_journal_folder), PROBE(opens_terminal), PROBE(writes_device), PROBE(makes_file),
  PROBE(makes_unnamed_file), PROBE(makes_folder), PROBE(makes_symlink), PROBE(makes_fifo), PROBE(makes_hard_link),
  PROBE(removes_file), PROBE(renames_file), PROBE(truncates_file), PROBE(changes_mode), PROBE(changes_owner),
  PROBE(changes_times), PROBE(sets_attribute), PROBE(changes_folder), PROBE(changes_root), PROBE(mounts),
  PROBE(opens_by_how), PROBE(opens_by_handle), PROBE(watches_files), PROBE(makes_memory_file), PROBE(socket_inet),
  PROBE(socket_inet6), PROBE(socket_unix), PROBE(socket_netlink), PROBE(socket_pair), PROBE(connects), PROBE(forks),
  PROBE(clones_anew), PROBE(runs_shell), PROBE(runs_descriptor), PROBE(signals_parent), PROBE(signals_thread),
  PROBE(traces), PROBE(reads_parent_memory), PROBE(writes_parent_memory), PROBE(opens_process),
  PROBE(takes_descriptor), PROBE(compares_processes), PROBE(changes_user), PROBE(changes_groups),
  PROBE(changes_session), PROBE(changes_priority), PROBE(changes_personality), PROBE(leaves_namespaces),
  PROBE(joins_namespace), PROBE(raises_limits), PROBE(maps_writable_code), PROBE(maps_code_from_nowhere),
  PROBE(makes_data_code), PROBE(shares_memory), PROBE(locks_memory), PROBE(handles_faults), PROBE(adds_key),
  PROBE(controls_keys), PROBE(loads_bpf), PROBE(measures), PROBE(sets_up_ring), PROBE(loads_module),
  PROBE(reads_kernel_log), PROBE(sets_clock), PROBE(queues_messages), PROBE(makes_timer), PROBE(makes_pipe),
  PROBE(swaps), PROBE(names_machine), PROBE(opens_ports), PROBE(keeps_accounts), PROBE(sets_quota), PROBE(restarts),
  PROBE(unloads_module),
};

int probe_count(void) { return sizeof probes / sizeof *probes; }
const char *probe_name(int index) { return probes[index].name; }
int probe_try(int index) { return probes[index].try(); }
