# Every sentence of the phone. Plain and short: it says what happens, who sees it and for how long, and invites.

product = Holdspace
looking = Looking for the session
connecting = Going to your place
rest = Rest
help = Help
pass = Pass
come-back = Come back
change = Change it
take-back = Take it back
add-mine = Add mine

practice-lead = Practice: not anonymous.
practice-more = What you write here can be linked to you. Some of the people may be simulated.

# Coming in
enter-heading = Which session?
enter-label = Code
enter-hint = Letters and numbers, from the shared screen or your invitation. Small letters and spaces are fine.
enter-go = Go on
enter-last = This phone still has a place in a session.
enter-return = Return to { $code }
enter-unlike-a-code = This does not look like a code yet. It has eight or more letters and numbers, without O, 0, I, 1 and L.
enter-no-session = No session has this code now. Compare it with the shared screen, or ask for the new one.
too-many-tries = Too many codes were tried from here. Give it a few minutes, then try again.
enter-no-session-heading = No session has this code.
too-many-tries-heading = Too many tries from here.
no-answer-heading = No answer yet.
no-answer = That did not reach us. Check that this phone is on the network, then try again.

join-name = What shall we call you here?
join-name-hint = A nickname is fine. Nobody checks it.
join-name-empty = A name is needed here. Any nickname will do.
join-name-long = This name is too long. Up to { $most } letters fit.
join-name-unreadable = Some signs in this name cannot be shown. Try it with letters.
join-go = Come in
join-as = Come in as { $name }
join-coming = Coming in
join-no-session = This session has ended or its code has changed. Ask for the new code.
join-adults = For adults. This is a workshop, not treatment.
join-truth = No account, no e-mail. A key on this phone keeps your place until the session ends.
join-truth-approval = The facilitators let people in one by one.
join-truth-programme = For the next sessions of this programme, four words on this phone keep your place.
join-help = Somebody to turn to
rules = How we are together
rule-pass = You can pass on anything. Nobody asks why.
rule-rest = You can rest and come back. Your place is kept.
rule-here = What is told here stays here: that is what we ask of each other.
rule-apart = Everybody is on a call of their own today.
floor = What is asked without names is opened only if at least { $floor } people answer or pass.
floor-practice = In a practice session everything is opened, even if you are the only one who answers.

door-locked = The door is closed for now.
door-locked-do = The facilitators have closed it while people are together. You can try again in a while, or ask them.
door-full = The room is full.
door-full-do = All places are taken. You can try again when somebody has left, or ask the facilitators.
door-ended = This session has ended.
door-ended-do = Its code no longer opens anything. If you expected a session now, ask for the new code.
door-scheduled = Not open yet.
door-scheduled-do = The facilitators open it. This page looks again by itself while it is open.
door-starts = { $moment }, by this phone’s clock
door-cancelled = This session will not take place.
door-cancelled-do = It was cancelled. Whoever invited you can tell you more. Nothing of yours is kept.
door-cards = This phone has cards in it that you can still take back.
door-code = { $title }, code { $code }
door-again = Try again
door-another = Enter another code

# What is kept
privacy = What is kept, and until when
kept-name-of = Your name here, when you came and when you left
kept-record = Kept in the record of this session, until { $days ->
    [one] 1 day
   *[other] { $days } days
} after its summary is signed.
kept-record-end = Kept in the record of this session until it ends.
kept-nothing-lead = Nothing is kept after it ends.
kept-nothing = What people write and do in this session is erased at once when it ends. That it took place stays: its title, code and times.
kept-answers-of = Answers to questions without names
kept-answers = Held in memory only until the question closes. Then only the sums stay, without who gave what.
kept-cards-of = Cards that you write
kept-cards = Kept without your name until the summary is signed, and erased at the latest { $hours } hours after the session ends. Until then you can take yours back from this phone.
kept-cards-end = Kept without your name until the session ends, and erased then. Until then you can take yours back from this phone.
kept-taps-of = Taps on cards and lines, and in check-ins
kept-taps = In memory only. Nothing but totals, or words for them, is shown or kept.
kept-phone-of = On this phone
kept-phone = The key of your place and the language until the session ends; what you write until this tab is closed; keys to your own cards until the cards are erased. No cookies.
not-protected-of = What this does not protect you from
not-protected = What you write and how; people who know all the other cards; somebody who looks at your screen; a copy of the server’s memory while a question is open; and us, if we changed the program.

# A programme: several sessions, and a place that is kept between them
programme-of = Session { $number } of { $of } of { $title }
programme-session = Session { $number } of { $of }
programme-since = Since last time
programme-since-free = An invitation, no homework. Whatever became of it, you are welcome.
programme-until = Until next time
programme-after = From here on
programme-until-free = Try it if it suits you. Nobody checks it.
place = Your place in the programme
place-here = This phone has your place from before.
place-wipe-here = Wipe it from this phone
place-by-words = I have four words
place-words = Your four words
place-lead = They bring you back to this place next time:
place-no-account = The words are no account: whoever has them has the place. Write them down, or leave them on this phone.
place-save = Save them in a file
place-wipe = Wipe them from this phone
place-wiped = The four words are gone from this phone. If you have them elsewhere, they still bring you back. Otherwise the facilitators can give you your place back.
place-field = The words, in their order
place-hint = Small or large letters, spaces or dashes: all are fine.
place-not-listed = { $count ->
    [one] { $words } is not among our words. Look at it again.
   *[other] { $words } are not among our words. Look at them again.
}
place-count = { $count ->
    [one] This is 1 word; { $of } are needed.
   *[other] These are { $count } words; { $of } are needed.
}
place-unknown = We do not know these four words here. Look again, or come in without them; the facilitators can give you your place back.
place-without = Come in without them
kept-programme-of = Your place in the programme
kept-programme = Your name, what is derived from your four words, and which places have met in a room: kept until the organizers erase the programme. The words themselves are never sent.
kept-phone-programme = The four words stay until you wipe them.
remains-words = Your four words too, until you wipe them.
save-holds-words = Your four words are in it too.

