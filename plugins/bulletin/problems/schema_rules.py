"""Rules of the schema: one record or one front matter at a time."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

FIELD_MISSING = Rule(
    "field-missing",
    Severity.ERROR,
    Words("the field “{field}” is missing", "thiếu trường “{field}”"),
    Words("add `{field}: …`", "thêm `{field}: …`"),
)
TRANSLATION_MISSING = Rule(
    "translation-missing",
    Severity.ERROR,
    Words("“{field}” has no text in {language_en}", "“{field}” chưa có phần {language_vi}"),
    Words("add `{key}: …` beside the other language", "thêm `{key}: …` bên cạnh ngôn ngữ kia"),
)
FIELD_UNKNOWN = Rule(
    "field-unknown",
    Severity.ERROR,
    Words("“{field}” is not a field here{guess_en}", "“{field}” không phải là trường ở đây{guess_vi}"),
    Words("use one of {known}", "dùng một trong các trường {known}"),
)
TYPE_WRONG = Rule(
    "type-wrong",
    Severity.ERROR,
    Words("{field} is `{found}`, which YAML reads as {read_en}, not {wanted_en}", "{field} là `{found}`, YAML hiểu là {read_vi} chứ không phải {wanted_vi}"),
    Words("{fix_en}", "{fix_vi}"),
)
VALUE_UNKNOWN = Rule(
    "value-unknown",
    Severity.ERROR,
    Words("{field} is “{found}”{guess_en}", "{field} là “{found}”{guess_vi}"),
    Words("use one of {known}", "dùng một trong: {known}"),
)
VALUE_RANGE = Rule(
    "value-range",
    Severity.ERROR,
    Words("{field} is {found}, outside {range}", "{field} là {found}, ngoài khoảng {range}"),
    Words("give a number in {range}", "ghi một số trong khoảng {range}"),
)
COORDINATES_RANGE = Rule(
    "coordinates-range",
    Severity.ERROR,
    Words("{field} is {found}, which is not on Earth ({range})", "{field} là {found}, không có trên Trái Đất ({range})"),
    Words(
        "give decimal degrees, latitude before longitude, e.g. 17.9667 and 102.6",
        "ghi độ thập phân, vĩ độ trước kinh độ, ví dụ 17.9667 và 102.6",
    ),
)
TEXT_LENGTH = Rule(
    "text-length",
    Severity.ERROR,
    Words("{field} has {length} characters; it needs {range}", "{field} có {length} ký tự; cần {range}"),
    Words("make it {direction_en}", "viết {direction_vi} lại"),
)
DATE_AMBIGUOUS = Rule(
    "date-ambiguous",
    Severity.ERROR,
    Words("{field} is “{found}”, which can be {first_en} or {second_en}", "{field} là “{found}”, có thể là {first_vi} hoặc {second_vi}"),
    Words("write {first} or {second}", "viết {first} hoặc {second}"),
)
DATE_FORMAT = Rule(
    "date-format",
    Severity.ERROR,
    Words("{field} is “{found}”, which is not an ISO date", "{field} là “{found}”, không phải ngày theo dạng ISO"),
    Words("write {example}", "viết {example}"),
)
DATE_IMPOSSIBLE = Rule(
    "date-impossible",
    Severity.ERROR,
    Words("{field} is “{found}”, a day that does not exist", "{field} là “{found}”, một ngày không tồn tại"),
    Words("write a real date, e.g. {example}", "viết ngày có thật, ví dụ {example}"),
)
RELATION_SOURCE_MISSING = Rule(
    "relation-source-missing",
    Severity.ERROR,
    Words("this relation names no source", "quan hệ này không có nguồn"),
    Words(
        "add `source: {{name: …, url: …, confidence: high}}`, or take the relation out",
        "thêm `source: {{name: …, url: …, confidence: high}}`, hoặc bỏ quan hệ này",
    ),
)
CONFIDENCE_LOW = Rule(
    "confidence-low",
    Severity.ERROR,
    Words("the source has low confidence, and such facts are not published", "nguồn có độ tin cậy thấp (low); dữ kiện như vậy không được đăng"),
    Words("find a better source, or take the entry out", "tìm nguồn tốt hơn, hoặc bỏ mục này"),
)
CONFIDENCE_MISSING = Rule(
    "confidence-missing",
    Severity.ERROR,
    Words("the source of this fact has no confidence", "nguồn của dữ kiện này chưa ghi độ tin cậy"),
    Words("add `confidence: high` or `confidence: medium`", "thêm `confidence: high` hoặc `confidence: medium`"),
)
URL_INVALID = Rule(
    "url-invalid",
    Severity.ERROR,
    Words("{field} is “{found}”, which is not a web address", "{field} là “{found}”, không phải địa chỉ web"),
    Words("write the whole address, e.g. https://example.org/page", "viết đủ địa chỉ, ví dụ https://example.org/page"),
)
ID_INVALID = Rule(
    "id-invalid",
    Severity.ERROR,
    Words("“{found}” cannot be an id", "“{found}” không dùng làm mã được"),
    Words("use small letters a–z, digits and hyphens, e.g. {example}", "dùng chữ thường a–z, chữ số và gạch nối, ví dụ {example}"),
)
ID_FILE_MISMATCH = Rule(
    "id-file-mismatch",
    Severity.ERROR,
    Words("the id “{found}” does not fit the file's name “{expected}”", "mã “{found}” không khớp tên tệp “{expected}”"),
    Words("delete `id`, or rename the file to {found}.yaml", "xóa `id`, hoặc đổi tên tệp thành {found}.yaml"),
)
ID_DUPLICATE = Rule(
    "id-duplicate",
    Severity.ERROR,
    Words("the id “{found}” is taken already, on line {first}", "mã “{found}” đã dùng ở dòng {first}"),
    Words("give this entry another id", "đặt mã khác cho mục này"),
)
FILE_MISSING = Rule(
    "file-missing",
    Severity.ERROR,
    Words("the file is missing", "thiếu tệp này"),
    Words("create it; the reference shows its fields", "tạo tệp; các trường có trong tài liệu tham chiếu"),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
