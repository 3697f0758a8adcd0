"""Rules of the schema: one record or one front matter at a time."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

FIELD_MISSING = Rule(
    "field-missing",
    Severity.ERROR,
    Words("the field “{field}” is missing or empty", "trường “{field}” bị thiếu hoặc để trống"),
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
    Words(
        "there is no field “{field}” here{guess_en}", "ở đây không có trường “{field}”{guess_vi}"
    ),
    Words("use one of {known}", "dùng một trong các trường: {known}"),
)
TYPE_WRONG = Rule(
    "type-wrong",
    Severity.ERROR,
    Words(
        "{field} must be {wanted_en}; {found} is read as {read_en}",
        "{field} phải là {wanted_vi}; {found} được hiểu là {read_vi}",
    ),
    Words("{fix_en}", "{fix_vi}"),
)
VALUE_UNKNOWN = Rule(
    "value-unknown",
    Severity.ERROR,
    Words("{field} cannot be “{found}”{guess_en}", "{field} không thể là “{found}”{guess_vi}"),
    Words("use one of {known}", "dùng một trong: {known}"),
)
VALUE_RANGE = Rule(
    "value-range",
    Severity.ERROR,
    Words(
        "{field} is {found}, but it must lie in {range}",
        "{field} là {found}, nhưng phải nằm trong khoảng {range}",
    ),
    Words("write a number in {range}", "ghi một số trong khoảng {range}"),
)
COORDINATES_RANGE = Rule(
    "coordinates-range",
    Severity.ERROR,
    Words(
        "{field} is {found}, which is no place on Earth ({range})",
        "{field} là {found}, không có trên Trái Đất ({range})",
    ),
    Words(
        "write degrees with a decimal point, latitude before longitude, e.g. 17.9667 and 102.6",
        "ghi độ thập phân với dấu chấm, vĩ độ trước kinh độ, ví dụ 17.9667 và 102.6",
    ),
)
POSITION_ELSEWHERE = Rule(
    "position-elsewhere",
    Severity.ERROR,
    Words(
        "the position {found} lies far from {country_en}{guess_en}",
        "vị trí {found} nằm xa {country_vi}{guess_vi}",
    ),
    Words(
        "correct `position` (latitude, then longitude; south and west are negative) or `country`",
        "sửa `position` (vĩ độ trước, kinh độ sau; nam và tây là số âm) hoặc `country`",
    ),
)
TEXT_LENGTH = Rule(
    "text-length",
    Severity.ERROR,
    Words(
        "{field} has {length} characters; it needs {range_en}",
        "{field} có {length} ký tự; cần {range_vi}",
    ),
    Words("make it {direction_en}", "viết {direction_vi}"),
)
DATE_AMBIGUOUS = Rule(
    "date-ambiguous",
    Severity.ERROR,
    Words(
        "{field} is “{found}”, which can be {first_en} or {second_en}",
        "{field} là “{found}”, có thể là {first_vi} hoặc {second_vi}",
    ),
    Words("write {first} or {second}", "viết {first} hoặc {second}"),
)
DATE_FORMAT = Rule(
    "date-format",
    Severity.ERROR,
    Words(
        "{field} is “{found}”, which is not written as year-month-day",
        "{field} là “{found}”, không viết theo dạng năm-tháng-ngày",
    ),
    Words("write {example}", "viết {example}"),
)
DATE_IMPOSSIBLE = Rule(
    "date-impossible",
    Severity.ERROR,
    Words(
        "{field} is “{found}”, which cannot be a day or a time",
        "{field} là “{found}”, không thể là ngày giờ có thật",
    ),
    Words("write a real one, e.g. {example}", "viết ngày giờ có thật, ví dụ {example}"),
)
RELATION_SOURCE_MISSING = Rule(
    "relation-source-missing",
    Severity.ERROR,
    Words("this relation names no source", "quan hệ này không ghi nguồn"),
    Words(
        "add `source: {{name: …, url: …, confidence: high}}`, or take the relation out",
        "thêm `source: {{name: …, url: …, confidence: high}}`, hoặc bỏ quan hệ này",
    ),
)
FOUNDED_SOURCE_MISSING = Rule(
    "founded-source-missing",
    Severity.ERROR,
    Words(
        "the day of founding names no source",
        "ngày thành lập không ghi nguồn",
    ),
    Words(
        "add `source: {{name: …, url: …, confidence: high}}`, or take `founded` out",
        "thêm `source: {{name: …, url: …, confidence: high}}`, hoặc bỏ `founded`",
    ),
)
CONFIDENCE_LOW = Rule(
    "confidence-low",
    Severity.ERROR,
    Words(
        "this source has low confidence; such facts are not published",
        "nguồn này có độ tin cậy thấp (low); dữ kiện như vậy không được đăng",
    ),
    Words("find a better source, or take the fact out", "tìm nguồn tốt hơn, hoặc bỏ dữ kiện này"),
)
CONFIDENCE_MISSING = Rule(
    "confidence-missing",
    Severity.ERROR,
    Words("the source does not tell how reliable it is", "nguồn chưa ghi độ tin cậy"),
    Words(
        "add `confidence: high` or `confidence: medium`",
        "thêm `confidence: high` hoặc `confidence: medium`",
    ),
)
URL_INVALID = Rule(
    "url-invalid",
    Severity.ERROR,
    Words(
        "{field} is “{found}”, which is not a whole web address",
        "{field} là “{found}”, không phải địa chỉ web đầy đủ",
    ),
    Words("write it like https://example.org/page", "viết như https://example.org/page"),
)
TIMEZONE_UNKNOWN = Rule(
    "timezone-unknown",
    Severity.ERROR,
    Words("there is no time zone “{found}”{guess_en}", "không có múi giờ “{found}”{guess_vi}"),
    Words("write it like Asia/Ho_Chi_Minh", "viết như Asia/Ho_Chi_Minh"),
)
COLOUR_INVALID = Rule(
    "colour-invalid",
    Severity.ERROR,
    Words("{field} is “{found}”, which is not a colour", "{field} là “{found}”, không phải mã màu"),
    Words(
        'write # and six digits or letters a–f between quotes, e.g. "#1d4ed8"',
        'viết # và sáu chữ số hoặc chữ a–f trong ngoặc kép, ví dụ "#1d4ed8"',
    ),
)
COUNTRY_CODE_INVALID = Rule(
    "country-code-invalid",
    Severity.ERROR,
    Words("“{found}” is not a country code", "“{found}” không phải mã quốc gia"),
    Words(
        "use the two capital letters of data/countries.yaml, e.g. LA",
        "dùng hai chữ hoa như trong data/countries.yaml, ví dụ LA",
    ),
)
COUNTRY_NAME_MISSING = Rule(
    "country-name-missing",
    Severity.ERROR,
    Words(
        "the standard list of countries (Unicode CLDR) has no “{found}”, and no name is given",
        "danh sách quốc gia chuẩn (Unicode CLDR) không có “{found}”, mà ở đây cũng không ghi tên",
    ),
    Words(
        "correct the code, or add `name: {{vi: …, en: …}}`",
        "sửa mã, hoặc thêm `name: {{vi: …, en: …}}`",
    ),
)
COUNTRY_NOT_LISTED = Rule(
    "country-not-listed",
    Severity.WARNING,
    Words(
        "the standard list of countries (Unicode CLDR) has no “{found}”",
        "danh sách quốc gia chuẩn (Unicode CLDR) không có “{found}”",
    ),
    Words(
        "correct the code, if it is a mistake; else the name given here is used",
        "nếu ghi nhầm thì sửa mã; nếu không, tên ghi ở đây được dùng",
    ),
)
COUNTRY_NAME_USUAL = Rule(
    "country-name-usual",
    Severity.WARNING,
    Words(
        "“{found}” is the name that is used anyway (from Unicode CLDR)",
        "“{found}” là tên vốn đã được dùng (lấy từ Unicode CLDR)",
    ),
    Words(
        "delete it; `name` is only for a name that shall be another",
        "xóa đi; `name` chỉ dùng khi muốn tên khác",
    ),
)
COUNTRY_NAME_UNEXPLAINED = Rule(
    "country-name-unexplained",
    Severity.ERROR,
    Words(
        "this name is another than the usual {usual} (from Unicode CLDR), and nothing says why",
        "tên này khác tên thường dùng {usual} (lấy từ Unicode CLDR), mà không nêu lý do",
    ),
    Words(
        "add `name_reason: {{vi: …, en: …}}` or `name_source: {{name: …}}`, or delete `name`",
        "thêm `name_reason: {{vi: …, en: …}}` hoặc `name_source: {{name: …}}`, hoặc xóa `name`",
    ),
)
ID_INVALID = Rule(
    "id-invalid",
    Severity.ERROR,
    Words("“{found}” cannot be an id", "“{found}” không dùng làm mã được"),
    Words(
        "use small letters a–z, digits and hyphens, e.g. {example}",
        "dùng chữ thường a–z, chữ số và gạch nối, ví dụ {example}",
    ),
)
ID_FILE_MISMATCH = Rule(
    "id-file-mismatch",
    Severity.ERROR,
    Words(
        "the id “{found}” differs from the file's name “{expected}”",
        "mã “{found}” khác tên tệp “{expected}”",
    ),
    Words("delete the line `id`; the file's name is the id", "xóa dòng `id`; tên tệp chính là mã"),
)
ID_DUPLICATE = Rule(
    "id-duplicate",
    Severity.ERROR,
    Words(
        "the id “{found}” is used already on line {first}", "mã “{found}” đã dùng ở dòng {first}"
    ),
    Words("give this entry another id", "đặt mã khác cho mục này"),
)
STUB_WITH_TEXT = Rule(
    "stub-with-text",
    Severity.ERROR,
    Words(
        "`stub: true` says that the article is in the other language alone, but text follows here",
        "`stub: true` nghĩa là bài chỉ có ở ngôn ngữ kia, nhưng bên dưới vẫn có nội dung",
    ),
    Words(
        "delete the text below the second `---`; if it is a translation, delete `stub`",
        "xóa nội dung dưới dòng `---` thứ hai; nếu đó là bản dịch thì xóa `stub`",
    ),
)
STUB_FIELD = Rule(
    "stub-field",
    Severity.ERROR,
    Words(
        "a file with `stub: true` makes no page, so nothing shows its field “{field}”",
        "tệp có `stub: true` không thành trang, nên trường “{field}” không hiện ở đâu",
    ),
    Words(
        "delete it; only title, summary and the cover's alt are used",
        "xóa trường này; chỉ dùng title, summary và alt của ảnh bìa",
    ),
)
FILE_MISSING = Rule(
    "file-missing",
    Severity.ERROR,
    Words("this file is missing", "thiếu tệp này"),
    Words(
        "create it; copy one from another bulletin and change it",
        "tạo tệp này; chép từ một bản tin khác rồi sửa",
    ),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
