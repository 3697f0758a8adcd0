"""Builds as CI and editors run them: same bytes everywhere, errors told, good output kept."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from plugins.bulletin.examining import examine
from plugins.bulletin.settings import BuildSettings
from tests.building.places import differences
from tests.conftest import SmallSite
from tests.site.building import (
    BASE_URL,
    EPOCH,
    REAL_CONTENT,
    ROOT,
    SECOND_CONTENT,
    build_apart,
    build_here,
    environment,
    files_of,
    overlay,
    run_apart,
    run_here,
)
from tests.site.pages import broken_links, page_at, pages_of, parse_xml, select

ARTICLE = "articles/chi-tieng-viet.vi.md"
FAULTY = {
    "articles/tin-xau.vi.md": (
        "---\ntitle: Tin\ndate: 05/08/2023\nsection: nws\nsumary: x\n---\nTin.\n"
    ),
    "data/topics.yaml": "---\n- id: exchange\n  name: {vi: Giao lưu}\n",
    "pages/contact.en.md": "Không có phần khai báo.\n",
}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4242",
    "COLUMNS": "40",
}


def article(**fields: str) -> str:
    """Return the text of an article with fields put over those of a good one."""
    good = {
        "title": "Tin mẫu",
        "date": "2024-06-01",
        "section": "news",
        "summary": "Một bài ví dụ để thử, dài đủ bốn mươi ký tự như quy định.",
    }
    head = "".join(f"{name}: {value}\n" for name, value in {**good, **fields}.items())
    return f"---\n{head}---\nMột đoạn văn ví dụ.\n"


def test_same_bytes_everywhere(tmp_path: Path, real_site: Path) -> None:
    """Folder, time zone, locale, hash seed and age of files leave no mark on the output."""
    content = tmp_path / "elsewhere" / "content"
    shutil.copytree(REAL_CONTENT, content, copy_function=shutil.copyfile)
    env = environment(**ELSEWHERE)
    built = build_apart(content, tmp_path / "x" / "site", "--production", env=env)
    assert built.code == 0, built.out + built.err
    assert differences(built.files(), files_of(real_site)) == {}


def test_second_build_changes_nothing(small_site: SmallSite) -> None:
    """Building again writes no file, so publishing again copies none."""
    first = re.search(r": (\d+) written, 0 removed, 0 untouched\n", small_site().out)
    again = small_site()
    assert first is not None
    assert again.out.endswith(f": 0 written, 0 removed, {first[1]} untouched\n")


def test_only_what_changed_is_written(small_site: SmallSite) -> None:
    """What vanished from content vanishes from the output, with its folders."""
    before = set(small_site().files())
    after = small_site({"articles/unlisted.vi.md": None})
    assert before - set(after.files()) == {"2024/05/bai-mau-khong-niem-yet/index.html"}
    assert not (after.output / "2024" / "05").exists()


def test_errors_leave_the_last_good_output(small_site: SmallSite) -> None:
    """A refused build changes no byte and no time of the output, and ends with 1."""
    good = small_site()
    before, times = good.files(), modified(good.output)
    refused = small_site(FAULTY)
    assert refused.code == 1
    assert "errors" in refused.out
    assert (refused.files(), modified(refused.output)) == (before, times)


def test_faults_of_the_output_are_caught(small_site: SmallSite) -> None:
    """An anchor that only the finished site shows to be broken stops the build as well."""
    good = small_site()
    before = good.files()
    text = article().replace("Một đoạn", "Xem [đối tác](/doi-tac/#khong-co). Một đoạn")
    refused = small_site({ARTICLE: text})
    assert refused.code == 1
    assert "[output-anchor-broken]" in refused.out
    assert refused.files() == before


def test_first_build_with_errors_makes_no_output(small_site: SmallSite) -> None:
    """Where nothing was built before, a refused build leaves nothing."""
    assert not small_site(FAULTY).output.exists()


def test_check_and_build_tell_the_same(small_site: SmallSite, tmp_path: Path) -> None:
    """`check` prints what `build` prints, each problem once and sorted, and ends with 1."""
    built = small_site(FAULTY)
    content = tmp_path / "given-0" / "content"
    checked = run_here("check", "--content", str(content), output=tmp_path)
    lines = checked.out.splitlines()
    assert (built.code, checked.code) == (1, 1)
    assert checked.out == built.out
    assert len(set(lines)) == len(lines)
    assert [line.split(":")[0] for line in lines[:-1]] == sorted(
        line.split(":")[0] for line in lines[:-1]
    )


def test_check_of_good_content(tmp_path: Path) -> None:
    """Good content gives no line and 0, in every format."""
    for form, wanted in (("text", ""), ("github", ""), ("json", "[]\n")):
        place = ("--content", str(SECOND_CONTENT), "--format", form)
        checked = run_here("check", *place, output=tmp_path)
        assert (checked.code, checked.out, checked.err) == (0, wanted, "")


def test_real_content_is_good(tmp_path: Path) -> None:
    """The content of this repository has neither errors nor warnings."""
    checked = run_here("check", "--content", str(REAL_CONTENT), output=tmp_path)
    assert (checked.code, checked.out) == (0, "")


def test_json_report(small_site: SmallSite) -> None:
    """A report as JSON is one array of objects with the documented keys."""
    built = small_site(FAULTY, "--format", "json")
    rows = json.loads(built.out)
    keys = {"path", "line", "column", "severity", "rule", "message", "remedy"}
    assert built.code == 1
    assert all(set(row) == keys for row in rows)
    assert {row["rule"] for row in rows} >= {"date-ambiguous", "field-unknown"}
    assert {row["severity"] for row in rows} <= {"error", "warning"}


def test_github_report(small_site: SmallSite) -> None:
    """A report for a forge is one annotation a line."""
    lines = small_site(FAULTY, "--format", "github").out.splitlines()
    form = re.compile(
        r"::(error|warning) file=content/[^:,]+(,line=\d+)?(,col=\d+)?,title=[^:]+::.+"
    )
    assert lines
    assert [line for line in lines if not form.fullmatch(line)] == []


@pytest.mark.parametrize(("language", "word"), [("vi", "bị thiếu"), ("en", "is missing")])
def test_report_in_the_editors_language(small_site: SmallSite, language: str, word: str) -> None:
    """Problems are told in the language that was asked for, by option or by the environment."""
    files = {ARTICLE: article().replace("title: Tin mẫu\n", "")}
    assert word in small_site(files, "--language", language).out
    assert word in small_site(files, env={"BULLETIN_LANGUAGE": language}).out


def test_article_waits_for_its_day(small_site: SmallSite) -> None:
    """`publish_on` keeps an article out of everything until its moment has come."""
    files = {"articles/sau.vi.md": article(title="Bài hẹn ngày", publish_on="2030-05-01 08:00")}
    early = small_site(files)
    assert early.code == 0
    assert not [path for path, raw in early.files().items() if "Bài hẹn ngày".encode() in raw]
    moment = datetime(2030, 5, 1, 1, 0, tzinfo=UTC)  # 08:00 at GMT+7
    late = small_site(files, env={"SOURCE_DATE_EPOCH": str(int(moment.timestamp()))})
    assert (late.output / "2024/06/bai-hen-ngay/index.html").is_file()
    just_before = str(int(moment.timestamp()) - 1)
    assert not (
        small_site(files, env={"SOURCE_DATE_EPOCH": just_before}).output / "2024/06"
    ).exists()


def test_site_below_a_path(small_site: SmallSite) -> None:
    """A site at https://example.org/repo has every address below /repo/."""
    base = "https://example.org/repo"
    built = small_site({}, "--production", env={"BULLETIN_SITE_URL": base + "/"})
    assert built.code == 0
    assert list(broken_links(built.output, base)) == []
    for page in pages_of(built.output):
        urls = page.values("//a/@href | //link/@href | //img/@src")
        own = [url for url in urls if url.startswith(("/", "http://localhost"))]
        assert [url for url in own if not url.startswith("/repo/")] == []
        wanted = base + page.address.removeprefix("/song-ngu")
        assert page.values("//link[@rel='canonical']/@href") == [wanted]
    feed = parse_xml(built.output / "feeds" / "atom.xml")
    assert all(url.startswith(base + "/") for url in select(feed, "//@href"))
    assert f"Sitemap: {base}/sitemap.xml" in built.text("robots.txt")


