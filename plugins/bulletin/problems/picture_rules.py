"""Rules of pictures: what a photograph must be to be published."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

IMAGE_ANIMATED = Rule(
    "image-animated",
    Severity.ERROR,
    Words("the picture “{target}” moves", "ảnh “{target}” là ảnh động"),
    Words(
        "save one frame of it as a picture, or show it as a video",
        "lưu một khung hình thành ảnh tĩnh, hoặc đưa vào bài dưới dạng video",
    ),
)
IMAGE_TOO_LARGE = Rule(
    "image-too-large",
    Severity.ERROR,
    Words(
        "the picture “{target}” has too many pixels ({size_en})",
        "ảnh “{target}” có quá nhiều điểm ảnh ({size_vi})",
    ),
    Words(
        "save it smaller: 4000 pixels on the longer side are plenty",
        "lưu lại nhỏ hơn: cạnh dài 4000 điểm ảnh là đủ",
    ),
)
IMAGE_TOO_SMALL = Rule(
    "image-too-small",
    Severity.ERROR,
    Words(
        "the picture “{target}” has {width} × {height} pixels, too few to be sharp",
        "ảnh “{target}” chỉ có {width} × {height} điểm ảnh, quá nhỏ để hiện rõ nét",
    ),
    Words(
        "take the original file, at least {least} pixels wide",
        "dùng tệp gốc, rộng ít nhất {least} điểm ảnh",
    ),
)

PICTURE_RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
