"""What every phone, the console, the shared screen and the summary must have seen of an activity, derived from its template alone."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from tests.rows.people import MARK, RowPhone
from tests.rows.play import THEMES, Played
from workshop.domain.answers import Answer, CardAnswer, FieldsAnswer, PassAnswer, TextAnswer
from workshop.domain.inputs import aggregate, answered_by
from workshop.domain.kind_states import TallyState
from workshop.domain.kinds.wall import deals_only
from workshop.domain.parts import AgreeView, CircleView, GuideView, JournalView, RoomsView, StageView, TallyView, WallView
from workshop.domain.pictures import NoPicture
from workshop.domain.plan import StageTemplate
from workshop.domain.published import HEAT_FLOOR, PUBLISH_FLOOR, PublishedStage
from workshop.domain.summary_forms import tally_told

Body = TypeVar("Body")
Shown = TypeVar("Shown")
Check = Callable[[Played, int, StageTemplate], Iterator[str]]


def failures_of(played: Played) -> list[str]:
    """Each with the activity's name. Empty: it was as its template says."""
    if played.failure is not None:
        return [f"{played.activity.id}: {played.failure}"]
    found = [*_refused(played), *_private(played), *_summary(played)]
    for index, template in enumerate(played.stages):
        of_stage = [*_prompted(played, index, template), *CHECKS[template.kind](played, index, template)]
        found += [f"{template.id}: {one}" for one in of_stage]
    return [f"{played.activity.id}: {one}" for one in found]


def _refused(played: Played) -> Iterator[str]:
    if played.console.refusals:
        yield f"the console was refused {', '.join(played.console.refusals)}"
    for phone in played.phones:
        if phone.not_held or phone.left_out:
            yield f"{phone.alias}: {', '.join(phone.not_held)} answers not taken, {len(phone.left_out)} not included"


def _prompted(played: Played, index: int, template: StageTemplate) -> Iterator[str]:
    for page in played.pages:
        seen = page.heard.stages(index)
        name = page.alias if isinstance(page, RowPhone) else "the console" if page is played.console else "the screen"
        if not any(one.phase == "open" for one in seen):
            yield f"{name} did not see it open"
        if any((one.kind, one.prompt, one.title) != (template.kind, template.phone, template.title) for one in seen):
            yield f"{name} saw another prompt"


# --- kinds


def _guide(played: Played, index: int, template: StageTemplate) -> Iterator[str]:
    for page in played.pages:
        bodies = [one.body for one in page.heard.stages(index) if isinstance(one.body, GuideView)]
        if {body.step for body in bodies} != set(range(max(1, len(template.guide_steps)))):
            yield "a step was not seen by everybody"
        if template.guide_steps and bodies and bodies[-1].steps != tuple(step.text for step in template.guide_steps):
            yield "the steps read are not those of the template"
        began = [body.pacer.began is not None for body in bodies if body.pacer is not None]
        if template.pacer is not None and (not began or began[0] or not began[-1]):
            yield "the pacer did not begin when it was started"
        shapes = {(one.breathe_in, one.breathe_out, one.cycles) for one in (body.pacer for body in bodies) if one is not None}
        if template.pacer is not None:
            pacer = template.pacer
            if shapes != {(pacer.breathe_in, pacer.breathe_out, pacer.cycles)}:
                yield "the breaths are not those of the template"


def _journal(played: Played, index: int, template: StageTemplate) -> Iterator[str]:
    for phone in played.phones:
        if index not in phone.pages:
            yield f"{phone.alias} wrote nothing"
        runs = {one.run for one in phone.heard.stages(index) if isinstance(one.body, JournalView)}
        if not runs & phone.given.keys():
            yield f"{phone.alias} did not say that the page is done"
    desks = [desk for desk in played.console.desks if desk.stage == index]
    if max((desk.answered for desk in desks), default=0) != len(played.phones):
        yield "the console did not see that everybody is done"
    if any(desk.picture is not None or desk.queue for desk in desks):
        yield "the console saw something of a private page"


def _tally(played: Played, index: int, template: StageTemplate) -> Iterator[str]:
    pictures = [desk.picture for desk in played.console.desks if desk.stage == index and desk.picture is not None]
    if not pictures or isinstance(pictures[-1], NoPicture):
        if not pictures or _published(played, index, template) is not None:
            yield "the console saw no picture"
        return
    for page in played.pages:
        bodies = [(one, one.body) for one in page.heard.stages(index) if isinstance(one.body, TallyView)]
        shown = [body.picture for _, body in bodies if body.picture is not None]
        before = [body.picture for one, body in bodies if one.phase != "closed"] + _first(bodies, lambda body: body.picture)
        if any(picture is not None for picture in before):
            yield "a picture was shown before it was revealed"
        if template.reveal == "never" and shown:
            yield "a picture was shown that is never shown"
        if template.reveal == "manual" and (not shown or not pictures or shown[-1] != pictures[-1]):
            yield "the picture of the console was not shown to everybody"
    if {one.outcome for one in played.screen.heard.stages(index)} - {"open"} != {"unsealed"}:
        yield "it was not unsealed"