# Waiting to be let in
waiting-heading = You are at the door, { $name }.
waiting-then = The facilitators let people in. This page goes on by itself.
waiting-lock = You can lock your phone. It brings you back to this place.

# You
you = Your name
you-heading = The group sees you as { $name }.
you-name = Another name
you-hint = A nickname is fine. The name from before is not kept.
you-change = Change my name
you-rooms = In small rooms
you-rooms-what = If there is somebody you would rather not be in a room with, you can say so here. Nobody is shown it.
language = Language
language-what = On this phone only. What people write stays in their own words.
you-stored-what = Read from the database at the moment you look.

agreements = Agreements
agreements-heading = What we keep to
agreements-none = The group has not kept any agreement yet.

# Lobby, guide
lobby-heading = You are in, { $name }.
lobby-begin = The facilitators begin. This page goes on by itself.
lobby-lock = You can lock your phone. It brings you back to this place.
lobby-welcome = Feeling nervous is fine. You are welcome as you arrive.
people-here = { $people ->
    [one] 1 person is here
   *[other] { $people } people are here
}
guide-steps = Part { $step } of { $of }.

pause-left = left
pause-time = Pause, { $left } left
pause-then = The facilitators begin again. You can put your phone away.

# Turns
circle-before-round = Turns go around. When they begin, you read here who speaks and who is next.
circle-before-open = Whoever likes to speaks. There is no order.
circle-open = Whoever likes to speaks. There is no order, and listening is taking part.
circle-over-heading = The round is complete.
circle-over = Thank you for listening. This page goes on by itself.
turn-now-heading = This is your turn.
turn-now = Say as much or as little as you like. Later puts you at the end of the round.
turn-done = Done
turn-later = Later
turn-next-heading = You are next.
turn-next-after = You are next, after { $name }.
turn-next = Nothing is needed from you yet.
turn-between = The next turn is about to begin.
turn-speaks = { $name } has the turn.
turn-waits = Your turn comes. Until then you listen.
turn-had = You have had your turn. Now you listen.
turn-listen = You are listening in this round.
turn-then = Then: { $name }.
turn-count = { $done } of { $of } have had their turn.
turn-sleep = Your phone can sleep. Your place in the round is kept.

# Agreements
line-support = Support
line-question = I have a question
line-supported = { $people ->
    [one] Supported by 1 person
   *[other] Supported by { $people } people
}
line-questioned = There is a question about this
line-kept = We keep this
line-none = No line stands here yet.
line-yours = Your line
line-propose = Propose a line
line-go = Propose it
line-sending = Your line is on its way. It is still on this phone, and goes out as soon as there is a line to the session.
line-held = Your line is held until the facilitators collect lines.
line-still-held = Your line from before is held until you propose another.
line-still-with = Your line from before stays with the facilitators. This is another one.
line-with = Your line is with the facilitators, who are not told whose it is.
line-another = Propose another
line-collecting = Lines are being collected.
truth-line = The facilitators read it before the group does; one that is kept stays { $until }, any other is erased { $gone }.
truth-practice-line = Your line can be linked to you, and one that is kept stays { $until }. Write nothing real here.
truth-taps = Support is shown as a total once { $floor } people have tapped, of questions only whether there is one; single taps are in memory only, totals stay { $until }.
truth-practice-taps = Taps can be linked to you, and totals are shown from one person on; they stay { $until }.
truth-resonance = A total is shown once { $floor } people have tapped; single taps are in memory only, totals stay { $until }.

# Who can see it, when, and until when: under every input
until-days = until { $days ->
    [one] 1 day
   *[other] { $days } days
} after the summary is signed
until-ended = until the session ends
gone-hours = at the latest { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
} after the end
gone-ended = when the session ends
until-erased = until it is erased
truth-code-lead = It only finds the session.
truth-code = It is nobody’s name, nobody is told that you looked, and it ends with the session.
truth-words-lead = The words themselves are never sent.
truth-words = What is made of them brings your place back; only the organizers’ programme keeps that, until it is erased.
truth-name-lead = The group sees this name.
truth-name = It stays in the record { $until }.
truth-known = People who know you can still recognise what you write, and how.
truth-reply = If at least { $floor } people write or pass, the facilitators read it when writing closes and may show it, also to whoever wrote the card; it is erased { $gone }.
truth-other-words-lead = Read again before it is shown.
truth-other-words = The card leaves the wall at once, and the words from before are erased. The facilitators read the new ones, and they go out only together with the whole wall.
truth-line-programme = The facilitators read it before the group does; one that is kept goes on through the programme, any other is erased { $gone }.
truth-taps-lead = Nobody is shown who tapped.
truth-turn-lead = Everybody sees whose turn it is.
truth-turn = Done and Pass look alike to everybody; the order of turns stays in the record { $until }.
truth-chair-lead = Everybody sees who sits in the middle.
truth-chair = They also see how many ask and who is next; who had a chair stays in the record { $until }.
truth-care-lead = Only the facilitators read this.
truth-care = They see your name and that you would like somebody to come to you; it is erased when the session ends.
truth-rest-lead = The facilitators see a number, not a name.
truth-rest-rooms-lead = In small rooms it can be worked out who rests.
truth-rest = When somebody rests and comes back stays in the record { $until }.

