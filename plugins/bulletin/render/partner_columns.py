"""Partner columns: what the open data tell of a partner, field by field."""

from __future__ import annotations

from typing import get_args

from plugins.bulletin.model.common import LocalText, Source
from plugins.bulletin.model.records import Region
from plugins.bulletin.render.columns import (
    CODE,
    CONFIDENCE,
    ID,
    WEB,
    Column,
    Json,
    PartnerRow,
    degrees,
    maybe,
    one_of,
    several,
    text,
    whole,
)
from plugins.bulletin.render.kinds import PARTNER_KINDS, RELATION_KINDS, is_visit


def _first(row: PartnerRow) -> Source | None:
    return row.relations[0].source if row.relations else None


def _since(row: PartnerRow) -> Json:
    years = [relation.date.year for relation in row.relations if relation.date]
    return min(years, default=None)


def _is_agreed(row: PartnerRow) -> Json:
    return not all(map(is_visit, row.relations))


PARTNER_COLUMNS: tuple[Column[PartnerRow], ...] = (
    Column(
        "id",
        LocalText("Mã của đối tác; không đổi", "The partner's id; it does not change"),
        lambda row: row.partner.id,
        text(pattern=ID),
    ),
    Column(
        "name_vi",
        LocalText("Tên tiếng Việt", "Name in Vietnamese"),
        lambda row: row.partner.name.vi,
        text(1),
    ),
    Column(
        "name_en",
        LocalText("Tên tiếng Anh", "Name in English"),
        lambda row: row.partner.name.en,
        text(1),
    ),
    Column(
        "name_local",
        LocalText("Tên trong ngôn ngữ sở tại, nếu có", "Name in the local language, where known"),
        lambda row: row.partner.name.local or None,
        maybe(text(1)),
    ),
    Column(
        "aliases_vi",
        LocalText("Tên khác trong tiếng Việt", "Other names in Vietnamese"),
        lambda row: [*row.partner.aliases.vi],
        several(text(1)),
    ),
    Column(
        "aliases_en",
        LocalText("Tên khác trong tiếng Anh", "Other names in English"),
        lambda row: [*row.partner.aliases.en],
        several(text(1)),
    ),
    Column(
        "country_code",
        LocalText("Mã nước theo ISO 3166-1", "Code of the country, ISO 3166-1 alpha-2"),
        lambda row: row.partner.country,
        CODE,
    ),
    Column(
        "country_vi",
        LocalText("Tên nước bằng tiếng Việt", "Country in Vietnamese"),
        lambda row: row.country.name.vi,
        text(1),
    ),
    Column(
        "country_en",
        LocalText("Tên nước bằng tiếng Anh", "Country in English"),
        lambda row: row.country.name.en,
        text(1),
    ),
    Column(
        "region",
        LocalText("Khu vực trên thế giới", "Part of the world"),
        lambda row: row.country.region,
        one_of(dict.fromkeys(get_args(Region))),
    ),
    Column(
        "kind",
        LocalText("Mã loại địa phương", "Kind of locality, an id"),
        lambda row: row.partner.kind,
        one_of(PARTNER_KINDS),
    ),
    Column(
        "kind_vi",
        LocalText("Loại địa phương, bằng tiếng Việt", "Kind of locality in Vietnamese"),
        lambda row: row.kind_name.vi,
        text(1),
    ),
    Column(
        "kind_en",
        LocalText("Loại địa phương, bằng tiếng Anh", "Kind of locality in English"),
        lambda row: row.kind_name.en,
        text(1),
    ),
    Column(
        "latitude",
        LocalText(
            "Vĩ độ theo WGS 84, độ thập phân; phía nam xích đạo là số âm",
            "Latitude, WGS 84, decimal degrees; negative south of the equator",
        ),
        lambda row: round(row.partner.position.lat, 7) + 0.0,
        degrees(90),
    ),
    Column(
        "longitude",
        LocalText(
            "Kinh độ theo WGS 84, độ thập phân; phía tây Greenwich là số âm",
            "Longitude, WGS 84, decimal degrees; negative west of Greenwich",
        ),
        lambda row: round(row.partner.position.lon, 7) + 0.0,
        degrees(180),
    ),
    Column(
        "position_of",
        LocalText(
            "Thành phố mà tọa độ chỉ tới, khi đối tác là một vùng",
            "City that the position is of, when the partner is a region",
        ),
        lambda row: row.partner.position.of or None,
        maybe(text(1)),
    ),
    Column(
        "relation_count",
        LocalText("Số quan hệ có nguồn", "Number of relations, each with a source"),
        lambda row: len(row.relations),
        whole(0),
    ),
    Column(
        "relation_kinds",
        LocalText("Mã các loại quan hệ, mỗi loại một lần", "Ids of kinds of relation, each once"),
        lambda row: [*dict.fromkeys(relation.kind for relation in row.relations)],
        several(one_of(RELATION_KINDS)),
    ),
    Column(
        "has_agreement",
        LocalText(
            "true nếu có quan hệ khác ngoài trao đổi đoàn",
            "true where there is more than an exchange of delegations",
        ),
        _is_agreed,
        {"type": "boolean"},
    ),
    Column(
        "since",
        LocalText("Năm sớm nhất của các quan hệ", "Earliest year of its relations"),
        _since,
        maybe(whole(1, 9999)),
    ),
    Column(
        "page_vi",
        LocalText("Trang tiếng Việt của đối tác", "The partner's page in Vietnamese"),
        lambda row: row.urls.vi,
        text(1),
    ),
    Column(
        "page_en",
        LocalText("Trang tiếng Anh của đối tác", "The partner's page in English"),
        lambda row: row.urls.en,
        text(1),
    ),
    Column(
        "source_name",
        LocalText(
            "Nguồn của quan hệ đầu tiên; nguồn của từng quan hệ ở tệp kia",
            "Source of the first relation; the other file has that of each",
        ),
        lambda row: source.name if (source := _first(row)) else None,
        maybe(text(1)),
    ),
    Column(
        "source_url",
        LocalText("Địa chỉ của nguồn đó, nếu có", "Address of that source, where it has one"),
        lambda row: (source.url or None) if (source := _first(row)) else None,
        maybe(text(pattern=WEB)),
    ),
    Column(
        "source_confidence",
        LocalText("Độ tin cậy: high (cao), medium (vừa)", "Confidence: high or medium"),
        lambda row: source.confidence if (source := _first(row)) else None,
        maybe(CONFIDENCE),
    ),
    Column(
        "note_vi",
        LocalText("Ghi chú bằng tiếng Việt", "Note in Vietnamese"),
        lambda row: row.partner.note.vi if row.partner.note else None,
        maybe(text(1)),
    ),
    Column(
        "note_en",
        LocalText("Ghi chú bằng tiếng Anh", "Note in English"),
        lambda row: row.partner.note.en if row.partner.note else None,
        maybe(text(1)),
    ),
)
