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
desk-programmes = Programmes
desk-tender = Tender activities
desk-help = Help page
desk-meeting = Calls
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
row-no-trace = without trace
row-of = { $of ->
    [0] Session { $number } of { $title }
   *[other] Session { $number } of { $of } of { $title }
}
row-cards-until = Cards are erased on { $when } at the latest. Who leads signs the summary from the console.
row-open = Open
row-waits-for = Waits until it is approved: { $titles }
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
new-met-before = For a group that knows each other.
new-tender-approved = With a tender activity that is approved here: { $titles }
new-tender-off = With a tender activity that is not approved here: { $titles }. Until it is, this agenda is for practice.
new-evening = An evening
new-evening-how = Made to be played as a whole.
new-exercise = One exercise, with what it needs around it
new-exercise-how = Any exercise of the library, with a beginning, what it asks for before it, and an end.
new-which = Which evening
exercise-which = Which exercise
exercise-word = Search by a word
exercise-theme = Theme
exercise-theme-all = All themes
exercise-theme-one = { $theme } ({ $count })
exercise-found = { $found } of { $all } exercises.
exercise-found-how = The one you choose shows its evening, in order; nothing is made before you press the button at the end.
exercise-none = Nothing has these words. Try a shorter word, or another theme.
exercise-all = Show all { $all } exercises
exercise-chosen = Chosen: { $title }, { $minutes } minutes
exercise-order = The evening, in order
exercise-minutes = { $minutes } min
exercise-tender-approved = Approved here.
exercise-tender-off = Not approved here: { $titles }. Until it is, this evening is for practice.
level-light = light
level-personal = personal
level-tender = tender
theme-frame = Beginning
theme-arrive = Arriving
theme-connection = Connection
theme-listening = Listening
theme-regulation = Regulation
theme-needs = Needs
theme-boundaries = Boundaries
theme-conflict = Conflict
theme-patterns = Patterns
theme-attachment = Closeness and distance
theme-self = Self
theme-younger-self = The younger self
theme-transition = Change
theme-grief = Grief
theme-future = What comes next
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
new-retention = What is kept after the end
new-retention-how = The record says which step came when. It has no names in plain words, no cards, and no single answers.
new-retention-none = Nothing: without trace, and without a summary
new-retention-none-how = Everything that people write and do is erased at once when it ends. There is no summary to write; title, code and times stay. People read that at the door.
new-retention-days = The record, until { $days ->
    [one] 1 day
   *[other] { $days } days
} after signing; then the summary alone
new-make = Make the session
new-make-open = Make it and open it
new-making = Making it.
new-choose = Choose what to play first.

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
ask-end-no-trace = The phones say goodbye, and nobody can come in again. Everything of it is erased at once, and there is no summary. This cannot be taken back.
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

tender-title = Tender activities
tender-how = These activities touch loss, closeness or early years. In a real session each of them is off until it is approved here, by its name. A practice session plays them without approval. Taking an approval back does not stop a session that runs.
tender-rules = Where they belong
tender-rule-group = In a group whose people know each other from earlier sessions.
tender-rule-one = At most one of them in a session.
tender-rule-settle = Something that settles comes right after it, and { $minutes } minutes stay before the end.
tender-rule-page = Each has a private page: what is written there stays on the phone.
tender-is-approved = approved
tender-is-off = off in real sessions
tender-note = What people read before it starts
tender-watch = For who leads: what to watch for
tender-played = Part of
tender-played-nowhere = No agenda of this library. It can be chosen as one exercise in a new session.
tender-approve = Approve it
tender-take-back = Take the approval back
tender-never = Nobody has decided about it yet.
tender-approved = Approved on { $when }, by whoever held the link to this desk.
tender-taken-back = The approval was taken back on { $when }, by whoever held the link to this desk.

programmes-how = A programme is a series of sessions for one group. What the group agrees on is carried into the next session, and people come back to the place they had, without an account.
programmes-none = No programme yet.
programme-start-title = Start a programme
programme-which = Which series
programme-facts = { $sessions } sessions, { $from } to { $to } people
programme-before = Before the first session
programme-after = After the last one
programme-tender-off = With tender activities that are not approved here: { $titles }. Until they are, their sessions are for practice.
programme-list = Sessions of { $title }
programme-until = Until the next:
programme-afterwards = Afterwards:
programme-focus = focus: { $focus }
focus-conflict = conflict
focus-change = change
focus-loss = loss
focus-distance = distance
phase-arrive = arriving
phase-work = working
phase-carry = carrying it out
programme-title = What this one is called
programme-title-how = People read it at the door, such as “Thursdays in spring”.
programme-title-missing = A name is needed here.
programme-start = Start it
programme-not-now = Not now
programme-people = { $people ->
    [0] Nobody has a place in it yet
    [one] 1 person has a place in it
   *[other] { $people } people have a place in it
}
programme-lines = { $lines ->
    [0] No agreement is carried yet
    [one] 1 agreement is carried
   *[other] { $lines } agreements are carried
}
programme-make = Make session { $number } ready
programme-open-one = Open session { $number }, { $title }
programme-summary-one = Summary of session { $number }, { $title }
programme-more = Links, cancelling and ending are in the list of all sessions.
programme-plays = { $minutes } minutes: { $titles }
programme-carries = { $lines ->
    [0] It begins without agreements from before.
    [one] It begins with the 1 agreement that the group has kept so far.
   *[other] It begins with the { $lines } agreements that the group has kept so far.
}
programme-erase = Erase the programme
programme-erase-title = Erase this programme?
programme-erase-what = { $title } goes: { $people ->
    [0] its places
    [one] the place of 1 person
   *[other] the places of { $people } people
}, who has met whom, and the agreements that are carried. Nobody’s four words open anything then. This cannot be taken back.
programme-erase-sessions = Its sessions stay in the list, with their summaries, and are erased one by one.
programme-erase-live-title = A session of it is running.
programme-erase-live = { $title } can be erased once that session has ended.
programme-erase-type = To be sure, type its name

meeting-title = Calls for small rooms
meeting-how = Where people are each somewhere else, every small room needs a call of its own. If your organization has a service for that, its link can stand here; each room then gets one of its own.
meeting-link = Link to a room
meeting-hint = { $room } stands where the service has the name of a room. Whoever has such a link can enter that call.
meeting-sample = A room’s link will look like this:
meeting-when = It counts for sessions that are made from now on. Left empty, people find their own way to meet.
meeting-save = Save the link
meeting-saved = Saved. Sessions that are made from now on have it.
meeting-emptied = There is no link any more. Sessions that are made from now on have none.
meeting-not-https = A link begins with https:// here.
meeting-no-room = { $room } is missing: it stands for the name of the room.
meeting-many-rooms = { $room } stands there more than once. Once is enough.
meeting-room-early = { $room } stands in the name of the service. It belongs behind it, after a slash.
meeting-unreadable = This cannot be read as a link. Compare it with one of your service.

done-programme = Started: { $title }.
done-programme-erased = The programme is erased.
done-approved = Approved: { $title }.
done-taken-back = The approval is taken back: { $title }.
done-duplicated = A copy stands at the top, planned without a day.
done-cancelled = The session is cancelled.
done-ended = The session has ended.
done-erased = The session is erased.
done-made = The session is planned.
done-summary-saved = The file is saved.

save-summary = Save it as a file
save-summary-html = Page (HTML)
save-summary-md = Text (Markdown)
save-summary-csv = Table (CSV)
save-summary-json = Data (JSON)
save-summary-how = The page needs nothing else, and prints to PDF as it is. Each file is the newest version and says which.