def test_preview_needs_no_address(tmp_path: Path) -> None:
    """Without BULLETIN_SITE_URL a preview stands at localhost."""
    env = environment()
    del env["BULLETIN_SITE_URL"]
    built = build_apart(SECOND_CONTENT, tmp_path / "output", env=env)
    assert built.code == 0, built.out + built.err
    (canonical,) = page_at(built.output, "/en/").values("//link[@rel='canonical']/@href")
    assert canonical == "http://localhost:8000/en/"


def test_production_needs_an_address(tmp_path: Path) -> None:
    """Without BULLETIN_SITE_URL a build for the public is refused in one line."""
    env = environment()
    del env["BULLETIN_SITE_URL"]
    built = build_apart(SECOND_CONTENT, tmp_path / "output", "--production", env=env)
    assert built.code == 1
    assert built.out == ""
    assert built.err.startswith("publishconf.py: set BULLETIN_SITE_URL")
    assert built.err.count("\n") == 1
    assert not built.output.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--fulll"],
        ["build", "--language", "fr"],
        ["check", "--format", "xml"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    """An unknown command, option or value ends with 2 and tells the usage."""
    ended = run_here(*arguments, output=Path())
    assert ended.code == 2
    assert ended.err.startswith("usage: ")


def test_content_folder_that_is_not_there(tmp_path: Path) -> None:
    """A mistyped content folder is one problem, not a traceback."""
    built = build_here(tmp_path / "contnt", tmp_path / "output")
    assert built.code == 1
    assert "[file-unreadable]" in built.out
    assert built.err == ""


@pytest.mark.parametrize("place", ["docs", "docs/site", ".", "docs/content/output"])
def test_foreign_output_folder_is_refused(tmp_path: Path, place: str) -> None:
    """A build never empties a folder that no build made, nor one around or in the content."""
    overlay(SECOND_CONTENT, tmp_path / "docs" / "content", {"../notes.txt": "Ghi chép."})
    (tmp_path / "docs" / "site").mkdir()
    (tmp_path / "docs" / "site" / "thesis.txt").write_text("Luận văn.", encoding="utf-8")
    before = files_of(tmp_path)
    built = build_here(tmp_path / "docs" / "content", tmp_path / place)
    assert built.code == 1
    assert "choose another output folder" in built.err
    assert files_of(tmp_path) == before


def test_audit_command(second_site: Path, tmp_path: Path) -> None:
    """`audit` ends with 0 for a good folder, and with 1 and a report for a spoiled one."""
    good = run_here("audit", "--output", str(second_site), output=second_site)
    assert (good.code, good.out) == (0, "")
    spoiled = shutil.copytree(second_site, tmp_path / "output")
    (spoiled / "en" / "index.html").unlink()
    told = run_here("audit", "--output", str(spoiled), output=spoiled)
    assert told.code == 1
    assert "[output-link-broken]" in told.out


def test_fix_mends_and_the_build_goes_on(tmp_path: Path) -> None:
    """`check --fix` composes loose marks and then finds nothing to report."""
    loose = article(title="Ha\u0323 Long").encode()
    content = overlay(SECOND_CONTENT, tmp_path / "content", {"articles/tin.vi.md": loose})
    before = run_here("check", "--content", str(content), output=tmp_path)
    assert (before.code, "[not-nfc]" in before.out) == (0, True)
    fixed = run_here("check", "--fix", "--content", str(content), output=tmp_path)
    assert fixed.out == "content/articles/tin.vi.md: 1 mended (1 not-nfc)\n"
    assert run_here("check", "--content", str(content), output=tmp_path).out == ""


def test_own_fault_gives_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_site: SmallSite
) -> None:
    """A fault of the program itself is one line, in the editor's language; details go to a file."""
    monkeypatch.setattr("plugins.bulletin.cli.FAULT_LOG", tmp_path / ".cache" / "fault.log")
    monkeypatch.setattr("plugins.bulletin.manifest.load_manifest", lambda _: 1 / 0)
    for language, word in (("vi", "lỗi của chính nó"), ("en", "program itself failed")):
        built = small_site({}, "--language", language)
        assert built.code == 1
        assert word in built.err
        assert "Traceback" not in built.out + built.err
    assert "ZeroDivisionError" in (tmp_path / ".cache" / "fault.log").read_text(encoding="utf-8")


