"""Meanings of the fields of `content/data`: one line each, in both languages."""

from __future__ import annotations

from plugins.bulletin.model.common import LocalText, Position, Source
from plugins.bulletin.model.records import (
    Aliases,
    Association,
    Contact,
    CountryFields,
    CountryName,
    DatedFact,
    DiplomaticRelations,
    Document,
    HomeCity,
    Licence,
    MapLabel,
    NavigationItem,
    Partner,
    PartnerName,
    Relation,
    Section,
    Site,
    Term,
    Topic,
)
from plugins.bulletin.problems import Words

_ID = Words(
    "Name that other files use: a–z, digits, hyphens",
    "Mã để tệp khác nhắc đến: a–z, chữ số, gạch nối",
)
_FILE_ID = Words(
    "The file's name; may be left out, and may not differ",
    "Là tên tệp; có thể bỏ, không được khác tên tệp",
)
_COUNTRY = Words("Code in `countries.yaml`", "Mã trong `countries.yaml`")
_SOURCE = Words("Where it comes from", "Nguồn")
_RATED_SOURCE = Words("Where it comes from; needs a `confidence`", "Nguồn; phải ghi `confidence`")
_ALSO = Words("Further sources", "Các nguồn khác")
_NOTE = Words("A remark for visitors", "Ghi chú cho người đọc")
_DOCUMENTS = Words("Ids in `documents.yaml`", "Các mã trong `documents.yaml`")
_POSITION = Words("Where it is", "Vị trí")

_GROUP = {
    "id": _ID,
    "name": Words("Name in menus and on its page", "Tên trong trình đơn và trên trang"),
    "description": Words("One sentence on its page", "Một câu giới thiệu trên trang"),
    "slug": Words(
        "Last segment of its address, when the name shall not decide it",
        "Đuôi địa chỉ, khi không muốn lấy từ tên",
    ),
}