# A check-in: beside whatever is played
checkin = Check-in
checkin-said = A check-in is open, at the top of this page. It is voluntary.
checkin-heading = How are you just now?
checkin-open = Answer
checkin-not-now = Not now
checkin-done = That is it
feel-mood = My mood
feel-mood-low = heavy
feel-mood-high = light
feel-energy = My energy
feel-energy-low = empty
feel-energy-high = plenty
feel-ease = Here, in this group
feel-ease-low = on guard
feel-ease-high = at ease
checkin-care = I would like somebody to come to me
checkin-care-truth = For this one thing the facilitators see your name. Your taps stay without one.
truth-checkin = Only the facilitators see how it is for the group: as words, from { $floor } people on, never who, and the words stay { $until }. You can leave any of them open.
truth-practice-checkin = What you tap can be linked to you; the words for it stay { $until }.

# Asking
choose-up-to = { $pick ->
    [one] Choose one.
   *[other] Choose up to { $pick }.
}
chosen = { $chosen } chosen
chosen-full = { $chosen } chosen, no more can be added
not-answered = not answered
leave-open = Leave “{ $ask }” unanswered
stop = { $step } of { $of }
stop-end = { $step } of { $of }, { $end }
your-card = Your card: { $prompt }
saved-here = Saved on this phone
letters-left = { $left } left
too-many = { $over } too many
missing-choice = Choose one first, or pass.
missing-multi = Choose at least one first, or pass.
missing-scale = Touch at least one line first, or pass.
missing-text = Write something first, or pass.

truth-tally-lead = Counted without your name.
truth-tally = If at least { $floor } people answer or pass, the group may see one picture of all, and nobody a single answer; only the sums stay, { $until }.
truth-tally-kept = If at least { $floor } people answer or pass, the facilitators alone see one picture of all, and nobody a single answer; only the sums stay, { $until }.
truth-card-lead = Kept without your name, place, device or time.
truth-card = If at least { $floor } people write or pass, the facilitators read it when writing closes and may show it; it is erased { $gone }.
truth-practice-lead = Practice: not anonymous.
truth-practice = Your answer can be shown even if it is the only one; the sums stay { $until }.
truth-practice-card = Your card can be shown even if it is the only one, and is erased { $gone }. Write nothing real here.

answer-sending = Yours is on its way.
answer-held = Yours is held.
answer-held-then = When this closes it is counted together with all others.
card-sending = Your card is on its way.
card-held = Your card is held.
card-held-then = When writing closes it is mixed with all other cards. Then the facilitators read it, without being told whose it is.
sending-kept = It is still on this phone, and goes out as soon as there is a line.
pass-sending = Your pass is on its way.
passed-heading = Passed.
passed = That is a full answer. You can still change it until this closes.
change-refused = Your earlier answer still stands.
open-about = { $minutes ->
    [one] Open for about 1 minute more.
   *[other] Open for about { $minutes } minutes more.
}
open-still = Still open. The facilitators close it.

closing-heading = This is closing.
closing-with = Everybody's answers are being gathered. What you gave goes along if it reached us in time; you will read here whether it did.
closing-without = The answers are being gathered. There is nothing to do here.
short-heading = Too few people for this without names.
short = Fewer than { $floor } people answered or passed, so nothing was opened. The facilitators can give it more time, ask it aloud, or let it go unopened.
short-yours = What you gave is still held, and nobody has seen it.
discarded-heading = Let go unopened.
discarded = What was answered here was dropped. Nobody has read it.
spoken-heading = This one we ask aloud.
spoken = What was answered here was dropped unread. You say as much or as little as you like, or pass.
begun = What you had begun here was not given. It is still on this phone.
pass-stands = Your pass stands.
tally-closed-heading = This is closed.
tally-closed = When the picture is shown, it comes on the shared screen and here.
tally-closed-kept = This one is not shown to the group.
picture-heading = Here is the whole group.
became-included = Yours was included.
became-lost = Yours was not included: it was lost on the way before this closed.
became-lost-card = Yours was not included: it was lost on the way before this closed. Nobody has read it, and your words are still here, behind the card sign at the top.
became-refused = Yours was not included.
became-unconfirmed = We cannot tell whether yours reached us before this closed.
earlier-lost = What you gave to an earlier question was not included: it was lost on the way before that closed.
earlier-lost-card = The card that you wrote before was not included: it was lost on the way before writing closed. Nobody has read it, and your words are still here, behind the card sign at the top.
earlier-unconfirmed = We cannot tell whether what you gave to an earlier question reached us before that closed.
earlier-line = The line you proposed was not collected before the group moved on. Nobody has read it.
earlier-noted = Noted

wall-closed-heading = Writing has closed.
wall-closed = The facilitators read the cards before any of them is shown.
wall-heading = What people wrote
cards-mixed = { $count ->
    [one] 1 card.
   *[other] { $count } cards in mixed order.
}
card-waiting = Your card is among those the facilitators read.
card-not-here = Your card is not among the ones shown so far.
card-own = Yours. Only your phone marks it.