def _first(bodies: list[tuple[StageView, Body]], shows: Callable[[Body], Shown]) -> list[Shown]:
    """What was shown when it had just closed."""
    return [shows(body) for one, body in bodies if one.phase == "closed"][:1]


def _wall(played: Played, index: int, template: StageTemplate) -> Iterator[str]:
    written = {card.card: words_of(card) for card in _cards(played, index)}
    hidden = {card for card in written if card in played.lead.hidden}
    if not hidden:
        yield "no card was hidden"
    for page in played.pages:
        bodies = [(one, one.body) for one in page.heard.stages(index) if isinstance(one.body, WallView)]
        before = [body.cards for one, body in bodies if one.phase != "closed"] + _first(bodies, lambda body: body.cards)
        if any(before):
            yield "a card was shown before it was released"
        shown = {card.id: card.text for card in bodies[-1][1].cards} if bodies else {}
        released = {card: words for card, words in written.items() if card not in hidden}
        if template.deal and set(bodies[-1][1].standing if bodies else ()) != released.keys():
            yield "what may be dealt is not what was approved"
        if shown != ({} if deals_only(template) else released):
            yield "the released cards are not those that were approved"
        if page is not played.console and any(written[card] in frame for card in hidden for frame in page.heard.told):
            yield "a hidden card reached somebody else"
    if template.reply_to is not None and not all(phone.dealt_on(index) for phone in played.answering):
        yield "somebody was dealt no card"


def _cards(played: Played, index: int) -> list[CardAnswer]:
    runs = {one.run for one in played.screen.heard.stages(index)}
    given = [phone.given[run].answer for phone in played.phones for run in runs if run in phone.given]
    return [one for one in given if isinstance(one, TextAnswer | FieldsAnswer)]


def words_of(card: CardAnswer) -> str:
    """As a wall shows them: labelled lines below each other."""
    return card.text if isinstance(card, TextAnswer) else "\n".join(words for words in card.fields.values() if words)


def _rooms(played: Played, index: int, template: StageTemplate) -> Iterator[str]:
    ids = {one.run for one in played.screen.heard.stages(index)}
    states = [one.body.state for one in played.screen.heard.stages(index) if isinstance(one.body, RoomsView)]
    if list(dict.fromkeys(states)) != ["before", "formed", "running", "finished"] and "finished" not in states:
        yield f"the rooms went {', '.join(dict.fromkeys(states))}"
    if not ids:
        return
    rounds = 1 if template.swap else template.rounds
    for phone in played.phones:
        rooms = phone.rooms_of(index)
        if len(rooms) != rounds:
            yield f"{phone.alias} was in {len(rooms)} rooms of {rounds} rounds"
        for room in rooms.values():
            if not 2 <= len(room[-1].members) <= template.size + 1:
                yield f"a room of {len(room[-1].members)}"
            if phone.alias not in {member.alias for member in room[-1].members}:
                yield f"{phone.alias} is not in the own room"
            steps = [one.step for one in room if one.state == "running"]
            if steps != sorted(steps) or not steps or steps[0] != 0:
                yield "the steps did not go on one after the other"
            if not {step.do for step in room[-1].steps} <= {step.do for step in template.room_steps}:
                yield "a step that is not in the template"
        if template.decks:
            yield from _scenes(phone, template)
        yield from _partners(played, phone, index, template)
        if template.role_cards and not {role.card for role in phone.roles} & set(template.role_cards.values()):
            yield f"{phone.alias} saw no role card"
    secret = [*template.role_cards.values(), *(scene.responder for deck in template.decks for scene in deck.scenes)]
    for page in (played.console, played.screen):
        if any(words in frame for words in secret for frame in page.heard.told):
            yield "a private role card was on the console or the screen"


def _partners(played: Played, phone: RowPhone, index: int, template: StageTemplate) -> Iterator[str]:
    """Fresh pairs are new ones each round; merged rooms hold whole earlier ones."""
    rooms = [{member.alias for member in room[-1].members} for room in phone.rooms_of(index).values()]
    met = [alias for room in rooms for alias in room if alias != phone.alias]
    if template.mix == "fresh" and template.size == 2 and len(played.phones) % 2 == 0 and len(met) != len(set(met)):
        yield f"{phone.alias} met somebody twice"
    if template.mix == "merge":
        before = max(one for one in range(index) if played.stages[one].kind == "rooms")
        pairs = [{member.alias for member in room[-1].members} for room in phone.rooms_of(before).values()]
        if not rooms or not pairs or not pairs[-1] < rooms[0]:
            yield f"the room of {phone.alias} does not hold the one before"


