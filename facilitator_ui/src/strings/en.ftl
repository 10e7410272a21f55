# Every sentence of the console and the shared screen.

# --- both pages
practice-name = Practice
practice = Practice session: what is written here is not anonymous. Some of the people may be simulated.
mark = Holdspace
code = code { $code }
people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
answered = { $answered } of { $staying } have answered
connecting = Connecting.
time-left = { $time } left

# --- no way in
link-missing-title = This page opens with its own link.
link-missing = Open the link again that was printed when the session started. It holds a key that this page needs.
link-ended-title = This link has ended.
link-ended = A link lives as long as its session. Open the link of the session that runs now.
closed-ended-title = The session has ended.
closed-ended = Thank you for being here.
closed-version-title = This page is older than the server.
closed-version = Load it again to go on.
closed-other-title = This page has lost its line for good.
closed-other = The server said: { $reason }. Load the page again, or open the printed link again.
load-again = Load again

# --- console: top
join-panel = Join panel
door-lock = Lock the door
door-unlock = Unlock the door
door-locked = Door locked
calm = Calm the room
calm-short = Calm
line-live = Live
line-off = No line
keys-all = all keys
plan-and-more = Plan and more
close = Close
end-session = End the session
note = Note to everyone
cancel = Cancel
unattended-calm = No facilitator was connected for a while, so the room became calm. Go on when you are ready.
unattended-rooms = No facilitator was connected for a while. The rooms end the step they are in, then the room becomes calm.

# --- console: the plan
plan = Plan
plan-done = done
programme-session = Session { $number } of { $of } of { $title }
plan-left = { $minutes ->
    [0] time is up
   *[other] { $minutes } min left
}
plan-shifted = The clocks could not run for { $minutes } min. Everything was moved by that.
plan-over = { $minutes } min over
plan-early = { $minutes } min in hand
plan-on-time = On time
plan-minutes = { $minutes } min
plan-here = is now
plan-look-back = show again
plan-open = go there
plan-ends = Ends about { $ends }, planned { $planned }.
plan-ends-late = Ends about { $ends }, planned { $planned }.
plan-give = “{ $title }” could give { $minutes } min.
plan-give-none = Nothing ahead can be shorter.
kind-agree = Agreements
kind-circle = Round
kind-guide = Introduction
kind-journal = A page for oneself
kind-rooms = Small rooms
kind-tally = Question
kind-wall = Cards

# --- console: the activity
lobby-title = The room gathers.
lobby-ready = { $people ->
    [0] Nobody has come in yet.
    [one] 1 person is here.
   *[other] { $people } people are here.
}
where = { $activity }, { $number } of { $of }.
where-open = Open.
where-closing = Answers are being gathered.
where-short = Too few answers.
where-unsealed = { $kind ->
    [wall] Writing has closed.
   *[other] Closed.
}
where-discarded = Left unopened.
where-spoken = Asked aloud.
where-done = { "" }
where-skipped = Left out.
where-again = Shown again. Nothing is asked again.
where-round = Round { $round } of { $rounds }.
time-over = The clock is at zero. Nothing closes by itself.
clock-still = The clock stands still.
counts = How many have answered
coming-back = { $count ->
    [one] 1 answer is coming back
   *[other] { $count } answers are coming back
}
coming-back-why = A server was lost. Their phones still have them and give them again when they wake.
picture-here = What the group said
picture-shown = Everybody sees this picture.
picture-not-shown = Only this console sees it until you show it.
picture-never-shown = Only this console sees it. It is not shown to the group.

