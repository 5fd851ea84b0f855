// SPDX-License-Identifier: Apache-2.0
// Stream sockets in the file system: sockaddr_un holds its path in a C array, which Swift sees as a tuple.
#pragma once
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/// The address of `path` in `address`, or -1 where it is too long.
static inline int minuted_unix_address(struct sockaddr_un *address, const char *path) {
  memset(address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  if (strlen(path) >= sizeof address->sun_path) return errno = ENAMETOOLONG, -1;
  strcpy(address->sun_path, path);
  return 0;
}

/// A socket that listens at `path`, which must not exist, or -1 with errno.
static inline int minuted_unix_listen(const char *path) {
  struct sockaddr_un address;
  if (minuted_unix_address(&address, path) < 0) return -1;
  int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (made >= 0 && bind(made, (struct sockaddr *)&address, sizeof address) == 0 && listen(made, 16) == 0) return made;
  if (made >= 0) close(made);
  return -1;
}

/// A socket connected to `path`, or -1 with errno.
static inline int minuted_unix_connect(const char *path) {
  struct sockaddr_un address;
  if (minuted_unix_address(&address, path) < 0) return -1;
  int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (made >= 0 && connect(made, (struct sockaddr *)&address, sizeof address) == 0) return made;
  if (made >= 0) close(made);
  return -1;
}

/// The next connection of a listening socket, non-blocking and closed on exec, or -1 with errno.
int minuted_unix_accept(int socket);
