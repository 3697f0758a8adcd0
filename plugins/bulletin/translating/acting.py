"""Acting: what `translate` does with one pair, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from msgspec import Struct

from plugins.bulletin.problems import Words
from plugins.bulletin.problems.guess import did_you_mean
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.translating.ages import Desk, Told
from plugins.bulletin.translating.confirming import Confirmation, confirm
from plugins.bulletin.translating.pairs import PairRow
from plugins.bulletin.translating.skeleton import make_skeleton
from plugins.bulletin.translating.texts import FullText, read_full
from plugins.bulletin.translating.told import say, tell_age, tell_differences

_SAID = {
    "made": Words(
        "{path} is made: fill its fields, and write where … stands. "
        "Then run `python3 tasks.py translate {key} --confirm`.",
        "Đã tạo {path}: hãy điền các trường và viết vào chỗ có dấu …. "
        "Xong thì chạy `python3 tasks.py translate {key} --confirm`.",
    ),
    "there": Words(
        "{path} is there already; nothing is written.",
        "Đã có sẵn {path}; không ghi gì.",
    ),
    "in-step": Words(
        "{path} is in step with {original}.",
        "{path} khớp với {original}.",
    ),
    "unconfirmed": Words(
        "{path} has not been confirmed yet. Read it beside {original}, "
        "then run `python3 tasks.py translate {key} --confirm`.",
        "{path} chưa được xác nhận. Hãy đọc cùng {original}, "
        "rồi chạy `python3 tasks.py translate {key} --confirm`.",
    ),
    "stale": Words(
        "{original} has changed since {path} was confirmed:",
        "{original} đã thay đổi sau khi {path} được xác nhận:",
    ),
    "after": Words(
        "Bring it in step, then run `python3 tasks.py translate {key} --confirm`.",
        "Sửa cho khớp rồi chạy `python3 tasks.py translate {key} --confirm`.",
    ),
    "missing": Words(
        "there is no {path} to confirm; `python3 tasks.py translate {key}` makes it.",
        "chưa có {path} để xác nhận; `python3 tasks.py translate {key}` sẽ tạo tệp.",
    ),
    "confirmed": Words(
        "{path}: confirmed against {original} as it is now ({revision}).",
        "{path}: đã xác nhận với {original} hiện nay ({revision}).",
    ),
    "already": Words(
        "{path}: confirmed already; nothing is written.",
        "{path}: đã xác nhận từ trước; không ghi gì.",
    ),
    "unfinished": Words(
        "{path}: … stands in it still; write what is to stand there, then confirm.",
        "{path}: vẫn còn dấu … chưa viết; hãy viết xong rồi xác nhận.",
    ),
    "unreadable": Words(
        "{path}: `translation` cannot be written in this form of front matter; "
        'write it on a line of its own as `translation: {{revision: "{revision}"}}`.',
        "{path}: không ghi được `translation` vào phần khai báo dạng này; "
        'hãy tự viết thành một dòng `translation: {{revision: "{revision}"}}`.',
    ),
}
_UNKNOWN = Words(
    "there is no article or page “{key}”{guess_en} — `python3 tasks.py status` lists all",
    "không có bài hay trang “{key}”{guess_vi} — `python3 tasks.py status` liệt kê tất cả",
)
_SEVERAL = Words(
    "“{key}” names several: {names} — give the path, e.g. {first}",
    "“{key}” chỉ nhiều tệp: {names} — hãy ghi đường dẫn, ví dụ {first}",
)


class Done(Struct, frozen=True):
    """What came of it: sentences about a pair, and what differs in it."""

    row: PairRow
    sentences: tuple[str, ...]
    told: Told | None = None
    is_good: bool = True

    def say(self, language: ReportLanguage) -> str:
        """Return all that is to be told."""
        values = {
            "path": self.row.translation_path,
            "original": self.row.original.path,
            "key": self.row.key,
            "revision": self.row.freshness.revision,
        }
        lines = [say(_SAID[name], language, **values) for name in self.sentences]
        if self.told is not None:
            between = [f"  {line}" for line in tell_differences(self.told, language)]
            age = tell_age(self.told.age, language)
            lines[1:1] = [*([f"  ({age})"] if age else []), *between]
        return "\n".join(lines)


def find_rows(rows: Sequence[PairRow], given: str) -> list[PairRow]:
    """Return the pairs that a key, or a path of one of their files, names."""
    return [row for row in rows if is_named(row.original.path, given)]


def is_named(path: str, given: str) -> bool:
    """Tell whether a key or a path, with its ending or without, names a file or its pair."""
    wanted = PurePosixPath(_stem(given.replace("\\", "/").strip("/"))).parts
    return bool(wanted) and PurePosixPath(_stem(path)).parts[-len(wanted) :] == wanted


def _stem(path: str) -> str:
    for ending in (".md", ".vi", ".en"):
        path = path.removesuffix(ending)
    return path


def tell_unknown(rows: Sequence[PairRow], given: str, language: ReportLanguage) -> str:
    """Say that a key names no pair, with a guess, or that it names several."""
    found = find_rows(rows, given)
    if found:
        names = [_stem(row.original.path) for row in found]
        return say(_SEVERAL, language, key=given, names=", ".join(names), first=names[0])
    key = _stem(given).rpartition("/")[2]
    guess = did_you_mean(key, [row.key for row in rows])
    return say(_UNKNOWN, language, key=given, **guess)


def confirm_pair(row: PairRow, desk: Desk) -> Done:
    """Note in the translation's file the words that the original has now."""
    now = _read_original(row, desk)
    if row.translation is None or now is None:
        return Done(row, ("missing",), is_good=False)
    day = desk.now.astimezone(ZoneInfo(desk.zone)).date()
    location = desk.content / row.translation.source
    noted = Confirmation(now.wording, day)
    outcome = confirm(location, row.translation.path, noted=noted, zone=desk.zone)
    return Done(row, (outcome,), is_good=outcome in ("confirmed", "already"))


def prepare_pair(row: PairRow, desk: Desk) -> Done:
    """Make the file of a missing translation, or tell how the translation stands."""
    if row.translation is None:
        return _make(row, desk)
    if row.state == "stale":
        return Done(row, ("stale", "after"), desk.tell(row))
    return Done(row, (row.state,))


def _make(row: PairRow, desk: Desk) -> Done:
    location = desk.content / row.translation_path.split("/", 1)[1]
    now = _read_original(row, desk)
    if location.exists() or now is None:
        return Done(row, ("there",), is_good=False)
    text = make_skeleton(now.entry.fields, _body_of(row, desk))
    with location.open("x", encoding="utf-8", newline="\n") as file:  # never over another file
        file.write(text)
    return Done(row, ("made",))


def _read_original(row: PairRow, desk: Desk) -> FullText | None:
    raw = (desk.content / row.original.source).read_bytes()
    return read_full(raw, row.original.path, desk.zone)


def _body_of(row: PairRow, desk: Desk) -> str:
    raw = (desk.content / row.original.source).read_bytes()
    text, _ = decode(raw, row.original.path)
    split, _ = split_front_matter(text or "", row.original.path)
    return split.body if split else ""