# --- console: Next
next-open-stage = Begin “{ $title }”
next-open-stage-detail = on the phones and the screen.
next-step-guide = Next step
next-step-guide-detail = shows one more step on the phones and the screen.
next-start-pacer = Start the breath
next-start-pacer-detail = { $breaths ->
    [one] 1 breath,
   *[other] { $breaths } breaths,
} on all phones and the screen at once. Nobody has to follow it.
next-deals-cards = one to each phone, never one’s own. { $waiting ->
    [0] All cards are read.
    [one] 1 still waits for you.
   *[other] { $waiting } still wait for you.
}
next-leaves-page = { $answered } of { $staying } are done with their page.
next-start-circle = { $mode ->
    [open] Start the open round
    [fishbowl] Open the inner circle
   *[round] Draw the order and start the round
}
next-start-circle-detail = { $mode ->
    [open] Whoever wants speaks. Nobody has to.
    [fishbowl] Who has asked for a chair sits down first.
   *[round] by lot, everybody who is here. Passing is as good as speaking.
}
next-end-turn = Next person
next-end-turn-detail = { $last ->
    [yes] { $now } has the time and is the last of this round.
   *[no] { $now } has the time. Then { $after }.
}
next-end-circle = { $mode ->
    [fishbowl] End the inner circle
   *[other] End the round
}
next-end-circle-detail = { $waiting ->
    [0] when nobody wants to add anything.
    [one] 1 person still asks for a chair.
   *[other] { $waiting } people still ask for a chair.
}
next-read-lines = Read them with the group
next-read-lines-detail = aloud, one line each. When you have, press: then Next keeps them.
next-adopt-lines = { $lines ->
    [0] Nothing to keep yet
    [one] Keep 1 agreement
   *[other] Keep { $lines } agreements
}
next-adopt-lines-detail = { $waiting ->
    [0] { $proposed ->
        [0] They stay on all phones until the end.
        [one] for all phones. 1 proposed line waits for you.
       *[other] for all phones. { $proposed } proposed lines wait for you.
    }
    [one] Left out: 1 with an open question. { $proposed ->
        [0] { "" }
       *[other] To read: { $proposed } proposed.
    }
   *[other] Left out: { $waiting } with open questions. { $proposed ->
        [0] { "" }
       *[other] To read: { $proposed } proposed.
    }
}
next-leaves-lines = { $answered ->
    [one] leaves out 1 line that is not collected. You are asked once more.
   *[other] leaves out { $answered } lines that are not collected. You are asked once more.
}
next-close-stage = { $kind ->
    [wall] Close writing
   *[other] Close the question
}
next-close-stage-detail = { $answered } of { $staying } have answered. { $few ->
    [yes] With too few, you can open it again.
   *[no] What is on its way gets a short moment.
}
next-reveal-picture = Show the picture
next-reveal-picture-detail = to the phones and the screen, all at once.
next-release-cards = { $count ->
    [0] Nothing to release yet
    [one] Release 1 card
   *[other] Release { $count } cards
}
next-release-cards-detail = { $count ->
    [0] { $waiting ->
        [0] Too few cards can be shown together.
        [one] 1 card waits for you. The last ones go out once all are read.
       *[other] { $waiting } cards wait for you. They go out once enough are ready.
    }
   *[other] in mixed order, to everybody. { $waiting ->
        [0] All cards are read.
        [one] 1 still waits for you.
       *[other] { $waiting } still wait for you.
    }
}
next-make-rooms = { $again ->
    [yes] Propose the rooms again
   *[no] Propose rooms for { $count }
}
next-make-rooms-detail = { $again ->
    [yes] { $apart ->
        [yes] People whom you keep apart are in one room. You can also move people by hand.
       *[no] Somebody is alone or has no room yet. You can also move people by hand.
    }
   *[no] You look at them first, and change them if you like. Nobody else sees them.
}
next-announce-rooms = { $count ->
    [one] Announce 1 room
   *[other] Announce { $count } rooms
}
next-announce-rooms-detail = Everybody sees with whom. 10 s later they begin, by your Go or by theirs.
next-start-rooms = { $some ->
    [yes] { $count ->
        [one] Start the room that waits
       *[other] Start the { $count } rooms that wait
    }
   *[no] { $count ->
        [one] Go: start 1 room
       *[other] Go: start { $count } rooms
    }
}
next-start-rooms-detail = The steps then go on by themselves.
counting-start_rooms = in { $time }. People are reading with whom they are.
next-end-rooms = { $waiting ->
    [0] End softly
   *[other] Ending
}
next-end-rooms-detail = { $waiting ->
    [0] Everybody is told and has a minute. Left alone, the steps just go on.
   *[other] Everybody is coming to a close.
}
counting-end_rooms = { $time } left. Everybody is coming to a close.
next-end-session = End the session
next-end-session-detail = for everybody. You are asked once more.
next-wait-closing = Answers are being gathered
next-wait-closing-detail = { $missing ->
    [0] A moment for the last ones.
    [one] 1 server has not handed over yet. It is waited for while it is alive.
   *[other] { $missing } servers have not handed over yet. Each is waited for while it is alive.
}
next-wait-closing-alone = Several servers hold answers and cannot meet now. It goes on when they can.
next-decide-short = Too few people for this without names
next-decide-short-detail = { $count } of { $floor }. No answer was opened or stored.
next-ended = The session has ended
next-ended-detail = Nothing more happens here.
next-resume = Go on where we were
next-resume-detail = The room is calm. Every clock stands still until you go on.
next-no-line = Comes back with the line.
next-waiting = Sending.

