"""Rules of reading: files, their names and encodings, YAML, front matter, Markdown."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

SYMLINK_OUTSIDE = Rule(
    "symlink-outside",
    Severity.ERROR,
    Words("this is a link that leads out of the content folder", "đây là liên kết dẫn ra ngoài thư mục nội dung"),
    Words("replace the link with a copy of the file", "thay liên kết bằng một bản sao của tệp"),
)
FILE_UNREADABLE = Rule(
    "file-unreadable",
    Severity.ERROR,
    Words("the file cannot be read ({reason})", "không đọc được tệp ({reason})"),
    Words("check that it exists and that you may read it", "kiểm tra tệp còn đó và bạn có quyền đọc"),
)
FILE_TOO_LARGE = Rule(
    "file-too-large",
    Severity.ERROR,
    Words("the file has {size} bytes; the limit is {limit}", "tệp có {size} byte; giới hạn là {limit}"),
    Words("split the text or shrink the picture", "chia nhỏ bài viết hoặc thu nhỏ ảnh"),
)
FILE_UNEXPECTED = Rule(
    "file-unexpected",
    Severity.WARNING,
    Words("this file belongs to no part of the site", "tệp này không thuộc phần nào của trang"),
    Words(
        "move it out of the content folder, or give it a known name: {known}",
        "chuyển tệp ra khỏi thư mục nội dung, hoặc đặt tên theo mẫu: {known}",
    ),
)
FILE_LANGUAGE_MISSING = Rule(
    "file-language-missing",
    Severity.ERROR,
    Words("the file's name does not tell its language", "tên tệp không cho biết ngôn ngữ"),
    Words("rename it to {vi} or {en}", "đổi tên thành {vi} hoặc {en}"),
)
FILE_LANGUAGE_UNKNOWN = Rule(
    "file-language-unknown",
    Severity.ERROR,
    Words("“{language}” is not a language of this site", "“{language}” không phải ngôn ngữ của trang"),
    Words("rename it to {vi} or {en}", "đổi tên thành {vi} hoặc {en}"),
)
NOT_UTF8 = Rule(
    "not-utf-8",
    Severity.ERROR,
    Words(
        "the text is not UTF-8: byte {byte} cannot be read{guess}",
        "văn bản không phải UTF-8: không đọc được byte {byte}{guess}",
    ),
    Words(
        "save the file again with the encoding UTF-8",
        "lưu lại tệp với bảng mã UTF-8",
    ),
)
NOT_NFC = Rule(
    "not-nfc",
    Severity.WARNING,
    Words(
        "“{found}” is written with separate marks (not Unicode NFC)",
        "“{found}” viết bằng dấu tổ hợp rời (không phải Unicode dựng sẵn NFC)",
    ),
    Words(
        "run `check --fix`, or type it again with a Unicode keyboard",
        "chạy `check --fix`, hoặc gõ lại bằng bộ gõ Unicode dựng sẵn",
    ),
    fixable=True,
)
CONTROL_CHARACTER = Rule(
    "control-character",
    Severity.ERROR,
    Words("an invisible control character {code} stands here", "có ký tự điều khiển vô hình {code} ở đây"),
    Words("delete it", "xóa ký tự đó"),
)
FRONT_MATTER_MISSING = Rule(
    "front-matter-missing",
    Severity.ERROR,
    Words("the file does not begin with front matter", "tệp không bắt đầu bằng phần khai báo"),
    Words(
        "put `---`, the fields (title, date, …) and `---` on the first lines",
        "đặt `---`, các trường (title, date, …) rồi `---` ở những dòng đầu",
    ),
)
FRONT_MATTER_OPEN = Rule(
    "front-matter-open",
    Severity.ERROR,
    Words("the front matter is never closed", "phần khai báo chưa được đóng"),
    Words("put a line of `---` between the fields and the text", "đặt một dòng `---` giữa các trường và bài viết"),
)
YAML_SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    Words("the YAML cannot be read here: {reason}", "không đọc được YAML ở đây: {reason}"),
    Words(
        "check the indent, the colon and a space after it, and quote text that has `: `, `#` or quotes",
        "kiểm tra thụt lề, dấu hai chấm và khoảng trắng sau nó; đặt trong ngoặc kép phần chữ có `: `, `#` hoặc dấu nháy",
    ),
)
YAML_NOT_MAPPING = Rule(
    "yaml-not-fields",
    Severity.ERROR,
    Words("expected {expected}, found {found}", "cần {expected}, lại thấy {found}"),
    Words("write it in the form of the reference", "viết theo mẫu trong tài liệu tham chiếu"),
)
YAML_DUPLICATE_KEY = Rule(
    "yaml-duplicate-key",
    Severity.ERROR,
    Words("“{key}” is given twice, first on line {first}", "“{key}” được khai hai lần, lần đầu ở dòng {first}"),
    Words("keep one of the two", "chỉ giữ một lần"),
)
YAML_ALIAS = Rule(
    "yaml-alias",
    Severity.ERROR,
    Words("“*{name}” repeats another part of the file", "“*{name}” lặp lại một phần khác của tệp"),
    Words("write the value out; YAML aliases are not allowed", "viết hẳn giá trị ra; không dùng bí danh YAML"),
)
YAML_TAG = Rule(
    "yaml-tag",
    Severity.ERROR,
    Words("“{tag}” is a YAML tag", "“{tag}” là thẻ YAML"),
    Words("delete the tag and write the plain value", "bỏ thẻ và viết giá trị thường"),
)
RAW_HTML = Rule(
    "raw-html",
    Severity.ERROR,
    Words("the HTML “{tag}” is not allowed in a text", "không được dùng HTML “{tag}” trong bài"),
    Words(
        "write it in Markdown; allowed are {allowed}, without attributes",
        "viết bằng Markdown; chỉ được dùng {allowed}, không kèm thuộc tính",
    ),
)
LINK_SCHEME = Rule(
    "link-scheme",
    Severity.ERROR,
    Words("the link “{target}” has a form that is not allowed", "liên kết “{target}” có dạng không được phép"),
    Words("use https:, http:, mailto:, tel: or a path to a file", "dùng https:, http:, mailto:, tel: hoặc đường dẫn tới tệp"),
)
ALT_MISSING = Rule(
    "alt-missing",
    Severity.ERROR,
    Words("the picture “{target}” has no alternative text", "ảnh “{target}” không có chữ thay thế"),
    Words(
        "say in a few words what it shows: ![what it shows]({target})",
        "tả ngắn gọn nội dung ảnh: ![nội dung ảnh]({target})",
    ),
)
HEADING_LEVEL = Rule(
    "heading-level",
    Severity.ERROR,
    Words(
        "the heading “{text}” has level {level} where at most {most} fits",
        "tiêu đề “{text}” ở cấp {level}, trong khi chỗ này cao nhất là cấp {most}",
    ),
    Words("write it with {marks}", "viết với {marks}"),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
