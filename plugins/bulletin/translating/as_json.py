"""As JSON: the state of all pairs for programs. The shape is told in docs/reference/status.md."""

from __future__ import annotations

import json
from collections.abc import Sequence

from plugins.bulletin.translating.ages import Age, Told
from plugins.bulletin.translating.pairs import Text, totals
from plugins.bulletin.translating.texts import Difference

Value = object


def pairs_json(told: Sequence[Told]) -> str:
    """Return pairs and totals as one JSON object."""
    rows = [item.row for item in told]
    counted: dict[str, int] = {"pairs": len(rows)}
    counted |= {str(state): count for state, count in totals(rows).items()}
    value = {"pairs": [_pair(item) for item in told], "totals": counted}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _pair(told: Told) -> dict[str, Value]:
    row, freshness = told.row, told.row.freshness
    return {
        "kind": row.kind,
        "key": row.key,
        "state": row.state,
        "original": _text(row.original),
        "translation": _text(row.translation) if row.translation else None,
        "translation_path": row.translation_path,
        "revision": freshness.revision,
        "confirmed": freshness.confirmed or None,
        "confirmed_on": str(freshness.on) if freshness.on else None,
        "age": _age(told.age),
        "changes": [_change(item) for item in told.differences],
    }


def _text(text: Text) -> dict[str, Value]:
    return {"language": text.language, "path": text.path, "title": text.title}


def _age(age: Age | None) -> dict[str, Value] | None:
    if age is None:
        return None
    return {"days": age.days, "since": age.since.date().isoformat(), "of": age.of}


def _change(item: Difference) -> dict[str, Value]:
    change = item.change
    number = change.number if change.part == "paragraph" else None
    return {
        "part": change.part,
        "number": number,
        "kind": change.kind,
        "before": item.before,
        "now": item.now,
    }