short-extend = One more minute to answer
short-drop = Let it go unopened
closing-drop = Drop these answers unopened and go on
short-speak = Ask it aloud instead

more-minute = One more minute
guide-back = One step back
back = Back
skip = Skip
picture-hide = Hide the picture
script = Script
script-rest = The rest of the script
script-later = For later: what to ask
ask = To ask
watch = Watch: { $watch }

# --- console: cards
queue = Cards to read
queue-title = { $count ->
    [0] All cards are read
    [one] 1 card to read
   *[other] { $count } cards to read
}
queue-shuffled = Shuffled. Nobody here knows whose they are.
queue-writing = { $answered ->
    [0] No cards yet.
    [one] No cards yet. 1 person has written or passed.
   *[other] No cards yet. { $answered } people have written or passed.
}
queue-none = No card was written.
queue-undo = Undo the last one
queue-undo-just = Undo
just-undone = Undone.
just-approved = Ready to go out.
just-hidden = Hidden.
just-returned = Returned with your note.
just-veiled = Veiled.
just-unveiled = The veil is off.
card-share = Share
card-share-veiled = Share veiled
card-return = Return
card-veil = Veil
card-veil-change = Change the veil
card-late = late: goes out with the whole wall
card-feature = Feature
card-unfeature = Show all again
card-undo = Read again
card-hide = Hide
card-off-wall = Take off the wall
card-place = Card { $place } of { $count }
card-another = Another card
card-replies-to = Replies to
dealt-title = The cards that were dealt
dealt-alone = { $alone ->
    [0] Each has a reply that can go out.
    [one] 1 has no reply yet. You could say a word to it aloud, so that none stays alone.
   *[other] { $alone } have no reply yet. You could say a word to them aloud, so that none stays alone.
}
dealt-replies = { $replies ->
    [0] no reply yet
    [one] 1 reply
   *[other] { $replies } replies
}
decided = Read
decided-nameable = { $nameable } of { $of } may be named as a theme. The others are not to be named.
card-approved = goes out with the next release
card-released = on the wall
card-dealt = dealt to a phone
card-hidden = hidden
card-returned = returned with a note
card-featured = large on the screen
veil-on-loss = Veiled: loss
veil-on-illness = Veiled: illness
veil-on-violence = Veiled: violence
veil-on-self-harm = Veiled: self-harm
veil-on-sexuality = Veiled: sexuality
veil-on-family = Veiled: family
veil-on-addiction = Veiled: addiction
veil-on-other = Veiled: something else
veil-on-separation = Veiled: separation
aside-covered = Covered by its author: { $topics }
aside-note = In its author’s words: “{ $note }”
aside-nameable = May be named as a theme
return-title = Return this card with a note
return-note = Note to its writer
return-truth = The card goes back to its writer with your note. You will not learn who it is; the note can be read on one phone only.
return-yes = Return the card
return-broader = Too easy to recognise
return-broader-note = Could this be said a little more broadly, so that nobody can tell who wrote it?
return-person = Names somebody
return-person-note = Could this be said without a name or a place?
return-heavy = May need a person
return-heavy-note = Thank you for writing this. Would you like to talk to one of us? You can ask for a person on your phone at any time.
veil-title = Which veil for this card?
veil-how = A veiled card is closed on phones and screen and shows only this word. Everybody opens it for themselves, or not.
veil-loss = Loss
veil-illness = Illness
veil-violence = Violence
veil-self-harm = Self-harm
veil-sexuality = Sexuality
veil-family = Family
veil-addiction = Addiction
veil-other = Something else
veil-separation = Separation
veil-author = Its author has covered it: { $topics }. That stays; a veil of yours is added.
veil-none = No veil
veil-none-added = Nothing added