card-resonates = Could be mine
card-resonance = { $people ->
    [one] so says 1
   *[other] so say { $people }
}
card-featured = On the shared screen
topic-addiction = addiction
topic-family = family
topic-illness = illness
topic-loss = loss
topic-other = something else
topic-self-harm = self-harm
topic-separation = separation
topic-sexuality = sexuality
topic-violence = violence
veil-touches = Touches on { $topics }.
veil-heavy = May be heavy.
veil-closed = Closed until you open it.
veil-open = Open
veil-close = Close again
muted-about = A card about { $topics }.
muted-heavy = A card that may be heavy.
muted-why = Covered, because you asked.

# Beside one's own card
aside = Beside your card
aside-cover = Cover it at first
aside-cover-what = Others see only what it touches on, until they open it.
aside-covered = Covered at first: { $topics }
aside-covered-heavy = Covered at first
aside-note = In a few words of your own
aside-note-long = The words on the cover are too long.
aside-name = May be named as a theme
aside-name-no = The facilitators are asked not to name it.
aside-name-yes = The facilitators may say in the summary what it is about.
aside-named = It may be named as a theme.
aside-not-named = The facilitators are asked not to name it as a theme.

# Veiled cards on this phone
veils = Veiled cards on this phone
veils-heading = How veiled cards begin here
veils-what = A topic can stay covered, or show without a veil. A single card still opens and closes with one tap.
veils-closed = Closed at first
veils-covered = Do not open
veils-open = Show open
veils-truth = It is wiped at the end.
you-veils = Veiled cards

# My cards
cards = My cards
cards-heading = Your own cards
cards-none = This phone has no card in this session.
cards-returned = There is a note about a card of yours.
cards-truth = Your words go when the session ends, unless you save them. A card can be taken back from here until it is erased, { $gone }.
card-shared = Shared with the group.
card-returned = Given back to you with a note. The group has not read it here.
card-rewritten = Your other words wait. The facilitators read them, and they go out only together with the whole wall.
card-not-shown = As far as this phone saw, it has not been shown to the group.
card-left-out = Not included: it did not come along when writing closed. Nobody has read it, and your words are still here.
card-withdrawn = Taken back and erased.
card-unknown = Given. This page was not open to see what became of it.
card-note-lead = A note from the facilitators, who do not know you wrote this:
card-note-then = Find other words, take it back, or leave it as it is: then only they have read it.
card-rewrite = Find other words
card-words = Other words for this card
card-send-words = Give these words
card-as-it-is = Leave it
card-nameable = It may be named
card-not-nameable = Please do not name it
card-under-way = On its way, after a short pause of chance.
missing-words = Write something first.

# What I wrote
written = What I wrote
written-heading = What you wrote today
written-none = Nothing that you wrote is on this phone.
written-where = This sign, at the top, leads to what you wrote.
written-keep = Keep it or wipe it
written-wipe = Wipe what I wrote
written-wipe-ask = Wipe it from this phone?
written-wipe-what = Your words, your pages and what you have just begun go from this phone at once. Nobody can bring them back here.
written-wipe-cards = { $cards ->
    [one] The key to your card goes too. The card itself stays where it is, and from then on you cannot take it back, change it, or read a note about it.
   *[other] The keys to your { $cards } cards go too. The cards themselves stay where they are, and from then on you cannot take them back, change them, or read notes about them.
}
written-wipe-not = Keep it
written-wiped = It is gone from this phone.

# Before a long card leaves
leaving-heading = Your card leaves in a moment.
leaving-in = { $seconds ->
    [one] Leaves in 1 second
   *[other] Leaves in { $seconds } seconds
}
leaving-then = Until then nobody has it. When it has left, you can still change it or take it back until writing closes.
leaving-before = Until then your card from before is held. When this one has left, you can still change it or take it back until writing closes.
leaving-now = Send now

