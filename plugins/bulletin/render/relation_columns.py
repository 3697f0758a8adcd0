"""Relation columns: what the open data tell of one relation, field by field."""

from __future__ import annotations

from plugins.bulletin.model.common import LocalText
from plugins.bulletin.model.records import Relation
from plugins.bulletin.render.columns import (
    CODE,
    CONFIDENCE,
    DATE,
    ID,
    WEB,
    Column,
    Json,
    RelationRow,
    maybe,
    one_of,
    several,
    text,
    whole,
)
from plugins.bulletin.render.kinds import RELATION_KINDS, STANDINGS

_SOURCE = {"name": text(1), "url": maybe(text(pattern=WEB))}
_SOURCES: dict[str, Json] = {
    "type": "object",
    "properties": dict(_SOURCE),
    "required": [*_SOURCE],
    "additionalProperties": False,
}


def _others(relation: Relation) -> Json:
    return [{"name": source.name, "url": source.url or None} for source in relation.also]


RELATION_COLUMNS: tuple[Column[RelationRow], ...] = (
    Column(
        "partner_id",
        LocalText("Mã của đối tác", "The partner's id"),
        lambda row: row.place.partner.id,
        text(pattern=ID),
        is_outer=True,
    ),
    Column(
        "partner_vi",
        LocalText("Tên tiếng Việt của đối tác", "The partner's name in Vietnamese"),
        lambda row: row.place.partner.name.vi,
        text(1),
        is_outer=True,
    ),
    Column(
        "partner_en",
        LocalText("Tên tiếng Anh của đối tác", "The partner's name in English"),
        lambda row: row.place.partner.name.en,
        text(1),
        is_outer=True,
    ),
    Column(
        "country_code",
        LocalText("Mã nước theo ISO 3166-1", "Code of the country, ISO 3166-1 alpha-2"),
        lambda row: row.place.partner.country,
        CODE,
        is_outer=True,
    ),
    Column(
        "number",
        LocalText(
            "Thứ tự theo thời gian; có thể đổi khi thêm quan hệ",
            "Order by time within the partner; it may change when one is added",
        ),
        lambda row: row.number,
        whole(1),
    ),
    Column(
        "kind",
        LocalText("Mã loại quan hệ", "Kind of relation, an id"),
        lambda row: row.relation.kind,
        one_of(RELATION_KINDS),
    ),
    Column(
        "kind_vi",
        LocalText("Loại quan hệ, bằng tiếng Việt", "Kind of relation in Vietnamese"),
        lambda row: row.kind_name.vi,
        text(1),
    ),
    Column(
        "kind_en",
        LocalText("Loại quan hệ, bằng tiếng Anh", "Kind of relation in English"),
        lambda row: row.kind_name.en,
        text(1),
    ),
    Column(
        "title_vi",
        LocalText("Tên gọi bằng tiếng Việt", "Title in Vietnamese"),
        lambda row: row.relation.title.vi,
        text(1),
    ),
    Column(
        "title_en",
        LocalText("Tên gọi bằng tiếng Anh", "Title in English"),
        lambda row: row.relation.title.en,
        text(1),
    ),
    Column(
        "date",
        LocalText(
            "Ngày, tháng hoặc năm, đúng như nguồn cho biết: 2013-08-12, 2013-08, 2013",
            "Day, month or year, as exactly as it is known: 2013-08-12, 2013-08, 2013",
        ),
        lambda row: str(row.relation.date) if row.relation.date else None,
        maybe(text(pattern=DATE)),
    ),
    Column(
        "year",
        LocalText("Năm trong ngày đó", "Year of that date"),
        lambda row: row.relation.date.year if row.relation.date else None,
        maybe(whole(1, 9999)),
    ),
    Column(
        "month",
        LocalText("Tháng, nếu biết", "Month, where known"),
        lambda row: row.relation.date.month if row.relation.date else None,
        maybe(whole(1, 12)),
    ),
    Column(
        "day",
        LocalText("Ngày trong tháng, nếu biết", "Day of the month, where known"),
        lambda row: row.relation.date.day if row.relation.date else None,
        maybe(whole(1, 31)),
    ),
    Column(
        "ended",
        LocalText("Khi chấm dứt, nếu biết", "When it ended, where known"),
        lambda row: str(row.relation.ended) if row.relation.ended else None,
        maybe(text(pattern=DATE)),
    ),
    Column(
        "standing",
        LocalText("Mã tình trạng hiệu lực", "Whether it is in force, an id"),
        lambda row: row.relation.standing,
        one_of(STANDINGS),
    ),
    Column(
        "standing_vi",
        LocalText("Tình trạng bằng tiếng Việt", "Standing in Vietnamese"),
        lambda row: row.standing_name.vi,
        text(1),
    ),
    Column(
        "standing_en",
        LocalText("Tình trạng bằng tiếng Anh", "Standing in English"),
        lambda row: row.standing_name.en,
        text(1),
    ),
    Column(
        "documents",
        LocalText("Mã các văn bản liên quan", "Ids of documents it rests on"),
        lambda row: [*row.relation.documents],
        several(text(pattern=ID)),
    ),
    Column(
        "source_name",
        LocalText("Nguồn", "Source"),
        lambda row: row.relation.source.name,
        text(1),
    ),
    Column(
        "source_url",
        LocalText("Địa chỉ của nguồn, nếu có", "Address of the source, where it has one"),
        lambda row: row.relation.source.url or None,
        maybe(text(pattern=WEB)),
    ),
    Column(
        "source_confidence",
        LocalText("Độ tin cậy: high (cao), medium (vừa)", "Confidence: high or medium"),
        lambda row: row.relation.source.confidence,
        CONFIDENCE,
    ),
    Column(
        "other_sources",
        LocalText("Các nguồn khác", "Further sources"),
        lambda row: _others(row.relation),
        several(_SOURCES),
    ),
    Column(
        "note_vi",
        LocalText("Ghi chú bằng tiếng Việt", "Note in Vietnamese"),
        lambda row: row.relation.note.vi if row.relation.note else None,
        maybe(text(1)),
    ),
    Column(
        "note_en",
        LocalText("Ghi chú bằng tiếng Anh", "Note in English"),
        lambda row: row.relation.note.en if row.relation.note else None,
        maybe(text(1)),
    ),
)