# --- console: agreements
collect = { $count ->
    [one] Collect 1 line
   *[other] Collect { $count } lines
}
lines-proposed = { $count ->
    [one] 1 proposed line to read
   *[other] { $count } proposed lines to read
}
lines-shown = { $count ->
    [0] No line is shown yet
    [one] 1 line everybody sees
   *[other] { $count } lines everybody sees
}
lines-questioned = Somebody has a question about a line. Talk about it first; it can be kept once the question is gone.
lines-keep-all = Keep all { $count }
lines-hidden = { $count ->
    [one] 1 hidden line
   *[other] { $count } hidden lines
}
line-proposed = Proposed line
line-hidden = Hidden line
line-is-hidden = hidden
line-show = Show
line-hide = Hide
line-keep = Keep
line-kept = kept
line-question = open question
line-support = { $count ->
    [one] 1 supports it
   *[other] { $count } support it
}

# --- console: circle
circle-before = When you start, the order is drawn by lot from everybody who is here.
circle-speaks = Turn { $done } of { $of }
circle-next = Then { $name }.
circle-last = The last of this round.
circle-zero = The time is up. Nobody is cut off.
circle-more = { $seconds } more seconds
circle-later = Later
circle-end = End the round
circle-finished = { $done ->
    [one] The round is done. 1 person had a turn.
   *[other] The round is done. { $done } people had a turn.
}
circle-open-before = An open round: whoever wants speaks, nobody has to.
circle-open-running = The round is open. Whoever wants speaks, nobody has to.
circle-open-finished = The round is done.

bowl-before = { $chairs } chairs inside. People ask for one on their phones.
bowl-inside = Inside: { $inside } of { $chairs } chairs
bowl-open-chair = an open chair
bowl-asking = { $asking ->
    [0] Nobody asks for a chair just now.
    [one] 1 person asks for a chair.
   *[other] { $asking } people ask for a chair.
}
bowl-free = Free a chair
bowl-free-how = Whoever sat down first leaves; whoever has asked longest sits down.
bowl-finished = The inner circle is done.

# --- console: a page for oneself, and breath
journal-done = { $answered } of { $staying } are done
journal-private = A private page: nothing of it is ever shown, here or anywhere else.
journal-private-numbers = A private page: nothing of it is ever shown, unless somebody adds numbers of theirs later.
breath-before = A circle to breathe with: { $in } seconds in, { $out } seconds out, { $cycles } times.
breath-runs = The circle moves: { $in } seconds in, { $out } seconds out, { $cycles } times.

# --- console: rooms
decks-another = Choose another deck
decks-title = Which scenes today?
decks-how = One deck for all rooms. It can be changed until the rooms are announced.
sound-on = Sound on
sound-off = Sound off

# --- console: people
people-list = People
resting = { $resting ->
    [0] nobody rests
    [one] 1 rests
   *[other] { $resting } rest
}
person-here = here
person-asleep = phone asleep
person-left = left
person-no-phone = no phone
people-none = Nobody has come in yet. The join panel has the code.
people-truth = { $rooms ->
    [0] Who rests, passes or wrote is not shown here.
   *[other] Who passes or wrote is not shown here.
}
tally-here = { $count } here
tally-asleep = { $count } asleep
tally-left = { $count } left
eyes = What everyone sees now
eyes-open = See as phone and screen
eyes-close = Close the two views
eyes-phone = What phones show now
eyes-screen = What the shared screen shows now
eyes-how = A phone before it has answered, and the shared screen.
eyes-how-rooms = The shared screen.
eyes-rooms = In the rooms every phone shows its own: whom it is with, whose time it is, what comes next.
care = Care requests
care-asks = { $name } would like a person.
care-answered = Answered
care-handed-over = Handed over
at-door = { $count ->
    [one] 1 person waits to come in
   *[other] { $count } people wait to come in
}
admit = Admit
decline = Decline
decline-title = Not let { $name } in?
decline-text = Their phone says that they were not let in. You can still let them in later: they stand in the list of people, as somebody who left.
decline-no = Leave them at the door
decline-yes = Do not let them in
add-person = Add somebody without a phone
add-title = Somebody without a phone
add-alias = What shall we call them here?
add-how = The group sees this name. They take part in rounds and rooms; what they say is not written down here.
add-yes = Add
mark-for = Say for { $name }
mark-here = Is here
mark-resting = Rests
mark-left = Has left
merge = The same person twice?
merge-with = The same person as
merge-choose = Choose a name
merge-next = Make them one
merge-title = { $name } and { $other } are one person?
merge-text = Both phones become { $other }. { $name } leaves the list. This cannot be taken back.
merge-yes = They are one: { $other }
merge-no = Leave them as two
before = Came before as…
before-how = Their phone has no four words any more, and you know who they were here: then it can have that place again.
before-who = Who they were before
before-next = Give it back
before-looking = Looking for the places.
before-nobody = Nobody who holds a place in this programme is away.
before-ask = { $name } takes the place of { $member }. The four words on this phone open it from now on; those on the phone before do not any more.
before-no = Leave it as it is
before-yes = Yes, this is { $member }
before-done = { $name } has the place of { $member } again.
before-taken = Somebody who is here already has this place.
person-gone = This person is no longer in the list.