# Rooms
rooms-before-heading = Small rooms are next.
rooms-before = You will read here who you are with. You can rest instead at any time.
rooms-next-heading = You come in at the next round.
rooms-next = You are welcome now. The others are in rooms already; there is nothing to do until then.
rooms-last-heading = You come in when the rooms are over.
rooms-last = You are welcome now. The others are in rooms already; there is nothing to do until they are back.
rooms-sit-out-heading = You sit this one out.
rooms-sit-out = Nothing is asked of you. You can choose otherwise here at any time.
rooms-none-heading = You have no room this time.
rooms-none = The drawing found no place for you. The facilitators see that you have none; you can talk to them, or rest.
rooms-unmet = What you asked for about who you are with could not be met this time, so you have no room now. The facilitators see that you have none; why is told to nobody else.
rooms-unmet-yet-heading = No rooms could be made yet.
rooms-unmet-yet = What you asked for about who you are with cannot be met with those who take part now. The facilitators see that there are no rooms; why is told to nobody else.
rooms-unmet-over = There are no further rooms: what you asked for about who you are with could not be met with those who take part. Why is told to nobody else.
rooms-then-next = You come in at the next round, if it can be.
rooms-then-all = Everybody meets again when the rooms are over.
rooms-over-heading = The rooms have closed.
rooms-over = Come back to the whole group.
room-with = { $others ->
    [one] You are with { $names }.
   *[other] You are a group of three or more, with { $names }.
}
room-observes = { $count ->
    [one] { $names } observes.
   *[other] { $names } observe.
}
room-you-observe = You observe: you look and listen. Say something only when a step is yours, or when you are asked.
room-not-found = { $count ->
    [one] { $names } was not found, and can come back.
   *[other] { $names } were not found, and can come back.
}
room-alone-heading = Nobody else is in your room now.
room-alone = Whoever comes next joins you. The facilitators see that you are alone.
room-formed = Find each other first.
room-gathering = Find each other. It starts for everybody at the same time.
room-number = Room { $number }
room-round = Round { $round } of { $rounds }
room-known = Your room is known.
room-yours = Your room
room-to-yours = To your room
room-starts = until it starts
room-starts-in = { $left } until it starts
room-go = Go
room-go-soon = until you can begin
room-go-in = { $left } until you can begin
room-go-what = { $others ->
    [one] When both of you are ready, one of you taps Go. The clock waits for you.
   *[other] When all of you are ready, one of you taps Go. The clock waits for you.
}
room-meet = To your meeting room
room-meet-where = It opens beside this page and leads to your organization’s own video service, { $host }. What that service sees and keeps is up to it.
stop-word = Stop word: “Stop”. Anyone can say it or tap Pause, at any time, without a reason.
room-pause = Pause
room-go-on = Go on
room-call = Call a facilitator
room-call-back = No need any more
room-stop-here = Stop here and rest
room-called = The facilitators are called.
room-note = From the facilitators, to your room:
paused-heading = { $people ->
    [one] Paused.
    [2] Paused for both of you.
   *[other] Paused for all of you.
}
paused = Nobody has to say why.
paused-then = Go on when all of you like to, call a facilitator, or stop here.
paused-left = The clock stands still at { $left }.
called-heading = The facilitators are called.
called = Your clock stands still.
knock = A knock
knock-ask = A facilitator would like to visit.
knock-in = Come in
knock-not-now = Not now
knock-coming = A facilitator is on the way to you.
knock-later = You said: not now. The facilitators have been told.
ending-soon = In a minute this comes to a close.
ending-then-all = Then everybody meets again.
ending-then-round = Then another round follows.
ending-now = Come to a close together; finish your sentence.
ending-role = If you like, step out of the role: “I am { $name }, and no longer the { $role }.”
missing = { $others ->
    [one] My partner is not here
   *[other] Somebody is not here
}
missing-who = Who is not here?
missing-ask = Is { $name } not here?
missing-then-alone = If not, you join another room where one takes you; else whoever comes next joins you. Nobody’s turn is lost.
missing-then-others = If not, the rest of you go on. Nobody’s turn is lost.
missing-back = { $name } is asked, and can come back.
missing-here = They are here
missing-not-here = Not here
quiet-ask = Is { $name } not with you?
quiet-why = There was no sign of their phone for a while.
away-heading = The others in your room could not find you.
away = That happens: a phone sleeps, a line breaks.
away-here = I am here
away-then-back = You come back to your room, if it still takes you, else to another one.
away-then-other = You come to a room that takes you.
choice = In the next rooms
choice-next = Next rooms: { $choice }
choice-now = For the next rooms: { $choice }
choice-take-part = Take part
choice-take-part-is = You have a room, and turns like everybody.
choice-observe = Observe
choice-observe-is = You are in a room and look on; the others there know.
choice-sit-out = Sit this one out
choice-sit-out-is = You have no room, and nothing is asked of you.
choice-sit-out-now = You leave this room at once, and have none until you choose otherwise.
choice-stay = Stay
choice-leave = Leave this room
choice-truth = The facilitators see how many chose what and, once they propose rooms, by name who observes and who is in none; when the rooms are known, everybody sees who is where, so who sits out can be worked out. It stays in the record { $until }.
choice-holds = Your choice holds until you change it.
apart = Rather not with somebody
apart-where = Rooms
apart-heading = With whom would you rather not be in a room?
apart-what = Tick a name, or none. It counts when rooms are made, and changes nothing in the room you are in now.
apart-coming = Looking who is here
apart-nobody = Nobody else is here yet.
apart-near = In your room
apart-others = Also here
apart-here = Here now
apart-again = Look again
apart-count = { $people ->
    [one] 1 person is here besides you.
   *[other] { $people } people are here besides you.
}
apart-set = You are not put into a room with { $name }.
apart-gone = You may be put into a room with { $name } again.
apart-truth-lead = Shown to nobody, the facilitators included.
apart-truth = It is kept sealed and opened only to make rooms; where it cannot be met, you have no room, and only you are told why.
apart-for-session = It holds for this session.
apart-for-programme = It holds for the whole programme.
solo = Meanwhile, if you like
solo-think = Read the sentence slowly. What would you say if you had one minute?
solo-write = Put three words on paper that belong to it. They are only for you.
solo-rest = Look around the room, or out of a window. That is enough.
solo-other = Something else
debrief = After the role play
debrief-number = { $number } of { $of }, only for you
debrief-back = How is it to be back?
debrief-lighter = lighter
debrief-as-before = as before
debrief-still-in = still a little in it
debrief-cannot-tell = I cannot tell yet
debrief-keep = What would you keep?
debrief-said = something I said
debrief-heard = something I heard
debrief-felt = how it felt
debrief-nothing = nothing for now
debrief-need = What do you need now?
debrief-breath = a breath
debrief-somebody = somebody to talk to
debrief-alone = some time alone
debrief-go-on = to go on
debrief-skip = Not now
debrief-skipped = Left out. Nothing of it is kept.
debrief-yours = For you to keep
debrief-wipe = Wipe it
debrief-truth-lead = Stays on this phone.
debrief-truth = It is never sent. You find it among your own pages until the session ends.
role-you = You: { $role }.
role-other = { $name }: { $role }.
step-you = This is your time.
step-other = This is the time of { $names }.
step-all = This is for all of you.
turn-of = Turn { $turn } of { $of }
step-of = Step { $step } of { $of }
step-next = Then: { $step }
step-last = This is the last step.
time-left = { $step }, { $left } left
clock-stands = The clock stands still.
room-finished-heading = This round is over.
room-finished-last-heading = Your room is through.
room-finished = If you like, thank { $names }.
room-finished-all = Then come back when you are ready; everybody meets again.
room-finished-next = Another round follows. You read here who you are with.

