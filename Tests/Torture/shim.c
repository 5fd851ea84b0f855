// SPDX-License-Identifier: Apache-2.0
// Stands between minuted and the C library (LD_PRELOAD), and does to its calls what the driver says.
//
// The driver and the shim share one page of memory, the file $TORTURE_CONTROL: the driver says which calls count,
// the shim counts them over all threads, and when the driver's number comes up the call fails with the driver's error,
// or the process is killed at its entry. The static Swift runtime and libsqlite3 go through the same libc symbols, so
// nothing that reaches the kernel on the way of a file passes by. harness/shim.py holds the other side.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { OPEN, READ, WRITE, SYNC, NAME, LOOK, SIZE, MAP, SOCKET, WATCH, LOOP, LOCK, THREAD, CLOSE, SEND };
enum action { NOTHING, FAIL, KILL, TEAR, PRETEND, OVERFLOW };

struct control {
  _Atomic uint64_t calls;          // counted so far
  uint64_t first, last;            // these are hit, both included; 0 is none
  uint32_t action, error;
  uint64_t counted;                // kinds that count, one bit each
  uint64_t lying;                  // kinds that claim success and do nothing
  int64_t clock;                   // nanoseconds that the wall clock is ahead
  _Atomic uint64_t mallocs;
  uint64_t malloc_first, malloc_last;
  _Atomic uint64_t hits;
  uint32_t chance, log;            // of a million calls so many are hit; whether calls are written down
  uint64_t struck;                 // of the kinds that count, those that are hit
  uint64_t keeping;                // whether what was synced is kept for after a power cut
  uint64_t most;                   // hits at most; 0 is no limit
  char path[136];                  // only calls on paths that have this in them are hit; empty is all
};

static struct control *control;
static int notes = -1;
static _Thread_local int inside;   // calls of the shim's own are not minuted's

__attribute__((constructor)) static void attach(void) {
  const char *path = getenv("TORTURE_CONTROL"), *log = getenv("TORTURE_LOG");
  if (!path) return;
  int file = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void *page = (void *)syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (log) notes = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  syscall(SYS_close, file);
  if (page != MAP_FAILED) control = page;
}

// One line a call: its number, kind and name, and the path behind its descriptor.
static void note(uint64_t number, enum kind kind, const char *name, int descriptor, const char *path) {
  char link[64], target[512] = "", line[700];
  if (path) snprintf(target, sizeof target, "%s", path);
  else if (descriptor >= 0) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, target, sizeof target - 1);
    target[length > 0 ? length : 0] = 0;
  }
  int length = snprintf(line, sizeof line, "%lu\t%d\t%s\t%s\n", (unsigned long)number, (int)kind, name, target);
  syscall(SYS_write, notes, line, length);
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

// Whether the path of a call, or what its descriptor is open on, has control->path in it.
static int is_meant(int descriptor, const char *path) {
  char link[64], target[512];
  if (!control->path[0]) return 1;
  if (path) return strstr(path, control->path) != NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, target, sizeof target - 1);
  target[length > 0 ? length : 0] = 0;
  return strstr(target, control->path) != NULL;
}

static int strikes(uint64_t number) {
  if (control->first && number >= control->first && number <= control->last) return 1;
  if (!control->chance) return 0;
  uint64_t dice = number * 0x9E3779B97F4A7C15u;          // evenly spread, and the same for the same number
  return (dice ^ dice >> 29) % 1000000 < control->chance;
}

// What becomes of this call: 0 to do it, -1 to claim that it was done, else the error to fail with.
static int fate(enum kind kind, const char *name, int descriptor, const char *path) {
  if (!control || inside) return 0;
  int told = control->lying >> kind & 1 ? -1 : 0;
  if (!(control->counted >> kind & 1)) return told;
  int saved = errno;
  uint64_t number = atomic_fetch_add(&control->calls, 1) + 1;
  if (control->log && notes >= 0) note(number, kind, name, descriptor, path);
  errno = saved;
  if (!(control->struck >> kind & 1) || !strikes(number) || !is_meant(descriptor, path)) return told;
  if (control->most && atomic_load(&control->hits) >= control->most) return told;
  atomic_fetch_add(&control->hits, 1);
  if (control->action == KILL) die();
  return control->action == FAIL ? (int)control->error : control->action == PRETEND ? -1 : told;
}