def _scenes(phone: RowPhone, template: StageTemplate) -> Iterator[str]:
    """Each phone had the card of its own role in a scene."""
    scenes = {scene.id: scene for deck in template.decks for scene in deck.scenes}
    dealt = [role for role in phone.roles if role.scene]
    if not dealt:
        yield f"{phone.alias} saw no scene"
    for role in dealt:
        scene = scenes[role.scene]
        if role.card not in (scene.speaker, scene.responder, scene.observer) or role.situation != scene.situation:
            yield f"{phone.alias} saw another card than the scene's"
        if role.twist not in ("", scene.twist):
            yield "a twist of another scene"


def _circle(played: Played, index: int, template: StageTemplate) -> Iterator[str]:
    bodies = [one.body for one in played.screen.heard.stages(index) if isinstance(one.body, CircleView)]
    if list(dict.fromkeys(body.state for body in bodies)) != ["before", "running", "finished"]:
        yield "it did not begin, run and end"
    turns = [phone.turns.get(index, set()) for phone in played.phones]
    if template.mode == "round" and not all("now" in one for one in turns):
        yield "somebody had no turn"
    if template.mode == "fishbowl":
        if max((len(body.inside) for body in bodies), default=0) != min(template.chairs, len(played.phones)):
            yield "not every chair was taken"
        if sum("inside" in one for one in turns) < template.chairs:
            yield "fewer sat inside than there are chairs"


def _agree(played: Played, index: int, template: StageTemplate) -> Iterator[str]:
    bodies = [one.body for one in played.screen.heard.stages(index) if isinstance(one.body, AgreeView)]
    kept = [line.text for line in bodies[-1].lines if line.kept] if bodies else []
    if not set(template.start) <= set(kept):
        yield "not every line was kept"


CHECKS: dict[str, Check] = {
    "guide": _guide,
    "journal": _journal,
    "tally": _tally,
    "wall": _wall,
    "rooms": _rooms,
    "circle": _circle,
    "agree": _agree,
}


# --- afterwards


def _private(played: Played) -> Iterator[str]:
    """No mark left its phone."""
    for page in played.pages:
        told, sent = page.heard.told, page.heard.sent if isinstance(page, RowPhone) else []
        if any(MARK in frame for frame in (*told, *sent)):
            yield "words of a private page travelled"
            return


def _given(played: Played, index: int) -> list[Answer]:
    runs = {one.run for one in played.screen.heard.stages(index)}
    given = [phone.given[run].answer for phone in played.phones for run in runs if run in phone.given]
    return [one for one in given if not isinstance(one, PassAnswer)]


def _answered(played: Played, index: int) -> int:
    return len(_given(played, index))


def _published(played: Played, index: int, template: StageTemplate) -> PublishedStage | None:
    """What a tally is told as; None where too few answered, or where the words would give a count away."""
    asked, form = template.input, template.summary.form if template.summary is not None else "none"
    assert asked is not None
    answers = _given(played, index)
    sums = aggregate(asked, answers, PUBLISH_FLOOR, template.send)
    if form not in ("bands", "middle", "heat3", "shape"):
        return None if isinstance(sums, NoPicture) else PublishedStage(stage=index, title="", form="bands")
    tally = TallyState(sums=sums, by_five=frozenset(answered_by(asked, answers, PUBLISH_FLOOR)))
    return tally_told(PublishedStage(stage=index, title="", form=form), asked, tally, PUBLISH_FLOOR).stage


def _summary(played: Played) -> Iterator[str]:
    """Each form is published, or left out for the reason that holds."""
    published: dict[int, dict[str, Any]] = {
        stage["stage"]: stage for activity in played.summary["activities"] for stage in activity["stages"]
    }
    left = {(one["stage"], one["reason"]) for one in played.summary["leftOut"]}
    for index, template in enumerate(played.stages):
        if template.summary is None:
            if index in published:
                yield f"{template.id}: published without a form"
            continue
        form, title = template.summary.form, template.title or template.phone
        enough = _answered(played, index) >= (HEAT_FLOOR if form == "heat3" else PUBLISH_FLOOR)
        enough = enough and (template.kind != "tally" or form == "none" or _published(played, index, template) is not None)
        if form == "none":
            expected: tuple[str, str] | None = (title, "never_published")
        else:
            expected = None if enough else (title, "below_floor")
        if expected is not None:
            if expected not in left or index in published:
                yield f"{template.id}: {form} is not left out as {expected[1]}"
        elif index not in published or published[index]["form"] != form:
            yield f"{template.id}: {form} of {_answered(played, index)} answers is not published"
        elif form == "themes" and published[index]["themes"] != list(THEMES):
            yield f"{template.id}: other themes than the ones written"
        elif title in {stage for stage, _ in left}:
            yield f"{template.id}: published and left out"