# Rest, leave, calm
resting-heading = You are resting.
resting = Your place is kept. Come back whenever you like.
resting-instead = If you like, meanwhile
leave-quietly = Leave quietly
leave-heading = Leave this session?
leave-what = The group sees one person fewer, the facilitators see that you have left. Nobody asks why. You can come back while the session goes on.
leave-stay = Stay
leave-go = Leave
left-heading = You have left.
left-do = You can close this page. If you like, you can come back while the session goes on.
declined-heading = You were not let in.
declined-do = The facilitators cannot take you in this time. If you think that is a mistake, talk to them. The help page is still here.
marked-left-heading = You are marked as gone.
marked-left-do = The facilitators have ended your part for now, or thought that you had left. You can come back, or talk to them.
calm-heading = We pause here for a moment.
calm = Feel your feet. Look around the room. Nothing is needed from you.
calm-unattended-heading = We are waiting for the facilitators.
calm-unattended-do = Nothing is lost. Stay with each other for a moment.
calm-unattended = It goes on when they are here. The clocks stand still, and what you have written is kept on this phone.
calm-clocks = The clocks stand still. What you have written is kept on this phone.

# A person
care = A person for you
care-ask = Ask for a person
care-told = A person has been told.
care-then = They see your name and come to you as soon as they can. You can stay, rest, or take this back.
care-answered = Somebody has answered you.
care-handed-over = Somebody else was asked to be there for you.
care-taken-back = You took your wish for a person back.
also-here = Also here
note-lead = From the facilitators:
help-offered = The help page is always here, and you can ask for a person at any time.
help-offered-see = See help
help-offered-away = Put away

# Help
help-heading = Somebody to turn to
help-back = Back
help-none = No help page has reached this phone yet. Turn to the facilitators.
help-offline = This text stays here while the page is open, also without a network.

# The line
reconnecting-lead = Reconnecting.
reconnecting = Your words are on this phone and your place is kept. You can go on writing.
line-back = Connected again.
wish-waits = This goes out as soon as there is a line.

ended-heading = The session has ended.
ended-thanks = Thank you for being here, { $name }.
ended = The facilitators have closed the session.
ended-gone = Your key and what you wrote are no longer on this phone.
remains = On this phone
remains-left = The key of your place, so that you can come back, and in this tab what you wrote.
remains-declined = The key that this phone came to the door with.
remains-cards = { $cards ->
    [one] A key to your card stays, so that you can take the card back until it is erased: when the summary is signed, at the latest { $hours } hours after the end.
   *[other] Keys to your { $cards } cards stay, so that you can take them back until they are erased: when the summary is signed, at the latest { $hours } hours after the end.
}
remains-cards-end = { $cards ->
    [one] A key to your card stays, so that you can take the card back until it is erased when the session ends.
   *[other] Keys to your { $cards } cards stay, so that you can take them back until they are erased when the session ends.
}
remains-cards-gone = { $cards ->
    [one] With the end of the session your card is erased.
   *[other] With the end of the session your { $cards } cards are erased.
}
wipe = Wipe it now
closed-forgotten = This phone has no key to the session.
closed-forgotten-do = This browser has forgotten it, or it was wiped here. You can go to the door again, as somebody new.
ended-help = If something stays with you
closed-elsewhere = You went on in another place.
closed-elsewhere-do = Your place is open there now. It can be in one place at a time. What you wrote here stays in this tab.
closed-unproved = This phone has no place in the session now.
closed-unproved-do = If you were here before, your part may have been ended, or this browser has forgotten its key. You can go to the door again, or talk to the facilitators.
closed-version = This page is older than the session.
closed-version-do = Load it again. What you have written is kept on this phone.
closed-not-understood = Something between this page and the session did not fit.
closed-not-understood-do = Load it again. What you have written is kept on this phone.
closed-ended = The session has ended.
closed-ended-do = The facilitators have closed it.
offer-again = Come back to this one
offer-door = Go to the door
offer-reload = Load again

