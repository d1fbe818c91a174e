"""Make the pages of content/: copies merged, names kept, tags, stories and links in place.

Nothing here reads a clock or forgets: what ``record`` holds is kept, what is new is minted, and
composing again from the result gives the result.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter

from sitegen.corpus.abbreviations import join_abbreviations
from sitegen.corpus.aids import NO_AIDS, Aids
from sitegen.corpus.changed_seeds import find_changed_seeds, report_changed_seed
from sitegen.corpus.dating import date_by_agreement
from sitegen.corpus.dedupe import Match, find_matches
from sitegen.corpus.headlines import name_headlines
from sitegen.corpus.identity import Mint, make_mint
from sitegen.corpus.kinds import settle_kinds
from sitegen.corpus.likeness import Likeness
from sitegen.corpus.merge import Candidate, find_present, group_copies, name_copy
from sitegen.corpus.overrule import keep_apart, settle_merges
from sitegen.corpus.ownership import claim_copies
from sitegen.corpus.prose import Prose
from sitegen.corpus.recall import find_owners, leave_out_named
from sitegen.corpus.related import relate_pages
from sitegen.corpus.spellings import join_spellings
from sitegen.corpus.stories import name_stories, place_in_story
from sitegen.corpus.surnames import join_surnames
from sitegen.corpus.tags import Vocabulary, choose_tags, make_tag_pages, make_vocabulary
from sitegen.corpus.topics import join_topics, list_topics
from sitegen.corpus.unite import Draft, draft_pages
from sitegen.corpus.versions import link_versions
from sitegen.model.article import Article
from sitegen.model.page import Page, TagPage
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.summary import Summary
from sitegen.text.wording import Wording, read_wording

# Two drafts, by their places, whose texts are akin, and how they match.
Kin = tuple[int, int, Match]


@dataclass(frozen=True, slots=True)
class _Drafted:
    """The drafts of what is published, the pages that a person merged into these, and the kin.

    ``versions`` are drafts that are akin and no copies; ``copies`` drafts that are one article
    and yet two pages, for both had been published before the text came that is like both.
    """

    drafts: list[Draft]
    merged: tuple[Page, ...]
    versions: list[Kin]
    copies: list[Kin]
    mint: Mint


def make_pages(
    articles: Sequence[Article],
    summaries: Sequence[Summary],
    record: Record,
    settings: Settings,
    now: datetime,
    aids: Aids = NO_AIDS,
) -> tuple[Record, tuple[Problem, ...]]:
    """Return what content/ should hold, and what a person should know about it.

    ``articles`` are those of the seeds and those recalled from the record; ``summaries`` stand
    parallel to them; ``aids`` may know faster ways to the same.
    Pages that a person has changed are kept as they are (law 3).
    """
    record = leave_out_named(record, articles, settings.noise)
    titles = [tag.title for tag in record.tags]
    own = [written for written, _ in settings.tag_aliases]
    named = join_spellings(settle_kinds(summaries), titles, own)
    named = join_abbreviations(join_surnames(named, own), own)
    named = join_topics(named, titles, own)
    named = name_headlines(named, [one.title for one in articles])
    drafted = _draft_pages(articles, named, record, settings, now)
    drafts, merged = drafted.drafts, drafted.merged
    vocabulary = _settle_names(drafts, settings)
    likeness = aids.compare(tuple(map(_place_in_time, drafts)))
    words = read_wording(settings.language, settings.words)
    pages = _connect(drafted, vocabulary, likeness, words, aids)
    newest = sorted(
        pages, key=lambda page: (page.dating.moment or page.first_seen, page.id), reverse=True
    )
    published = {one.path for part in record.addresses for one in part.addresses}
    tags = make_tag_pages(newest, record.tags, settings.tag_minimum, published)
    slugs = {tag.title: tag.slug for tag in tags}
    written = [
        _write_body(page, draft.best, slugs, vocabulary, aids)
        for page, draft in zip(pages, drafts, strict=True)
    ]
    written.sort(key=lambda page: page.slug)
    present = (copy.article for draft in drafts for copy in draft.copies if not copy.is_kept)
    changed = find_changed_seeds(written, present)
    problems = (
        *_report_doubled(drafts, drafted.copies),
        *(_report_edited(draft, changed) for draft in drafts if draft.page.is_edited),
        *_report_kept(drafts),
        *(_report_merged(page) for page in merged if page.is_edited),
        *(_report_edited_tag(tag, written) for tag in tags if tag.is_edited),
    )
    made = replace(record, pages=tuple(written), tags=tags, merged=merged)
    return made, problems


def _draft_pages(
    articles: Sequence[Article],
    summaries: Sequence[Summary],
    record: Record,
    settings: Settings,
    now: datetime,
) -> _Drafted:
    """Merge the copies and give each article its page, old or new."""
    pages = (*record.pages, *record.merged)
    owners = find_owners(pages)

    def are_settled(first: int, second: int) -> bool:
        page = owners.get(articles[first].digest)
        return page is not None and page is owners.get(articles[second].digest)

    found = find_matches(summaries, articles.__getitem__, are_settled)
    candidates = claim_copies(articles, summaries, pages, found.copies)
    mint = make_mint(record, settings, now)
    drafts, merged = draft_pages(group_copies(candidates, found.copies), mint, settings)
    live, aside = settle_merges(keep_apart([*(draft.page for draft in drafts), *merged]))
    settled = [replace(draft, page=page) for draft, page in zip(drafts, live, strict=True)]
    return _Drafted(
        drafts=settled,
        merged=tuple(sorted(aside, key=attrgetter("slug"))),
        versions=_find_kin(settled, candidates, found.versions),
        copies=_find_kin(settled, candidates, found.copies),
        mint=mint,
    )


def _find_kin(
    drafts: Sequence[Draft], candidates: Sequence[Candidate], matches: Iterable[Match]
) -> list[Kin]:
    """Return the places of two drafts for each match of two texts that are not on one page."""
    places = {id(copy): place for place, draft in enumerate(drafts) for copy in draft.copies}
    found = []
    for match in matches:
        one, other = (places.get(id(candidates[i])) for i in (match.first, match.second))
        if one is not None and other is not None and one != other:
            found.append((one, other, match))
    return found


def _settle_names(drafts: Sequence[Draft], settings: Settings) -> Vocabulary:
    return make_vocabulary(
        [list_topics(draft.best.summary) for draft in drafts if not draft.page.is_edited],
        [draft.page for draft in drafts if draft.page.is_edited],
        settings,
    )


def _place_in_time(draft: Draft) -> Summary:
    """Return the summary of a draft's text; what its page kept is of the day that has now.

    Another copy may have corrected that day, and the next build would compare by it. A day that
    was found by comparing is none to compare by.
    """
    dating = draft.page.dating
    if not draft.best.is_kept or draft.page.is_edited:
        return draft.best.summary
    return replace(draft.best.summary, moment=None if dating.basis == "agreed" else dating.moment)


def _connect(
    drafted: _Drafted, vocabulary: Vocabulary, likeness: Likeness, words: Wording, aids: Aids
) -> list[Page]:
    """Give every page that is ours its tags, its story, its related pages and its versions.

    Before that, what has no date gets the one of the report that it agrees with.
    """
    texts = [draft.best for draft in drafted.drafts]
    tagged = [_tag_page(draft, vocabulary) for draft in drafted.drafts]
    tagged = date_by_agreement(tagged, texts, likeness, drafted.mint.place_date, words)
    stories = name_stories(tagged, likeness)
    versions = link_versions(tagged, drafted.versions)
    placed = [
        page
        if page.is_edited
        else replace(place_in_story(page, stories[index]), versions=versions.get(index, ()))
        for index, page in enumerate(tagged)
    ]
    related = relate_pages(placed, likeness, words, aids.share)
    return [
        page if page.is_edited or page.related == others else replace(page, related=others)
        for page, others in zip(placed, related, strict=True)
    ]


def _tag_page(draft: Draft, vocabulary: Vocabulary) -> Page:
    if draft.page.is_edited:
        return draft.page
    summary = draft.best.summary
    tags = choose_tags(summary.topics, vocabulary, summary.phrases)
    return draft.page if draft.page.tags == tags else replace(draft.page, tags=tags)


def _write_body(
    page: Page, best: Candidate, slugs: Mapping[str, str], vocabulary: Vocabulary, aids: Aids
) -> Page:
    """Return the page with its text, the first mention of each tag that has a page linked."""
    if page.is_edited:
        return page
    forms = {tag: [tag] for tag in page.tags if tag in slugs}
    for mention in best.summary.mentions:
        forms.get(vocabulary.name(mention.name), []).extend(mention.forms)
    for phrase in best.summary.phrases:
        forms.get(vocabulary.name(phrase.name), []).append(phrase.form)
    names = tuple((f"../tags/{slugs[tag]}.md", tuple(said)) for tag, said in forms.items())
    every = tuple(form for mention in best.summary.mentions for form in mention.forms)
    body = aids.write(Prose(best.article.blocks, names, every))
    return page if page.body == body else replace(page, body=body)


def _report_edited_tag(tag: TagPage, pages: Sequence[Page]) -> Problem:
    """Say that a tag's file is a person's now, and whether it still is the file of a tag."""
    place = f"content/tags/{tag.slug}.md"
    if any(tag.title in page.tags for page in pages):
        message = "edited by hand, so it is kept as it is; the site's page of the tag is our own"
        return Problem(place, message, "note")
    message = f"no article has the tag '{tag.title}'; rename a tag under [tags.aliases] instead"
    return Problem(place, message, "warning")


def _report_doubled(drafts: Sequence[Draft], kin: Iterable[Kin]) -> Iterable[Problem]:
    """Say of two pages that are one article that only a person can make them one: laws 4 and 5."""
    pairs = dict.fromkeys(tuple(sorted((one, other))) for one, other, _ in kin)
    for places in pairs:
        kept, away = sorted(
            (drafts[place].page for place in places), key=lambda page: (page.first_seen, page.id)
        )
        if away.id in {row.id for row in kept.apart} or kept.id in {row.id for row in away.apart}:
            continue
        yield Problem(
            f"content/articles/{away.slug}.md",
            f"holds the same article as {kept.slug}.md, and both are published already; make "
            f"them one with 'sitegen merge {kept.slug} {away.slug}'",
            "warning",
        )


def _report_merged(page: Page) -> Problem:
    message = "edited by hand and merged into another page, so it is kept and not published"
    return Problem(f"content/articles/{page.slug}.md", message, "note")


def _report_kept(drafts: Iterable[Draft]) -> Iterable[Problem]:
    """Say of seeds that what they said before stands, and why."""
    for draft in drafts:
        now = None if draft.page.is_edited else find_present(draft.best, draft.copies)
        if now is None:
            continue
        seed, slug = draft.page.seeds[0].seed.rpartition("#")[0], draft.page.slug
        if now.page and now.page.id != draft.page.id:
            other = now.page.slug
            message = (
                f"shows what seeds/{seed} said before, which nothing else holds; to publish what "
                f"it says now, take the merge back ('sitegen split {slug} {name_copy(now.article)}"
                f"'), then merge the other way round ('sitegen merge {other} {slug}')"
            )
        else:
            message = (
                f"shows what seeds/{seed} said before, for what that says now is cut off or much "
                "shorter; put the text back, or delete this file to publish the shorter one"
            )
        yield Problem(f"content/articles/{slug}.md", message, "warning")


def _report_edited(draft: Draft, changed: Mapping[str, Article]) -> Problem:
    """Say that a page is a person's now, and what of its seeds it does not have for that reason."""
    if now := changed.get(draft.page.id):
        return report_changed_seed(draft.page, now)
    recorded = {copy.seed for copy in draft.page.seeds}
    names = (name_copy(copy.article) for copy in draft.copies if not copy.is_kept)
    missing = ", ".join(name for name in names if name not in recorded)
    message = "edited by hand, so it is kept as it is"
    if missing:
        message = f"edited by hand, so it is kept as it is and does not record its copy {missing}"
    return Problem(f"content/articles/{draft.page.slug}.md", message, "note")
