// SPDX-License-Identifier: Apache-2.0
// What GNU adds stands here and not in the headers: with _GNU_SOURCE in one module and not in the next, Swift finds two
// definitions of the same struct of the C library.
#define _GNU_SOURCE
#include "CLinux.h"
#include <string.h>
#include <sys/socket.h>

int minuted_peer_uid(int socket) {
  struct ucred peer;
  socklen_t size = sizeof peer;
  return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 ? (int)peer.uid : -1;
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