# Why a wish was not granted
refused-not-permitted = This is not possible at the moment.
refused-stale-stage = The group has moved on. What you see now is current.
refused-already-asked = This was asked already and is not asked again.
refused-unknown-stage = This part is not in the plan.
refused-session-ended = The session has ended.
refused-door-locked = The door is closed for now. You can try again in a while, or ask the facilitators.
refused-session-full = All places are taken. You can try again when somebody has left.
refused-answers-open = Answers are still open.
refused-unknown-card = This card is not here.
refused-stale-card = This card has other words now.
refused-card-waits = This card waits to be read again.
refused-card-approved = This card was approved meanwhile.
refused-card-released = This card has gone out meanwhile.
refused-card-hidden = This card was hidden meanwhile.
refused-card-returned = This card was given back meanwhile.
refused-cards-changed = Other cards are ready now.
refused-too-few-cards = There are too few cards.
refused-batch-waits = The last cards wait for the others.
refused-no-picture = There is no picture.
refused-too-few-people = There are too few people.
refused-nobody-asks = Nobody is asking for a chair at the moment.
refused-rooms-stand = The rooms are there already.
refused-rooms-unfit = These rooms cannot be announced as they are.
refused-rooms-changed = People have come or gone. Look again.
refused-rooms-announced = The rooms were announced a moment ago. Go on in some seconds.
refused-room-unfit = This room cannot take them. Choose another one.
refused-not-here = You have left or are resting. Come back first, then try again.
refused-invalid-answer = This answer does not fit the question. Load the page again, then answer once more.
refused-text-empty = There was nothing to read on this card. Write something, or pass.
refused-text-too-long = This is too long. Take some words out, then add it.
refused-text-unreadable = Some signs on this card cannot be shown. Take them out, then add it.
refused-intake-closed = This had closed before yours arrived.
refused-closing-not-due = This is still being gathered.
refused-care-open = Somebody still waits for a person.
refused-not-your-turn = The turn has moved on. What you see now is current.
refused-line-questioned = Somebody has a question about this line.
refused-unknown-person = This person is not here.
refused-unknown-line = This line is not here any more.
refused-gauge-not-due = The total is not due yet.
refused-too-many-marks = That is more than can be tapped here.
refused-stale-check-in = That check-in is over. Nothing of it is kept.
refused-busy = That did not get through. It is still on this phone; try again.

# Drawn inputs
drawn-coming = This page is on its way. It comes by itself.
drawn-missed = This page did not reach this phone yet. You can pass, or try again once there is a line.
as-picture = As a picture
as-list = As a list
as-sliders = As sliders
names-stay-lead = Names stay on this phone.
names-stay = They are never sent.
words-stay-lead = Words stay on this phone.
words-stay = They are never sent.
undo = Undo
undone = The last change is taken back.
leave-this-open = Leave it open
axis = From “{ $low }” to “{ $high }”
leans = { $step } of { $of } towards “{ $end }”
leans-middle = in the middle between “{ $low }” and “{ $high }”
step-towards = { $label }: a step towards “{ $end }”
point-tap = Tap where you are, or drag the dot.
point-move = Drag the dot, or tap another place.
point-set = Both are set. You can still change them.
point-one-more = The other direction is still open.
point-at = You are { $x }, and { $y }.
missing-point = Tap a place first, or pass.

map-label = { $count ->
    [0] A map of rings with me in the middle. Nobody is on it yet.
    [one] A map of rings with me in the middle, and 1 person.
   *[other] A map of rings with me in the middle, and { $count } people.
}
map-me = me
map-signs = Signs
map-list = People on the map
map-nobody = Nobody is on the map yet.
map-begin = Tap a ring to place somebody, or add someone below.
map-move = Tap somebody to change them. Drag them to another ring.
map-full = The map is full with { $most }.
person-add = Add someone
person-name = First name or a sign
person-place = Next: their place
person-not-now = Not now
person-tap-place = Tap where { $name } is, or choose a ring.
person-unnamed = somebody
person-in = { $name }: { $ring }
person-marked = { $name }: { $ring }, { $mark }
person-ring = Ring of { $name }
person-mark = Sign of { $name }
person-chosen = Change { $name }
person-remove = Remove { $name }
person-removed = { $name } is removed. Undo brings them back.
person-done = Done
person-rename = Rename
person-remove-short = Remove
mark-none = no sign
missing-rings = Place somebody first, or pass.

line-label = { $count ->
    [0] A line from left to right. There is no point on it yet.
    [one] A line from left to right, with 1 point.
   *[other] A line from left to right, with { $count } points.
}
line-tap = Tap where something was. Left is earlier, right is later.
line-move = Drag a point to move it.
line-none-yet = There is no point on the line yet.
line-add = Add a point
line-full = The line is full with { $most } points.
line-point = Point { $number }: { $at }
line-point-words = Point { $number }, { $words }: { $at }
line-point-at = { $x }, { $y }
line-words = Points on the line
line-words-hint = a few words
line-words-of = Words for point { $number }
line-remove = Remove point { $number }
line-removed = The point is removed. Undo brings it back.
curve-draw = Draw with your finger from left to right.
curve-on = Here it begins. Draw on from here, or from anywhere.
curve-again = Draw over any part to change it.
curve-clear = Clear the line
curve-empty = There is no line yet.
curve-says = A line: it begins { $from }, and ends { $to }.
curve-place = Place { $number } of { $of }
curve-height = Height at “{ $place }”
missing-line = Tap a first place and then another, or pass.
missing-line-second = A line needs another point, wherever you like.
missing-curve = Draw a line first, or pass.
missing-curve-longer = A line needs some length. Draw it a little further, or pass.

