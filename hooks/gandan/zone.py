"""The time of Vietnam. A room of its own, so that whoever asks what day it is loads no model."""

from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