RECORDS: dict[type, dict[str, Words]] = {
    Site: {
        "name": Words("Name of the bulletin", "Tên bản tin"),
        "tagline": Words("Line below the name", "Dòng giới thiệu dưới tên"),
        "publisher": Words("Who publishes it", "Cơ quan xuất bản"),
        "publisher_short": Words("The publisher's short name", "Tên viết tắt của cơ quan xuất bản"),
        "publisher_url": Words("The publisher's own site", "Trang của cơ quan xuất bản"),
        "home_city": Words("City of the publisher", "Thành phố của cơ quan xuất bản"),
        "contact": Words("How to reach the publisher", "Cách liên hệ"),
        "licence": Words("Licence of the content", "Giấy phép của nội dung"),
        "accent": Words("Colour of the site, as CSS writes it", "Màu chủ đạo, viết như trong CSS"),
        "navigation": Words(
            "Entries of the main menu, in order", "Các mục của trình đơn, theo thứ tự"
        ),
        "address": Words("Postal address", "Địa chỉ bưu chính"),
        "founded": Words("When the publisher was founded", "Ngày thành lập cơ quan xuất bản"),
        "editors": Words(
            "How the editors sign articles together; they are told to machines as no person",
            "Tên ban biên tập ký dưới bài; máy sẽ hiểu đó không phải là một người",
        ),
        "founded_source": Words(
            "Source of that date; without one the publisher has no anniversary",
            "Nguồn của ngày ấy; thiếu nguồn thì không tính kỷ niệm thành lập",
        ),
        "timezone": Words(
            "Time zone of dates in front matter", "Múi giờ của ngày trong phần khai báo"
        ),
        "map_labels": Words(
            "Names that every map showing their place prints, beside partners and the home city",
            "Các tên mà mọi bản đồ có vị trí ấy đều phải in, ngoài tên đối tác và thành phố ta",
        ),
        "page_size": Words("Articles on one page of a list", "Số bài trên một trang danh sách"),
        "freshness": Words(
            "How a translation behind its original counts; "
            "with `error`, `check` tells of unconfirmed translations too",
            "Bản dịch chậm hơn bản gốc được tính là gì; "
            "với `error`, `check` báo cả bản dịch chưa xác nhận",
        ),
        "parity": Words(
            "How a fact that the two languages of a text say differently counts",
            "Dữ kiện mà hai ngôn ngữ của một bài ghi khác nhau được tính là gì",
        ),
        "glossary": Words(
            "How a term without an approved form, or a name that differs, counts",
            "Thuật ngữ thiếu cách dịch đã duyệt, hoặc tên riêng khác nhau, được tính là gì",
        ),
        "link_mentions": Words(
            "Whether an article's first mention of each partner becomes a link to its page",
            "Tên đối tác nhắc đến lần đầu trong bài có tự thành liên kết tới trang đối tác không",
        ),
        "offline": Words(
            "Whether a visitor's device keeps what was read, and the latest issue, "
            "for when it has no network",
            "Máy của người đọc có giữ bài đã đọc và số báo mới nhất để xem khi mất mạng không",
        ),
        "tone_marks": Words(
            "Style of tone marks: `hòa` marks the first vowel, `hoà` the second",
            "Kiểu đặt dấu thanh: `hòa` đặt ở nguyên âm trước, `hoà` ở nguyên âm sau",
        ),
    },
    MapLabel: {
        "name": Words("What the map prints", "Tên in trên bản đồ"),
        "position": _POSITION,
    },
    HomeCity: {
        "name": Words("Name of the city", "Tên thành phố"),
        "country": Words("Two letters, ISO 3166-1", "Hai chữ cái theo ISO 3166-1"),
        "position": _POSITION,
    },
    Contact: {
        "url": Words("Page for contact", "Trang liên hệ"),
        "email": Words("E-mail address", "Thư điện tử"),
        "telephone": Words("Telephone number", "Số điện thoại"),
        "address": Words("Address for visitors", "Địa chỉ tiếp khách"),
    },
    Licence: {
        "name": Words("Name, as printed", "Tên giấy phép"),
        "url": Words("Its text", "Địa chỉ văn bản giấy phép"),
    },
    NavigationItem: {
        "label": Words("Word in the menu", "Chữ trên trình đơn"),
        "target": Words(
            "`section:ID`, `page:KEY`, `partners`, `associations`, `documents`, `anniversaries`, "
            "`issues`, `multimedia`, `archive` or `authors`",
            "`section:MÃ`, `page:TÊN`, `partners`, `associations`, `documents`, `anniversaries`, "
            "`issues`, `multimedia`, `archive` hoặc `authors`",
        ),
    },
    Section: _GROUP,
    Topic: _GROUP,
    CountryName: {
        "vi": Words("Name in Vietnamese", "Tên tiếng Việt"),
        "en": Words("Name in English", "Tên tiếng Anh"),
    },
    CountryFields: {
        "code": Words("Two letters, ISO 3166-1", "Hai chữ cái theo ISO 3166-1"),
        "name": Words(
            "Only where the name shall be another than that of Unicode CLDR",
            "Chỉ ghi khi muốn tên khác với tên của Unicode CLDR",
        ),
        "name_reason": Words(
            "Why the name is another; this or `name_source` goes with `name`",
            "Vì sao dùng tên khác; có `name` thì phải có mục này hoặc `name_source`",
        ),
        "name_source": Words("Who uses that name", "Nơi dùng tên đó"),
        "region": Words(
            "Part of the world in the partner directory", "Khu vực trong danh bạ đối tác"
        ),
        "diplomatic_relations": Words(
            "Relations with the home country", "Quan hệ ngoại giao với nước ta"
        ),
    },
    DiplomaticRelations: {
        "date": Words("When they were set up", "Ngày thiết lập"),
        "source": _RATED_SOURCE,
        "also": _ALSO,
        "documents": _DOCUMENTS,
        "note": _NOTE,
    },
    Document: {
        "id": _ID,
        "title": Words("Title of the paper", "Tên văn bản"),
        "issuer": Words("Who issued it", "Cơ quan ban hành"),
        "source": _SOURCE,
        "number": Words("Number and sign, as printed", "Số, ký hiệu"),
        "date": Words("When it was issued", "Ngày ban hành"),
        "also": _ALSO,
        "note": _NOTE,
    },
    DatedFact: {
        "date": Words("When it happened", "Ngày diễn ra"),
        "text": Words("What happened", "Sự việc"),
        "source": _SOURCE,
        "documents": _DOCUMENTS,
    },
    Association: {
        "name": Words("Name of the association", "Tên hội"),
        "country": _COUNTRY,
        "source": _SOURCE,
        "id": _FILE_ID,
        "founded": Words("When it was founded", "Ngày thành lập"),
        "also": _ALSO,
        "facts": Words("Dated events", "Các sự kiện có ngày"),
        "note": _NOTE,
    },
    Partner: {
        "name": Words("Its names", "Tên gọi"),
        "country": _COUNTRY,
        "kind": Words("What kind of locality", "Loại địa phương"),
        "position": _POSITION,
        "relations": Words(
            "Its ties with the home city; may be empty",
            "Các quan hệ với thành phố ta; có thể trống",
        ),
        "id": _FILE_ID,
        "aliases": Words("Other names in use", "Các tên khác"),
        "distinct_from": Words(
            "Ids of partners that are like this one in name or place, and are not it",
            "Mã của các đối tác trùng tên hoặc ở sát đối tác này nhưng không phải là một",
        ),
        "note": _NOTE,
    },
    PartnerName: {
        "vi": Words("Name in Vietnamese", "Tên tiếng Việt"),
        "en": Words("Name in English", "Tên tiếng Anh"),
        "local": Words("Name in its own language", "Tên bản ngữ"),
    },
    Aliases: {
        "vi": Words("Other names in Vietnamese", "Tên khác bằng tiếng Việt"),
        "en": Words("Other names in English", "Tên khác bằng tiếng Anh"),
    },
    Relation: {
        "kind": Words("What kind of tie", "Loại quan hệ"),
        "title": Words("Name of the paper or event", "Tên văn bản hoặc sự kiện"),
        "source": _RATED_SOURCE,
        "date": Words("When it was signed; never guessed", "Ngày ký; không đoán"),
        "ended": Words("When it ended", "Ngày kết thúc"),
        "standing": Words("Whether it is in force", "Còn hiệu lực hay không"),
        "also": _ALSO,
        "documents": _DOCUMENTS,
        "note": _NOTE,
    },
    Term: {
        "vi": Words("Forms in Vietnamese", "Các cách viết tiếng Việt"),
        "en": Words(
            "Approved forms in English, the preferred one first",
            "Cách dịch tiếng Anh đã duyệt, ưu tiên cách đầu",
        ),
        "category": Words("Group of terms, in any word", "Nhóm thuật ngữ, đặt tự do"),
        "status": Words("Used by the body itself, or usual", "Cách dùng chính thức hay thông dụng"),
        "abbreviations": Words("Short forms", "Dạng viết tắt"),
        "accepted": Words(
            "Forms that will do in a translation, but do not stand for the term elsewhere",
            "Cách viết được chấp nhận trong bản dịch, nhưng ở chỗ khác không hẳn là thuật ngữ này",
        ),
        "source": _SOURCE,
        "note": _NOTE,
    },
    LocalText: {
        "vi": Words("The text in Vietnamese", "Phần tiếng Việt"),
        "en": Words("The text in English", "Phần tiếng Anh"),
    },
    Source: {
        "name": Words("Who says it, with the date if known", "Tên nguồn, kèm ngày nếu biết"),
        "url": Words("Whole web address", "Địa chỉ web đầy đủ"),
        "confidence": Words(
            "How sure the fact is; `low` is refused", "Độ tin cậy của dữ kiện; `low` bị từ chối"
        ),
    },
    Position: {
        "lat": Words("Latitude in decimal degrees", "Vĩ độ, theo độ thập phân"),
        "lon": Words("Longitude in decimal degrees", "Kinh độ, theo độ thập phân"),
        "of": Words(
            "City of the position, when the partner is no city",
            "Thành phố được lấy vị trí, khi đối tác không phải thành phố",
        ),
    },
}