# Fields, order, piles, how a sentence may begin
fields-card = These lines together are your one card. A line may stay empty.
missing-fields = Write in one of the lines first, or pass.
begin-with = Begin with “{ $starter }”
page-long = Longer than this page has in mind. All of it stays.
your-page = Your page: { $prompt }
order-how = Not answered yet. Drag by the handle, or use the arrows; the first place is the one on top.
order-set = Your order. You can still change it.
order-as-it-is = This order is mine
order-now = { $option }: place { $place } of { $of }
order-up = { $option }: a place up
order-down = { $option }: a place down
missing-order = Put them in your order first, or pass.
sort-how = Tap a card, then its pile. Or drag it by the handle. A card may be left out.
sort-where = Piles for { $card }
sort-out = On no pile
sort-now = { $card }: { $pile }
sort-pile = { $cards ->
    [0] { $pile }, no card yet
    [one] { $pile }, 1 card
   *[other] { $pile }, { $cards } cards
}
missing-sort = Put at least one card on a pile first, or pass.

# Private pages
truth-page-lead = Only on this phone.
truth-page = Gone when the session ends unless you save it. The facilitators only see how many are done.
page-finish = I am done
page-done = Done. Going on takes that back.
page-passed = Passed. That is a full answer. You can still write.
page-over = The group is moving on. What you wrote stays here.
page-go-on = I go on
page-step = { $step } of { $of }, from “{ $low }” to “{ $high }”
pages = My pages
pages-elsewhere = Pages written in another tab stay there.
pages-only = Your own pages are only on this phone
pages-wipe = Wipe my pages
words-wipe = Wipe these words
words-wiped = The words are wiped. Nobody can bring them back.
pages-wiped = Your pages are wiped. Nobody can bring them back.
save = Save what I wrote
save-holds = { $pages ->
    [0] A file would hold no page,
    [one] A file would hold 1 page,
   *[other] A file would hold { $pages } pages,
} { $cards ->
    [0] no card of yours
    [one] 1 card of yours
   *[other] { $cards } cards of yours
} { $lines ->
    [0] and no agreement.
    [one] and 1 agreement of the group.
   *[other] and { $lines } agreements of the group.
} Names you wrote are in it.
save-holds-cards = A file would hold { $cards ->
    [one] 1 card of yours
   *[other] { $cards } cards of yours
}{ $lines ->
    [0] .
    [one] {" "}and 1 agreement of the group.
   *[other] {" "}and { $lines } agreements of the group.
}
save-where = The file is made on this phone and sent nowhere. Whoever can open the files of this phone can read it.
save-done = Your browser has the file. It is usually among the downloads.
save-title = My notes
save-foot = Made on my phone. It needs no network, and nobody else has it.
ended-open = Your key is no longer on this phone. Your own pages and the words of your cards stand in this open page only: once it is closed they are gone.
ended-open-cards = Your key is no longer on this phone. The words of your cards stand in this open page only: once it is closed they are gone.
copy-rings = Use my map
copy-line = Use my line
copy-point = Use my place
copy-page = Use my page
copy-instead = It replaces what stands here.
copied = Your page is copied. You can still change it here.
sends-rings-signs = Only the rings and signs travel, no names.
sends-rings = Only the rings travel, no signs and no names.
sends-signs = Only the signs travel, no rings and no names.
sends-count = Only how many there are travels, no names.
sends-line = Only the places on the line and their heights travel, no words.
sends-heights = Only the heights travel, in their order; no places and no words.
sends-places = Only the places on the line travel, no heights and no words.
sends-point = Only the place in the square travels.

# Dealt cards
wall-deals = Nobody's card is shown on a wall here. The facilitators read the cards first; then each of you will be dealt one.
wall-dealt = The cards are ready. Each of you will be dealt one, which is somebody else's.
card-dealt = Your card is among those that are dealt. Nobody is told whose it is.
dealt-lead = Somebody else wrote:
dealt-coming-to-read = A card is on its way to you.
dealt-none-to-read = There is no card for you just now.
dealt-coming = A card is on its way to you. You can write meanwhile.
dealt-none = There is no card for you just now. If you like, write what you would say to such a sentence.
card-you-wrote = You wrote:
card-reply-to-yours = A reply to yours

# A breath together
breath-wait = The facilitators start it. Until then there is nothing to do.
breath-soon = In a moment
breath-in = in
breath-out = out
breath-over = Let your breath go its own way.
breath-own = Your own rhythm is fine too. Eyes open or closed.

# Chairs in the middle
chair-listen-heading = You are listening.
chair-listen = Who sits in the middle speaks. Listening is taking part.
chair-asked-heading = You have asked for a chair.
chair-asked = A chair is yours when one comes free. You can take this back any time.
chair-next-heading = You are next.
chair-next = The next free chair is yours. You can take this back any time.
chair-inside-heading = You have a chair.
chair-inside = Say as much or as little as you like. Whenever you like, leave the chair for somebody else.
chair-before = It has not begun. You can ask for a chair already.
chair-ask = Ask for the open chair
chair-unask = Take it back
chair-leave = Leave the chair
chair-who = In the middle: { $names }.
chair-free = A chair is free.

# Role cards
role-card = Your card
role-starters = You could begin with:
role-only-you = Only you see this card
role-cover = Cover
role-show = Show
role-covered = Your card is covered.
role-open = Your card is open.
scene-now = Scene: { $title }
scene-twist = What is new in this take:
scene-other = Other scene
scene-same = Same scene again