#define REAL(type, name, parameters) \
  static type (*real) parameters; \
  if (!real) real = (type (*) parameters)dlsym(RTLD_NEXT, #name)

// A call that fails with `failure` and errno.
#define CALL(kind, type, name, failure, descriptor, path, parameters, arguments) \
  type name parameters { \
    REAL(type, name, parameters); \
    int fated = fate(kind, #name, descriptor, path); \
    if (fated > 0) { errno = fated; return failure; } \
    return fated ? (type)0 : real arguments; \
  }
#define BY_DESCRIPTOR(kind, type, name, parameters, arguments) \
  CALL(kind, type, name, -1, descriptor, NULL, parameters, arguments)
#define BY_PATH(kind, type, name, parameters, arguments) CALL(kind, type, name, -1, -1, path, parameters, arguments)
#define BOTH(macro, kind, type, name, parameters, arguments) \
  macro(kind, type, name, parameters, arguments) macro(kind, type, name##64, parameters, arguments)

// Opening: the mode is variadic, and only there if something may be made.
#define OPENING(name, first, path, ...) \
  int name(first, int flags, ...) { \
    REAL(int, name, (first, int, ...)); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    int fated = fate(OPEN, #name, -1, path); \
    if (fated > 0) { errno = fated; return -1; } \
    return real(__VA_ARGS__, flags, mode); \
  }
#define COMMA ,
OPENING(open, const char *path, path, path)
OPENING(open64, const char *path, path, path)
OPENING(openat, int at COMMA const char *path, path, at, path)
OPENING(openat64, int at COMMA const char *path, path, at, path)
BY_PATH(OPEN, int, __open_2, (const char *path, int flags), (path, flags))
BY_PATH(OPEN, int, __open64_2, (const char *path, int flags), (path, flags))
BY_PATH(OPEN, int, __openat_2, (int at, const char *path, int flags), (at, path, flags))
BY_PATH(OPEN, int, __openat64_2, (int at, const char *path, int flags), (at, path, flags))
CALL(OPEN, FILE *, fopen, NULL, -1, path, (const char *path, const char *mode), (path, mode))
CALL(OPEN, FILE *, fopen64, NULL, -1, path, (const char *path, const char *mode), (path, mode))
CALL(OPEN, DIR *, opendir, NULL, -1, path, (const char *path), (path))
CALL(OPEN, DIR *, fdopendir, NULL, descriptor, NULL, (int descriptor), (descriptor))
BY_PATH(OPEN, int, mkdir, (const char *path, mode_t mode), (path, mode))
BY_PATH(OPEN, int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode))
BY_PATH(OPEN, int, memfd_create, (const char *path, unsigned flags), (path, flags))
BY_PATH(OPEN, int, name_to_handle_at, (int at, const char *path, struct file_handle *handle, int *mount, int flags),
        (at, path, handle, mount, flags))
BY_DESCRIPTOR(OPEN, int, dup, (int descriptor), (descriptor))

// Reading of inotify can overflow: what happened is gone, and a sign of that is all there is.
ssize_t read(int descriptor, void *to, size_t count) {
  REAL(ssize_t, read, (int, void *, size_t));
  uint64_t before = control ? atomic_load(&control->hits) : 0;
  int fated = fate(READ, "read", descriptor, NULL);
  if (fated) return fated > 0 ? (errno = fated, -1) : 0;
  ssize_t result = real(descriptor, to, count);
  if (!control || control->action != OVERFLOW || atomic_load(&control->hits) == before) return result;
  if (result < (ssize_t)sizeof(struct inotify_event)) return result;
  *(struct inotify_event *)to = (struct inotify_event){.wd = -1, .mask = IN_Q_OVERFLOW};
  return sizeof(struct inotify_event);
}
BY_DESCRIPTOR(READ, ssize_t, __read_chk, (int descriptor, void *to, size_t count, size_t room),
              (descriptor, to, count, room))
BOTH(BY_DESCRIPTOR, READ, ssize_t, pread, (int descriptor, void *to, size_t count, off_t at),
     (descriptor, to, count, at))
BY_DESCRIPTOR(READ, ssize_t, __pread64_chk, (int descriptor, void *to, size_t count, off_t at, size_t room),
              (descriptor, to, count, at, room))

// Writing can be torn: half of it is done, and the process is killed.
static int tears(enum kind kind, const char *name, int descriptor, size_t count, int *fated) {
  uint64_t before = control ? atomic_load(&control->hits) : 0;
  *fated = fate(kind, name, descriptor, NULL);
  return control && control->action == TEAR && count > 1 && atomic_load(&control->hits) != before;
}
#define WRITING(name, parameters, halved, whole) \
  ssize_t name parameters { \
    REAL(ssize_t, name, parameters); \
    int fated; \
    if (tears(WRITE, #name, descriptor, count, &fated)) { real halved; die(); } \
    if (fated > 0) { errno = fated; return -1; } \
    return fated ? (ssize_t)count : real whole; \
  }
WRITING(write, (int descriptor, const void *from, size_t count), (descriptor, from, count / 2), (descriptor, from, count))
WRITING(pwrite, (int descriptor, const void *from, size_t count, off_t at), (descriptor, from, count / 2, at),
        (descriptor, from, count, at))
WRITING(pwrite64, (int descriptor, const void *from, size_t count, off_t at), (descriptor, from, count / 2, at),
        (descriptor, from, count, at))
BY_DESCRIPTOR(WRITE, ssize_t, writev, (int descriptor, const struct iovec *from, int count), (descriptor, from, count))

// What survives a power cut, if the disk does no more than it must: of a file what it held when it was last synced, of
// a folder the names that it held then. Both are copied to $TORTURE_DURABLE, by inode; harness/powercut.py makes the
// state folder anew from that. tmpfs gives no inode number twice.
static void keep_file(int from, const struct stat *status) {
  char draft[640], kept[600], buffer[65536];
  snprintf(kept, sizeof kept, "%s/%lu", getenv("TORTURE_DURABLE"), (unsigned long)status->st_ino);
  snprintf(draft, sizeof draft, "%s.%d", kept, (int)syscall(SYS_gettid));
  int to = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  ssize_t count;
  for (off_t at = 0; (count = pread(from, buffer, sizeof buffer, at)) > 0; at += count)
    if (write(to, buffer, count) != count) break;
  close(to);
  rename(draft, kept);
}
static void keep_folder(int descriptor, const struct stat *status) {
  char draft[640], kept[600];
  snprintf(kept, sizeof kept, "%s/%lu", getenv("TORTURE_DURABLE"), (unsigned long)status->st_ino);
  snprintf(draft, sizeof draft, "%s.%d", kept, (int)syscall(SYS_gettid));
  DIR *folder = fdopendir(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  FILE *list = fopen(draft, "we");
  if (!folder || !list) return;
  for (struct dirent *entry; (entry = readdir(folder));)
    if (entry->d_name[0] != '.') fprintf(list, "%lu\t%d\t%s\n", (unsigned long)entry->d_ino, entry->d_type == DT_DIR, entry->d_name);
  fclose(list);
  closedir(folder);
  rename(draft, kept);
}
static void keep_tree(int descriptor) {
  struct stat status;
  if (fstat(descriptor, &status) < 0) return;
  if (!S_ISDIR(status.st_mode)) return keep_file(descriptor, &status);
  keep_folder(descriptor, &status);
  DIR *folder = fdopendir(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    int child = entry->d_name[0] == '.' ? -1 : openat(descriptor, entry->d_name, O_RDONLY | O_CLOEXEC);
    if (child >= 0) keep_tree(child), close(child);
  }
  if (folder) closedir(folder);
}
static void keep(int descriptor, int whole) {
  struct stat status;
  char link[64], path[512];
  const char *disk = getenv("TORTURE_DISK");
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  inside = 1;
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = 0;
  if (disk && strncmp(path, disk, strlen(disk)) == 0 && fstat(descriptor, &status) == 0) {
    int root = whole ? open(disk, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (whole) keep_tree(root), close(root);
    else if (S_ISDIR(status.st_mode)) keep_folder(descriptor, &status);
    else keep_file(descriptor, &status);
  }
  inside = 0;
}
#define SYNCING(name, whole) \
  int name(int descriptor) { \
    REAL(int, name, (int)); \
    int fated = fate(SYNC, #name, descriptor, NULL); \
    if (fated > 0) { errno = fated; return -1; } \
    int result = fated ? 0 : real(descriptor); \
    if (!fated && result == 0 && control && control->keeping && !inside) keep(descriptor, whole); \
    return result; \
  }
SYNCING(fsync, 0)
SYNCING(fdatasync, 0)
SYNCING(syncfs, 1)

BY_PATH(NAME, int, rename, (const char *path, const char *to), (path, to))
BY_PATH(NAME, int, renameat, (int at, const char *path, int other, const char *to), (at, path, other, to))
BY_PATH(NAME, int, renameat2, (int at, const char *path, int other, const char *to, unsigned flags),
        (at, path, other, to, flags))
BY_PATH(NAME, int, link, (const char *path, const char *to), (path, to))
BY_PATH(NAME, int, linkat, (int at, const char *path, int other, const char *to, int flags), (at, path, other, to, flags))
BY_PATH(NAME, int, unlink, (const char *path), (path))
BY_PATH(NAME, int, unlinkat, (int at, const char *path, int flags), (at, path, flags))

// Structures have two names as well; both are one thing here.
#define STATUS(macro, name, structure, parameters, arguments) \
  macro(LOOK, int, name, (parameters, struct structure *status), arguments) \
  macro(LOOK, int, name##64, (parameters, struct structure##64 *status), arguments)
STATUS(BY_PATH, stat, stat, const char *path, (path, status))
STATUS(BY_PATH, lstat, stat, const char *path, (path, status))
STATUS(BY_DESCRIPTOR, fstat, stat, int descriptor, (descriptor, status))
STATUS(BY_PATH, statfs, statfs, const char *path, (path, status))
STATUS(BY_DESCRIPTOR, fstatfs, statfs, int descriptor, (descriptor, status))
STATUS(BY_PATH, statvfs, statvfs, const char *path, (path, status))
BY_PATH(LOOK, int, fstatat, (int at, const char *path, struct stat *status, int flags), (at, path, status, flags))
BY_PATH(LOOK, int, fstatat64, (int at, const char *path, struct stat64 *status, int flags), (at, path, status, flags))
BY_PATH(LOOK, int, statx, (int at, const char *path, int flags, unsigned mask, struct statx *status),
        (at, path, flags, mask, status))
BY_PATH(LOOK, int, access, (const char *path, int mode), (path, mode))
BY_PATH(LOOK, int, faccessat, (int at, const char *path, int mode, int flags), (at, path, mode, flags))
CALL(LOOK, struct dirent *, readdir, NULL, -1, NULL, (DIR *folder), (folder))
CALL(LOOK, struct dirent64 *, readdir64, NULL, -1, NULL, (DIR *folder), (folder))
BOTH(BY_DESCRIPTOR, LOOK, off_t, lseek, (int descriptor, off_t to, int whence), (descriptor, to, whence))

BOTH(BY_DESCRIPTOR, SIZE, int, ftruncate, (int descriptor, off_t length), (descriptor, length))
BOTH(BY_DESCRIPTOR, SIZE, int, fallocate, (int descriptor, int mode, off_t at, off_t length),
     (descriptor, mode, at, length))

#define MAPPING(name) \
  CALL(MAP, void *, name, MAP_FAILED, descriptor, NULL, \
       (void *near, size_t length, int protection, int flags, int descriptor, off_t at), \
       (near, length, protection, flags, descriptor, at))
MAPPING(mmap)
MAPPING(mmap64)

BY_DESCRIPTOR(SEND, ssize_t, sendmsg, (int descriptor, const struct msghdr *message, int flags),
              (descriptor, message, flags))
BY_DESCRIPTOR(SEND, ssize_t, sendto,
              (int descriptor, const void *from, size_t count, int flags, const struct sockaddr *to, socklen_t length),
              (descriptor, from, count, flags, to, length))
CALL(SOCKET, int, socket, -1, -1, NULL, (int family, int type, int protocol), (family, type, protocol))
BY_DESCRIPTOR(SOCKET, int, bind, (int descriptor, const struct sockaddr *to, socklen_t length), (descriptor, to, length))
BY_DESCRIPTOR(SOCKET, int, connect, (int descriptor, const struct sockaddr *to, socklen_t length),
              (descriptor, to, length))
BY_DESCRIPTOR(SOCKET, int, listen, (int descriptor, int backlog), (descriptor, backlog))

CALL(WATCH, int, inotify_init1, -1, -1, NULL, (int flags), (flags))
CALL(WATCH, int, inotify_add_watch, -1, -1, path, (int descriptor, const char *path, uint32_t mask),
     (descriptor, path, mask))

CALL(LOOP, int, epoll_create1, -1, -1, NULL, (int flags), (flags))
BY_DESCRIPTOR(LOOP, int, epoll_ctl, (int descriptor, int operation, int of, struct epoll_event *event),
              (descriptor, operation, of, event))
BY_DESCRIPTOR(LOOP, int, epoll_wait, (int descriptor, struct epoll_event *events, int most, int timeout),
              (descriptor, events, most, timeout))
CALL(LOOP, int, eventfd, -1, -1, NULL, (unsigned count, int flags), (count, flags))
BY_DESCRIPTOR(LOOP, int, eventfd_write, (int descriptor, eventfd_t value), (descriptor, value))
BY_DESCRIPTOR(LOOP, int, eventfd_read, (int descriptor, eventfd_t *value), (descriptor, value))
CALL(LOOP, int, timerfd_create, -1, -1, NULL, (int clock, int flags), (clock, flags))
BY_DESCRIPTOR(LOOP, int, timerfd_settime,
              (int descriptor, int flags, const struct itimerspec *to, struct itimerspec *old),
              (descriptor, flags, to, old))

// To give a lock back never fails on a disk of this machine, and SQLite has no answer to it.
static int unlocks(int command, void *argument) {
  return (command == F_SETLK || command == F_SETLKW) && ((struct flock *)argument)->l_type == F_UNLCK;
}
#define LOCKING(name) \
  int name(int descriptor, int command, ...) { \
    REAL(int, name, (int, int, ...)); \
    va_list rest; \
    va_start(rest, command); \
    void *argument = va_arg(rest, void *); \
    va_end(rest); \
    int fated = unlocks(command, argument) ? 0 : fate(LOCK, #name, descriptor, NULL); \
    if (fated > 0) { errno = fated; return -1; } \
    return real(descriptor, command, argument); \
  }
LOCKING(fcntl)
LOCKING(fcntl64)

int pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*body)(void *), void *argument) {
  REAL(int, pthread_create, (pthread_t *, const pthread_attr_t *, void *(*)(void *), void *));
  int fated = fate(THREAD, "pthread_create", -1, NULL);
  return fated > 0 ? fated : real(thread, how, body, argument);
}

// A close that fails has closed all the same.
int close(int descriptor) {
  REAL(int, close, (int));
  int fated = fate(CLOSE, "close", descriptor, NULL);
  int result = real(descriptor);
  return fated > 0 ? (errno = fated, -1) : result;
}

// The wall clock. What waits, waits on CLOCK_MONOTONIC and CLOCK_BOOTTIME, which are not touched.
static void set_ahead(int64_t *seconds, int64_t *nanoseconds) {
  int64_t sum = *nanoseconds + (control ? control->clock % 1000000000 : 0);
  *seconds += (control ? control->clock / 1000000000 : 0) + (sum >= 1000000000) - (sum < 0);
  *nanoseconds = (sum + 1000000000) % 1000000000;
}
int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = syscall(SYS_clock_gettime, clock, time);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) set_ahead(&time->tv_sec, &time->tv_nsec);
  return result;
}
int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec, time->tv_usec = now.tv_nsec / 1000;
  return 0;
}
time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

// Memory: the K-th request is refused.
void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t), *__libc_memalign(size_t, size_t);
static int refused(void) {
  if (!control) return 0;
  uint64_t number = atomic_fetch_add_explicit(&control->mallocs, 1, memory_order_relaxed) + 1;
  if (!control->malloc_first || number < control->malloc_first || number > control->malloc_last) return 0;
  atomic_fetch_add(&control->hits, 1);
  errno = ENOMEM;
  return 1;
}
void *malloc(size_t size) { return refused() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return refused() ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return refused() ? NULL : __libc_realloc(old, size); }
void *memalign(size_t alignment, size_t size) { return refused() ? NULL : __libc_memalign(alignment, size); }
void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
int posix_memalign(void **result, size_t alignment, size_t size) {
  void *made = memalign(alignment, size);
  if (made) *result = made;
  return made ? 0 : ENOMEM;
}