# --- console: a check-in
check-in = Check-in
check-in-open = Open
check-in-begin = Ask how people are
check-in-close = Close the check-in
check-in-is-open = A check-in is open on all phones.
check-in-is-closed = The check-in is closed.
check-in-from = { $floor ->
    [one] Shown once 1 person has answered.
   *[other] Shown once { $floor } people have answered.
}
check-in-earlier = from earlier
check-in-anew = Other words come once { $floor } have answered, { $changes } of them otherwise than then.
check-in-truth = Words for the group. Nobody is shown who answered, or what. Whoever would like a person can ask for one, by name.
feeling-mood = Mood
feeling-energy = Energy
feeling-safety = Here, in this group
felt-mood = { $low ->
    [few] Few
    [mixed] Some
   *[most] Most
} heavy, { $high ->
    [few] few
    [mixed] some
   *[most] most
} light.
felt-energy = { $low ->
    [few] Few
    [mixed] Some
   *[most] Most
} empty, { $high ->
    [few] few
    [mixed] some
   *[most] most
} with plenty.
felt-safety = { $low ->
    [few] Few
    [mixed] Some
   *[most] Most
} on guard, { $high ->
    [few] few
    [mixed] some
   *[most] most
} at ease.
trend-higher = higher than before
trend-same = about as before
trend-lower = lower than before
check-in-low = At least some are on guard here. What can help everybody, without asking who:
check-in-help = A note about help
check-in-help-note = Help is on top of this page: somebody to come to you, and places to turn to. Resting is fine too.
check-in-ground = Something to read aloud
check-in-ground-say = If you like: feel your feet on the floor. Let your eyes find something calm to look at. Let the next breath out be a little longer than the one in. There is nothing to do for a minute.

# --- console: panels
join-title = Come in
join-how = Scan this, or open { $link }
qr = QR code for { $link }
keys-title = Keys
name-of-space = Space
name-of-left = Left
name-of-right = Right
name-of-down = Down
name-of-up = Up
keys-leading = Leading
keys-cards = Cards and proposed lines
keys-typing = No key works while you are writing. Space presses the button that has the focus, Right is Next from anywhere.
key-space = Next
key-back = One step or one stage back
key-skip = Skip to what comes next
key-minute = One more minute
key-collect = Collect the lines
key-join = Join panel
key-calm = Calm the room, and go on
key-note = Note to everyone
key-eyes = See as phone and screen
key-check-in = Open or close a check-in
key-queue = To the cards
key-down = Next card
key-up = Card before
key-share = Share the card
key-return = Return it with a note
key-veil = Choose a veil
key-hide = Hide the card
key-feature = Feature it, or show all again
key-undo = Undo the last one
key-help = This list
note-title = Note to everyone
note-now = On all phones now:
note-text = A short note
note-instead = Another note instead
note-how = It stands on all phones until you clear it.
note-send = Show it
note-clear = Clear it
note-change = Change
skip-answers-title = Go on without this question?
skip-answers-text = What was written is left out unopened, and the question is not asked again in this session.
skip-round-title = Go on without the rest of the round?
skip-round-text = Who had no turn yet has none in this round.
skip-cards-title = Go on while cards wait?
skip-cards-text = Cards that have not gone out stay unseen unless you come back to them by the plan.
skip-rooms-title = Go on without the rooms?
skip-rooms-text = They are announced: people are looking for each other now.
skip-yes = Skip it
skip-no = Stay here
go-back-title = Go back to “{ $title }” now?
go-on-title = Go on to “{ $title }” now?
go-text = Lines that people wrote and nobody has collected are dropped unopened.
go-first-title = People are answering now
go-first-text = Close the question first, or skip it. Then “{ $title }” can be shown.
go-yes = Go to “{ $title }”
leave-lines-title = { $count ->
    [one] Go on without 1 line?
   *[other] Go on without { $count } lines?
}
leave-lines-text = People wrote it and it is not collected yet. Going on drops it unopened.
leave-lines-no = Stay and collect
end-circle-title = End the round for everybody?
end-circle-text = Who had no turn yet has none in this round.
end-circle-no = Go on with the round
end-care-title = Somebody has asked for a person
end-care-text = Answer it or hand it over first. Then the session can end.
end-title = End the session for everybody?
end-text = The phones say goodbye, and nobody can come in again. This cannot be taken back.
end-yes = End it
end-no = Go back
end-rooms-title = End the rooms for everybody?
end-rooms-text = People may be in the middle of a sentence. The rooms close on all phones at once.
end-rooms-unbegun = They are announced, and no room has begun. There will be none in this stage.
end-rooms-yes = End the rooms
end-rooms-no = Leave them open
drop-title = Drop these answers unopened?
drop-text = Nobody gets to read them, and the question is not asked again in this session. This cannot be taken back.
drop-yes = Drop them
drop-no = Go on waiting

