"""What the operating system refuses, in the language of the officer; its own sentences are English everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.messages.text import Text

SYSTEM: Mapping[str, Text] = {
    "EACCES": Text("không có quyền", "permission denied"),
    "EAGAIN": Text("hệ thống đang bận", "the system is busy"),
    "EBUSY": Text("đang được chương trình khác dùng", "in use by another program"),
    "EDQUOT": Text("hết hạn mức đĩa", "the disk quota is used up"),
    "EEXIST": Text("đã có tệp mang tên này", "a file of this name exists"),
    "EFBIG": Text("tệp quá lớn", "the file is too large"),
    "EILSEQ": Text("tên có ký tự hệ thống không nhận", "the name has characters that the system does not take"),
    "EINVAL": Text("hệ thống không nhận tên này", "the system does not take this name"),
    "EIO": Text("lỗi đọc ghi của đĩa", "input/output error of the disk"),
    "EISDIR": Text("đây là thư mục", "it is a folder"),
    "ELOOP": Text("liên kết đi vòng", "links lead in a circle"),
    "EMFILE": Text("quá nhiều tệp đang mở", "too many open files"),
    "EMLINK": Text("quá nhiều liên kết", "too many links"),
    "ENAMETOOLONG": Text("tên quá dài", "the name is too long"),
    "ENFILE": Text("quá nhiều tệp đang mở trên máy", "too many open files on this machine"),
    "ENODEV": Text("không có thiết bị này", "there is no such device"),
    "ENOENT": Text("không có tệp hoặc thư mục này", "no such file or folder"),
    "ENOSPC": Text("đĩa đã đầy", "the disk is full"),
    "ENOTDIR": Text("một phần của đường dẫn không phải là thư mục", "a part of the path is no folder"),
    "ENOTEMPTY": Text("thư mục không trống", "the folder is not empty"),
    "ENXIO": Text("không có thiết bị này", "there is no such device"),
    "EPERM": Text("không được phép", "not permitted"),
    "EROFS": Text("đĩa chỉ đọc", "the disk is read-only"),
    "ESTALE": Text("mất kết nối tới ổ đĩa mạng", "the network drive is gone"),
    "ETIMEDOUT": Text("ổ đĩa mạng không trả lời", "the network drive does not answer"),
    "ETXTBSY": Text("đang được chương trình khác dùng", "in use by another program"),
    "EXDEV": Text("tệp nằm trên đĩa khác", "the file is on another disk"),
}
"""Texts by the symbolic name of the error number (POSIX)."""


def say_system(detail: str, language: Language) -> str:
    """A refusal in words; a name that is not in the table, or a sentence of the system, as it is."""
    text = SYSTEM.get(detail)
    return text.say(language) if text is not None else detail
