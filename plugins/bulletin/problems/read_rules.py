"""Rules of reading: files, their names and encodings, YAML, front matter, Markdown."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

SYMLINK_OUTSIDE = Rule(
    "symlink-outside",
    Severity.ERROR,
    Words(
        "this is a shortcut (symbolic link) that leads out of the content folder",
        "đây là lối tắt (liên kết tượng trưng) dẫn ra ngoài thư mục nội dung",
    ),
    Words("put a copy of the file in its place", "thay bằng một bản sao của tệp"),
)
SYMLINK_FOLDER = Rule(
    "symlink-folder",
    Severity.ERROR,
    Words(
        "this is a shortcut (symbolic link) to a folder; what lies there is not read",
        "đây là lối tắt (liên kết tượng trưng) tới một thư mục; nội dung trong đó không được đọc",
    ),
    Words("put the folder itself in its place", "thay bằng chính thư mục đó"),
)
FILE_UNREADABLE = Rule(
    "file-unreadable",
    Severity.ERROR,
    Words("this cannot be opened: {reason_en}", "không mở được: {reason_vi}"),
    Words(
        "check that it is there and that you may open it, or delete it",
        "kiểm tra xem nó còn đó không và bạn có quyền mở không, hoặc xóa đi",
    ),
)
FILE_TOO_LARGE = Rule(
    "file-too-large",
    Severity.ERROR,
    Words(
        "the file has {size} kB, more than the limit of {limit} kB",
        "tệp nặng {size} kB, vượt giới hạn {limit} kB",
    ),
    Words(
        "shorten the text, or save the picture smaller",
        "rút ngắn bài, hoặc lưu ảnh với kích thước nhỏ hơn",
    ),
)
FILE_UNEXPECTED = Rule(
    "file-unexpected",
    Severity.WARNING,
    Words("the site does not use this file", "trang không dùng đến tệp này"),
    Words(
        "move it out of the content folder, or name it like one of: {known}",
        "chuyển tệp ra khỏi thư mục nội dung, hoặc đặt tên theo một trong các mẫu: {known}",
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
    Words(
        "“{language}” in the file's name is not a language of this site",
        "“{language}” trong tên tệp không phải ngôn ngữ của trang",
    ),
    Words("rename it to {vi} or {en}", "đổi tên thành {vi} hoặc {en}"),
)
FILE_NAME_INVALID = Rule(
    "file-name-invalid",
    Severity.ERROR,
    Words(
        "“{found}” is not a name that the site can use", "trang không dùng được tên tệp “{found}”"
    ),
    Words("rename it to {example}", "đổi tên thành {example}"),
)
NOT_UTF8 = Rule(
    "not-utf-8",
    Severity.ERROR,
    Words(
        "the text is not saved as UTF-8{guess_en}: byte {byte} cannot be read",
        "văn bản không được lưu ở dạng UTF-8{guess_vi}: không đọc được byte {byte}",
    ),
    Words("save the file again and choose the encoding UTF-8", "lưu lại tệp và chọn bảng mã UTF-8"),
)
NOT_NFC = Rule(
    "not-nfc",
    Severity.WARNING,
    Words(
        "the accents of “{found}” are typed as separate characters",
        "dấu của “{found}” được gõ thành ký tự rời (Unicode tổ hợp)",
    ),
    Words(
        "run `python3 tasks.py check --fix`, or type the word again",
        "chạy `python3 tasks.py check --fix`, hoặc chọn bảng mã Unicode dựng sẵn rồi gõ lại",
    ),
    fixable=True,
)
NOT_NFC_NAME = Rule(
    "not-nfc-name",
    Severity.WARNING,
    Words(
        "the accents of “{found}” in an address, a code or a field's name are separate characters",
        "dấu của “{found}” trong địa chỉ, mã hoặc tên trường được gõ thành ký tự rời",
    ),
    Words(
        "type it again; it is not mended by itself, for it may be the exact name of something",
        "gõ lại; chỗ này không tự sửa được, vì có thể là tên chính xác của một thứ khác",
    ),
)
CONTROL_CHARACTER = Rule(
    "control-character",
    Severity.ERROR,
    Words("an invisible character ({code}) stands here", "ở đây có một ký tự vô hình ({code})"),
    Words("delete it", "xóa ký tự đó"),
)
FRONT_MATTER_MISSING = Rule(
    "front-matter-missing",
    Severity.ERROR,
    Words(
        "the file does not begin with a line of three hyphens and its fields",
        "tệp không mở đầu bằng một dòng ba gạch nối và các trường",
    ),
    Words(
        "begin with a line `---`, then the fields (title, date, …), then a line `---`",
        "mở đầu bằng dòng `---`, rồi các trường (title, date, …), rồi dòng `---`",
    ),
)
FRONT_MATTER_OPEN = Rule(
    "front-matter-open",
    Severity.ERROR,
    Words("the fields that begin here do not end", "các trường mở ở đây chưa được đóng"),
    Words(
        "put a line `---` between the fields and the text",
        "đặt một dòng `---` giữa các trường và bài viết",
    ),
)
YAML_SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    Words(
        "the fields cannot be read here: {reason_en}",
        "không đọc được các trường ở chỗ này: {reason_vi}",
    ),
    Words(
        'correct this line; put text with a colon, # or quotes between straight quotes "…"',
        'sửa dòng này; đặt chữ có dấu hai chấm, # hoặc dấu ngoặc trong dấu ngoặc kép thẳng "…"',
    ),
)
YAML_NOT_FIELDS = Rule(
    "yaml-not-fields",
    Severity.ERROR,
    Words(
        "this must be {expected_en}; it is {found_en}",
        "chỗ này phải là {expected_vi}; hiện là {found_vi}",
    ),
    Words("copy the form of another file of this kind", "làm theo mẫu của một tệp khác cùng loại"),
)
YAML_DUPLICATE_KEY = Rule(
    "yaml-duplicate-key",
    Severity.ERROR,
    Words(
        "the field “{key}” is given twice, first on line {first}",
        "trường “{key}” được ghi hai lần, lần đầu ở dòng {first}",
    ),
    Words("keep one of the two", "chỉ giữ lại một"),
)
YAML_ALIAS = Rule(
    "yaml-alias",
    Severity.ERROR,
    Words(
        "“*{name}” stands for another part of the file (a YAML alias)",
        "“*{name}” thay cho một phần khác của tệp (bí danh YAML)",
    ),
    Words(
        'write the value out; to begin a text with *, put it between quotes "…"',
        'viết hẳn giá trị ra; nếu chữ mở đầu bằng dấu *, đặt nó trong ngoặc kép "…"',
    ),
)
YAML_TAG = Rule(
    "yaml-tag",
    Severity.ERROR,
    Words(
        "“{tag}” has a special meaning here (a YAML tag)",
        "“{tag}” có nghĩa đặc biệt ở đây (thẻ YAML)",
    ),
    Words(
        'delete it; to begin a text with !, put it between quotes "…"',
        'xóa đi; nếu chữ mở đầu bằng dấu !, đặt nó trong ngoặc kép "…"',
    ),
)
MARKDOWN_NESTED = Rule(
    "markdown-nested",
    Severity.ERROR,
    Words(
        "brackets, lists or quotations are nested too deeply here",
        "ngoặc, danh sách hoặc trích dẫn ở đây lồng vào nhau quá nhiều tầng",
    ),
    Words("write this part more simply", "viết lại phần này đơn giản hơn"),
)
RAW_HTML = Rule(
    "raw-html",
    Severity.ERROR,
    Words("the HTML “{tag}” may not stand in a text", "không được dùng HTML “{tag}” trong bài"),
    Words(
        "delete it or write it in Markdown; only {allowed} may stand, without attributes",
        "xóa đi hoặc viết bằng Markdown; chỉ được dùng {allowed}, không kèm thuộc tính",
    ),
)
LINK_SCHEME = Rule(
    "link-scheme",
    Severity.ERROR,
    Words(
        "the link “{target}” is not a whole web address, an e-mail address or a path",
        "liên kết “{target}” không phải địa chỉ web đầy đủ, địa chỉ thư điện tử hay đường dẫn",
    ),
    Words(
        "write it like https://example.org/page, mailto:name@example.org or other-article.vi.md",
        "viết như https://example.org/page, mailto:name@example.org hoặc bai-khac.vi.md",
    ),
)
IMAGE_ELSEWHERE = Rule(
    "image-elsewhere",
    Severity.ERROR,
    Words("the picture “{target}” lies on another site", "ảnh “{target}” nằm ở trang khác"),
    Words(
        "save the picture in content/images/ and give the path to it",
        "lưu ảnh vào content/images/ và ghi đường dẫn tới đó",
    ),
)
ALT_MISSING = Rule(
    "alt-missing",
    Severity.ERROR,
    Words(
        "the picture “{target}” has no description for those who cannot see it",
        "ảnh “{target}” không có lời mô tả cho người không nhìn thấy ảnh",
    ),
    Words(
        "say in a few words what it shows: ![what it shows]({target}); one that only decorates "
        "gets ![]({target}){{decorative}}",
        "tả ngắn gọn nội dung ảnh: ![nội dung ảnh]({target}); ảnh chỉ để trang trí thì ghi "
        "![]({target}){{decorative}}",
    ),
)
HEADING_LEVEL = Rule(
    "heading-level",
    Severity.ERROR,
    Words(
        "the heading “{text}” has level {level}, but here level {most} is the next",
        "tiêu đề “{text}” ở cấp {level}, nhưng ở đây phải là cấp {most}",
    ),
    Words("write {marks} before it", "viết {marks} trước tiêu đề"),
)
NOTE_MISSING = Rule(
    "note-missing",
    Severity.ERROR,
    Words("the footnote “[^{name}]” has no text", "chú thích “[^{name}]” không có nội dung"),
    Words(
        "add a line `[^{name}]: the note` at the end of the article",
        "thêm dòng `[^{name}]: nội dung chú thích` ở cuối bài",
    ),
)
NOTE_UNUSED = Rule(
    "note-unused",
    Severity.ERROR,
    Words(
        "no place in the article leads to the footnote “[^{name}]”",
        "không có chỗ nào trong bài dẫn tới chú thích “[^{name}]”",
    ),
    Words(
        "put `[^{name}]` where the note belongs, or delete the note",
        "đặt `[^{name}]` vào chỗ cần chú thích, hoặc xóa chú thích",
    ),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