def test_page_status_is_that_of_the_original(small_site: SmallSite) -> None:
    """The translation of a draft page is a draft too, without saying so again."""
    page = (
        "---\ntitle: A draft page\nsummary: {}\ntranslation: {{revision: '000000'}}\n{}"
        "---\nSecret.\n"
    )
    summary = "An example page whose original is a draft, so it is one."
    built = small_site({"pages/nhap.en.md": page.format(summary, "")})
    assert built.code == 0
    assert not [path for path, raw in built.files().items() if b"A draft page" in raw]
    told = small_site({"pages/nhap.en.md": page.format(summary, "status: published\n")})
    assert "[neutral-different]" in told.out


def test_menu_leads_to_the_anniversaries(small_site: SmallSite) -> None:
    """An entry `anniversaries` leads to the page of the year, which marks it as its own."""
    entry = "  - {label: {vi: Dịp kỷ niệm, en: Days}, target: anniversaries}\n"
    site = (SECOND_CONTENT / "data" / "site.yaml").read_text(encoding="utf-8")
    built = small_site({"data/site.yaml": site + entry})
    assert built.code == 0
    link = '<a class="menu__link" href="/ky-niem/" aria-current="page">Dịp kỷ niệm</a>'
    assert link in built.text("ky-niem/index.html")
    assert '<a class="menu__link" href="/en/anniversaries/">Days</a>' in built.text("en/index.html")


