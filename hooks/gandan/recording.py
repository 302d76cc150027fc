"""A spoken text -> a recording, by programs of this machine: espeak-ng speaks, another one makes it small.

Nothing is asked of the network. A machine's voice is no announcer's; whoever publishes it has to say so.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

# What people say of where a voice is from -> the name that espeak-ng has for it.
ACCENTS = {"bac": "vi", "trung": "vi-vn-x-central", "nam": "vi-vn-x-south"}
SPEAKER = "espeak-ng"
SPEED = 150  # words a minute, of which each is a syllable in Vietnamese
# Who makes a recording small, the best first: what is played everywhere, at 32 kb/s in one channel.
ENCODERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("lame", ".mp3", ("--quiet", "-m", "m", "-b", "32", "{wav}", "{out}")),
    ("ffmpeg", ".mp3", ("-v", "error", "-i", "{wav}", "-ac", "1", "-b:a", "32k", "{out}")),
    ("oggenc", ".ogg", ("--quiet", "--downmix", "-q", "0", "-o", "{out}", "{wav}")),
)
PATIENCE = 600  # seconds


class NotSpoken(Exception):
    """Why there is no recording, in words for people."""


def suffix() -> str:
    """The kind of recording that this machine makes. Raises NotSpoken where it makes none."""
    if not shutil.which(SPEAKER):
        raise NotSpoken("máy này chưa có espeak-ng. Trên Debian, Ubuntu: sudo apt install espeak-ng lame")
    return _encoder()[1]


def spoken(text: str, accent: str = "bac", speed: int = SPEED) -> bytes:
    """The recording of a text that is words only. Raises NotSpoken."""
    encoder, ending, words = _encoder()
    with tempfile.TemporaryDirectory() as folder:
        wav, out = Path(folder, "loi.wav"), Path(folder, f"loi{ending}")
        speaker = [SPEAKER, "-b", "1", "-v", ACCENTS[accent], "-s", str(speed), "-w", str(wav), "--stdin"]
        _run(speaker, text)
        _run([encoder, *(word.format(wav=wav, out=out) for word in words)])
        try:
            return out.read_bytes()
        except OSError:
            raise NotSpoken(f"{encoder} chạy xong mà không có bản đọc.") from None


def _encoder() -> tuple[str, str, tuple[str, ...]]:
    for one in ENCODERS:
        if shutil.which(one[0]):
            return one
    raise NotSpoken("máy này chưa có chương trình nén tiếng. Trên Debian, Ubuntu: sudo apt install lame")


def _run(words: Sequence[str], given: str = "") -> None:
    try:
        done = subprocess.run(words, input=given.encode(), capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        raise NotSpoken(f"{words[0]} không chạy được, hoặc chạy quá {PATIENCE} giây.") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NotSpoken(f"{words[0]} báo lỗi: {told[-1] if told else done.returncode}.")
