"""The sentence for a machine without memory; alone in its file, so that little has to be loaded when little is left."""

from __future__ import annotations

from reassign.messages.text import Text

SHORTAGE = Text(
    vi="máy không đủ bộ nhớ cho lệnh này; đóng bớt chương trình khác hoặc chia danh sách nhỏ hơn, rồi chạy lại",
    en="this machine has too little memory for the command; close other programs or split the rosters, then run again",
)
"""What the officer can do."""
