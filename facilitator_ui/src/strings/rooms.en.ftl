# What the console says about breakouts.

# --- before
rooms-counts = { $taking ->
    [one] 1 takes part
   *[other] { $taking } take part
} · { $observing ->
    [one] 1 observes
   *[other] { $observing } observe
} · { $out ->
    [one] 1 sits out
   *[other] { $out } sit out
}
rooms-none = No rooms can be made of those who take part now. It can help if somebody more takes part, or if you let go of a pair that you keep apart.
rooms-proposed = { $count ->
    [one] 1 room, proposed
   *[other] { $count } rooms, proposed
}
rooms-proposed-truth = Only facilitators see this until you announce it.
rooms-by-hand = Drag somebody onto another room, onto a person to exchange the two, or onto the empty place. Or press a name.
mix-again = Shuffle
mix-rest = Shuffle the rest
mix-same = Same rooms as before
mix-same-rest = The rest as before
mix-fresh = All new
mix-fresh-rest = The rest all new
lock-room = Lock
unlock-room = Unlock
lock-room-number = Lock room { $number }
unlock-room-number = Unlock room { $number }
lock-lifted = The lock of room { $number } could not be kept.
rooms-drawn-anew = The rooms are drawn anew.
new-room = A new room
new-room-how = Let somebody go here, and then another.

# --- people on the board
placed-observes = observes
placed-away = was not found
placed-asleep = asleep
placed-in = In room { $number }
placed-now = { $name } is in room { $number } now.
move-to = Move to
move-to-room = Move to room { $number }
move = Move
choose-room = Choose a room
choose-person = Choose a person
with-somebody = With another person
exchange = Exchange places
keep-together = Keep together
keep-apart = Keep apart
bond-together = with { $name }
bond-apart = not with { $name }
bond-of-together = { $one } and { $other } stay together
bond-of-apart = { $one } and { $other } stay apart
bond-gone = somebody who left
bond-undo = Let it go
bonds = Together and apart
bonds-how = Apart counts at once, together when rooms are next made. Rooms that are announced stay. Nobody else sees it.

# --- the board
rooms = Rooms
rooms-announced = Rooms, announced
rooms-deck = Scenes: { $deck }.
rooms-private = You see no words from the rooms, only their state.
room = Room { $number }
room-gathering = finding each other
room-turn = Turn { $turn } of { $turns }: { $step }
room-clock-stands = · clock stands still
room-finished = done
room-calls = calls you
room-told = they know you come
room-knocking = you knocked
room-welcome = come in
room-later = not now
room-alone = one alone
room-empty = empty
room-paused = paused
room-ending = comes to a close
room-waits = waits for Go
room-more = { $count ->
    [3] three
    [4] four
    [5] five
    [6] six
   *[other] { $count } people
}
room-note = A note to this room
room-note-now = Note to this room:
room-note-how = It stands on the phones of this room until you take it back.
room-note-send = Send to this room
room-note-clear = Take it back
room-more-deeds = More
room-more-number = More for room { $number }
room-link = Open their meeting
room-unbegun = This room has not begun. It begins by your Go or by theirs.
visit-knock = Knock
visit-knock-number = Knock at room { $number }
visit-come = I am coming
visit-come-number = I am coming to room { $number }
visit-settled = Settled
visit-settled-number = Settled with room { $number }
visit-over = Visit over
visit-over-number = Visit over in room { $number }
visit-back = Take the knock back
visit-back-number = Take the knock back from room { $number }
minute-more = 1 minute more
minute-less = 1 minute less
all-minute-more = 1 minute more for all
all-minute-less = 1 minute less for all
all-note = A short note to all
propose-anew = Propose anew
rooms-call-off = Call them off
end-softly = End softly
end-softly-title = End before the last turn?
end-softly-text = Turns are still to come. Everybody is told and has a minute; then the rooms close.
end-softly-no = Let them go on
end-now = End now
join-rooms = Everybody of this room joins
join-rooms-yes = Join
join-rooms-how = They come into the step that the other room is in.
close-room-title = Close this room
close-room = Let it come to a close
close-room-how = They are told and have a minute. The other rooms go on.
loose = Not in a room
loose-later = Left here, they come in at the next round.
loose-stay = Left here, they stay in the main room.
loose-before = Left here, they are placed where somebody is alone, or later.
loose-more = { $count ->
    [one] and 1 more person
   *[other] and { $count } more people
}
sits-out = { $count ->
    [one] 1 person sits this out.
   *[other] { $count } people sit this out.
}
into-room = Into room { $number }
into-room-who = Into room { $number }: { $name }

# --- many rooms
rooms-needing = Rooms that need somebody: { $count }
rooms-all = All { $count } rooms
rooms-find = Name or number
rooms-none-needs = No room needs you.
rooms-none-found = No room has this name or number.
rooms-show-more = Show { $count } more
rooms-shown = { $shown } of { $count }

# --- calls, said at the side and aloud
calls = Rooms that wait for you
call = Room { $number } calls you.
call-clock = Their clock stands still.
call-told = They know that you come.
welcome = Room { $number } says: come in.
room-has-one = In room { $number } somebody is alone.
rooms-have-one = In { $count } rooms somebody is alone.
room-lost = { $name } was not found in room { $number }.
rooms-lost = { $count } people were not found.
rooms-minute-left = One minute left in this step.
rooms-seconds-left = Ten seconds left in this step.