def test_menu_to_a_draft_is_a_problem(small_site: SmallSite) -> None:
    """A menu that leads to a draft page is reported at the menu's line."""
    site = (SECOND_CONTENT / "data/site.yaml").read_text(encoding="utf-8")
    built = small_site({"data/site.yaml": site.replace("page:huong-dan", "page:nhap")})
    assert built.code == 1
    assert re.search(r"content/data/site\.yaml:\d+:\d+: .*\[link-to-draft\]", built.out)


def test_picture_that_is_only_linked(small_site: SmallSite) -> None:
    """A picture that a text links to, without showing it, is published."""
    picture = (SECOND_CONTENT / "images/bridge.svg").read_bytes()
    text = article().replace("Một đoạn", "Xem [hình lớn](../images/large.svg). Một đoạn")
    built = small_site({ARTICLE: text, "images/large.svg": picture})
    assert built.code == 0, built.out
    assert (built.output / "images/large.svg").is_file()


def test_feed_keeps_signs_of_a_summary(small_site: SmallSite) -> None:
    """A summary is plain text: `<` and `&` in it reach readers of the feed as they are."""
    summary = '"Một bài ví dụ về việc A <b> C & D, dài đủ bốn mươi ký tự."'
    built = small_site({ARTICLE: article(summary=summary)})
    feed = parse_xml(built.output / "feeds" / "atom.xml")
    (told,) = [item.text for item in feed.iter("{*}summary") if "ví dụ về việc" in str(item.text)]
    assert told == summary.strip('"')
    assert {item.get("type", "text") for item in feed.iter("{*}summary")} == {"text"}


@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n".encode())
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_breaks_the_reading(tmp_path: Path, raw: bytes) -> None:
    """Whatever bytes an article's file has, examining the content gives problems, not errors."""
    content = tmp_path / "content"
    for name in ("articles/tin.vi.md", "data/partners/tin.yaml"):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(raw)
    now = datetime.fromtimestamp(int(EPOCH), UTC)
    given_settings = BuildSettings(content, ROOT / "theme", tmp_path / "output", BASE_URL, now)
    library, problems = examine(given_settings)
    assert library is None
    assert problems


def test_run_as_a_module_from_elsewhere(tmp_path: Path) -> None:
    """The commands tell their usage from any folder."""
    env = {**environment(), "PYTHONPATH": str(ROOT)}
    told = run_apart(["-m", "plugins.bulletin", "--help"], env, cwd=tmp_path)
    assert told.returncode == 0
    assert "build both sites" in told.stdout


def modified(folder: Path) -> dict[str, int]:
    """Return when each file below a folder was changed last, in nanoseconds."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
