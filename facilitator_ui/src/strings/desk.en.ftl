# Every sentence of the organizer's desk.

mark = Holdspace
desk-title = { $organization }: sessions
desk-loading = The desk opens.
desk-no-line-title = The desk cannot be reached.
desk-again = Try again
desk-link-missing-title = This page opens with its own link.
desk-link-missing = Open the desk's link again. It holds a key that this page needs. Whoever runs the server can print a new one.
desk-link-ended-title = This link has ended.
desk-views = Parts of the desk
desk-sessions = Sessions
desk-new = New session
desk-help = Help page
desk-back = Back to the sessions
desk-help-missing = There is no help page yet. A real session needs one: whom people can turn to, near them, today. Practice sessions open without.
desk-help-write = Write the help page

sessions-none = No sessions yet.
sessions-none-how = Begin with a practice session: it is quick, and nothing in it counts.
sessions-by-themselves = A real session that nobody ends is ended by itself once nothing has happened in it for { $hours } hours, so that what was written is erased in time. One that was planned and not opened is cancelled { $days } days after its day.
stage-scheduled = planned
stage-live = running
stage-ended = ended, not signed
stage-signed = signed
stage-cancelled = cancelled
stage-erased = erased
row-real = Real session
row-practice = Practice session
row-together = in one room
row-apart = each somewhere else
row-starts = { $stage ->
    [scheduled] For { $when }
   *[other] Was planned for { $when }
}
row-created = { $stage ->
    [scheduled] No day yet. Made on { $when }
   *[other] Made on { $when }
}
row-ended = Ended on { $when }
row-code = code { $code }
row-cards-until = Cards are erased on { $when } at the latest. Who leads signs the summary from the console.
row-open = Open
row-links = New links
row-links-ended = New link to the console
row-links-how = The links to the console and the screen that were given out before stop working. The way in for everybody stays the same.
row-links-ended-how = With it the summary can be written and signed. The links that were given out before stop working.
row-summary = Summary
row-duplicate = Duplicate
row-cancel = Cancel
row-end = End early
row-erase = Erase
row-actions = { $title }. { $when }, { $code }

new-title = New session
new-agenda = What to play
new-no-agendas = There is no agenda in the library. Whoever runs the server can add them.
new-facts = { $minutes } minutes, { $from } to { $to } people
new-only-practice = For practice only: too short for a real evening.
new-not-yet = Not yet: { $reason }
new-kind = Practice or real
new-practice = Practice
new-practice-how = To try it out, with simulated people if you like. A banner on every page says that it is practice.
new-real = Real
new-real-how = With a real group. It needs the help page.
new-real-no-help = With a real group. It can be planned now; opening it needs the help page.
new-place = Where people are
new-together = Together in one room
new-together-how = There is one shared screen that everybody sees.
new-apart = Each somewhere else
new-apart-how = Everybody follows on the phone or the computer in front of them.
new-floor = How many people it takes
new-floor-five = At least 5
new-floor-five-how = With fewer answers nothing is opened. The usual choice.
new-floor-four = At least 4
new-floor-four-how = For groups of five or six. In so few, somebody may guess who said what.
new-floor-practice = In practice one answer is enough, so that it can be tried alone.
new-floor-summary = Whatever you choose: nothing is published with fewer than five.
new-door = Coming in
new-approval = Admit people one by one
new-approval-how = Who comes in waits until they are admitted on the console.
new-when = When
new-now = Open it now
new-later = Plan it for later
new-date = Day and time, where you are
new-date-missing = Choose a day and a time that lie ahead.
new-retention = How long the record of the steps is kept after signing
new-retention-how = The record says which step came when. It has no names in plain words, no cards, and no single answers.
new-retention-none = Not at all: erased as soon as the summary is signed
new-retention-days = { $days } days after signing
new-make = Make the session
new-make-open = Make it and open it
new-making = Making it.
new-choose = Choose an agenda first.

links-title = The door is open: { $title }
links-ended-title = The console of { $title }
links-ended-how = The session has ended: nobody comes in any more. Whoever led reads, writes and signs its summary on the console. This link holds a key, and this page shows it once.
links-how = Keep the console's and the screen's links to yourself. They hold keys, and this page shows them once.
links-join = For everybody: come in
links-console = For who leads: the console
links-screen = For the room: the shared screen
links-copy = Copy
links-copied = Copied.
links-not-copied = It could not be copied. The link is marked; copy it by hand.
links-open = Open in a new tab
links-qr = QR code for { $link }

ask-cancel-title = Cancel this session?
ask-cancel = { $title } is not played. It can be duplicated later.
ask-cancel-yes = Cancel the session
ask-end-title = End this session now, for everybody?
ask-end = The phones say goodbye, and nobody can come in again. This cannot be taken back. Who leads can still write and sign the summary.
ask-end-yes = End it
ask-links-title = Make new links?
ask-links-yes = Make new links
ask-links-ended-title = Make a new link to the console?
ask-links-ended-yes = Make a new link
ask-erase-title = Erase this session?
ask-erase = All of it goes, with its summary. This cannot be taken back. To be sure, type its code: { $code }
ask-erase-code = The code
ask-erase-yes = Erase it for good
ask-no = Leave it as it is

help-title = Help page
help-how = Everybody in a session can open this page at any time. Write whom people can turn to: a name and a number in the house, a crisis line, the emergency number. Say when each can be reached.
help-text = What the page says
help-left = { $left ->
    [one] 1 letter left
   *[other] { $left } letters left
}
help-checked = Last checked on { $when }.
help-never = Nobody has checked it yet.
help-save = Save: it is right as of today
help-saved = Saved, and checked today.
help-empty = The page is empty. A real session cannot open with it.

done-duplicated = A copy stands at the top, planned without a day.
done-cancelled = The session is cancelled.
done-ended = The session has ended.
done-erased = The session is erased.
done-made = The session is planned.
