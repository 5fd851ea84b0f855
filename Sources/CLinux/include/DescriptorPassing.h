// SPDX-License-Identifier: Apache-2.0
// Descriptors over AF_UNIX: the CMSG_ macros cannot be imported into Swift.
#pragma once
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>

/// Sends bytes and, where `descriptor` is not negative, that descriptor with the first of them.
static inline ssize_t minuted_send_descriptor(int socket, const void *bytes, size_t count, int descriptor) {
  union { char room[CMSG_SPACE(sizeof(int))]; struct cmsghdr align; } control = {0};
  struct iovec vector = {(void *)bytes, count};
  struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1};
  if (descriptor >= 0) {
    message.msg_control = &control, message.msg_controllen = sizeof control;
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET, head->cmsg_type = SCM_RIGHTS, head->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(head), &descriptor, sizeof(int));
  }
  return sendmsg(socket, &message, MSG_NOSIGNAL);
}

/// Receives bytes and, in `descriptor`, the one that came with them, or -1.
static inline ssize_t minuted_receive_descriptor(int socket, void *bytes, size_t count, int *descriptor) {
  union { char room[CMSG_SPACE(sizeof(int))]; struct cmsghdr align; } control;
  struct iovec vector = {bytes, count};
  struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  struct cmsghdr *head = received >= 0 ? CMSG_FIRSTHDR(&message) : NULL;
  *descriptor = -1;
  if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS)
    memcpy(descriptor, CMSG_DATA(head), sizeof(int));
  return received;
}

/// The user id of a connection's other end, or -1.
int minuted_peer_uid(int socket);

/// Whether a connection's other end is a member of the group, as its first one or a further one.
int minuted_peer_is_member(int socket, gid_t group);