# --- console: what happened
reconnecting-title = Reconnecting.
reconnecting = What you see is from a moment ago. The room goes on, and so do its clocks.
not-live = There is no line now. Nothing was sent.
refused-not-permitted = That cannot be done at this point.
refused-stale-stage = The room had already moved on. Look again, then choose.
refused-already-asked = This was asked already. A question is asked once in a session.
refused-unknown-stage = The plan has no such part.
refused-session-ended = The session has ended.
refused-door-locked = The door is locked.
refused-session-full = The session is full.
refused-answers-open = Answers are still open. Close them first.
refused-unknown-card = Its writer has taken this card back.
refused-stale-card = Its writer has found other words meanwhile. Read those first.
refused-too-few-cards = Too few cards can be shown together. You can thank the group for writing, and go on.
refused-batch-waits = Too few are ready to go out together. Read the other cards first.
refused-no-picture = There is no picture to show.
refused-too-few-people = Too few people are here for rooms.
refused-nobody-asks = Nobody is asking for a chair at the moment.
refused-rooms-stand = The rooms are still open. End them first.
refused-rooms-unfit = These rooms cannot be announced as they are. Shuffle them, then announce.
refused-rooms-changed = The rooms have changed in the meantime. Look again, then choose.
refused-rooms-announced = People are still reading with whom they are. Some seconds more.
refused-room-unfit = This room cannot take them. Choose another one.
refused-not-here = This person is not here now.
refused-invalid-answer = This answer does not fit the question.
refused-text-empty = The text is empty.
refused-text-too-long = The text is too long.
refused-text-unreadable = The text has signs that cannot be shown.
refused-intake-closed = Answers have closed.
refused-closing-not-due = Answers are still on their way. Try again in a moment.
refused-busy = The server could not store this now. Nothing has changed; try again.
refused-care-open = Somebody has asked for a person. Answer it or hand it over first.
refused-not-your-turn = The turn had already moved on.
refused-line-questioned = A line has an open question. Talk about it first.
refused-unknown-person = This person is no longer in the list.
refused-unknown-line = This line is no longer there.
refused-gauge-not-due = It is too early to show that.
refused-too-many-marks = That is more than can be marked.
refused-stale-check-in = That check-in is not the one of now. Look again at what is open.

# --- the shared screen
screen-join = Join:
screen-lobby = { $people ->
    [0] You are welcome as you arrive.
    [one] 1 person is here. You are welcome as you arrive.
   *[other] { $people } people are here. You are welcome as you arrive.
}
screen-locked = The door is closed now.
screen-closing = Thank you. The answers are being gathered.
screen-short = Too few answers to show without names.
screen-closed = Answering has closed.
screen-wall-soon = The cards come as soon as they are read.
screen-unopened = We leave this one unopened.
screen-spoken = We talk about this one aloud.
screen-wall-page = { $page } of { $pages }
screen-rooms-before = In a moment you meet in small rooms.
screen-round = Round { $round } of { $rounds }
screen-calm = We pause here for a moment.
screen-calm-how = Feel your feet. Look around the room. Nothing is needed from you.
screen-ended = Thank you for being here.
screen-ended-how = The session has ended.
screen-reconnecting = Reconnecting. This is from a moment ago.
