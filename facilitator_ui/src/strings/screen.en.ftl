# What only the shared screen says.

screen-calm-unattended = Whoever leads was out of reach for a while, so everything rests. Stay as you are, talk quietly, or rest too. It goes on when they are ready.
screen-ended-words = Take your time before you go.

screen-circle-before = One after the other, in an order that is drawn when we begin. Passing is part of it.
screen-circle-open-before = Whoever wants to speak begins. Silence is part of it.
screen-circle-open = Whoever wants to speak, speaks. Silence is part of it.
screen-circle-now = has the word
screen-circle-between = A breath before the next one.
screen-circle-next = Next: { $name }
screen-circle-last = After this everybody has had a turn.
screen-circle-done = { $done } of { $of } have had their turn
screen-circle-finished = The round is complete.
screen-circle-finished-how = Thank you for speaking, for passing, and for listening.

screen-agree-open = On your phone you can add a line, support one, or ask about one.
screen-agree-support = { $count ->
    [one] 1 supports this
   *[other] { $count } support this
}
screen-agree-question = there is a question
screen-agree-kept = kept
screen-agree-none = No lines yet.
screen-recall-none = Nothing was written down. What was agreed aloud still stands.

screen-pause-over = We go on in a moment.

screen-veiled = A card that touches on { $topics }.
screen-veiled-heavy = A card that may be heavy.
screen-veiled-note = “{ $note }”.
screen-veiled-how = Open it on your phone if you like.
screen-topic-addiction = addiction
screen-topic-family = family
screen-topic-illness = illness
screen-topic-loss = loss
screen-topic-self-harm = self-harm
screen-topic-separation = separation
screen-topic-sexuality = sexuality
screen-topic-violence = violence
screen-resonance = { $count ->
    [one] could be mine, says 1
   *[other] could be mine, say { $count }
}

screen-bowl-before = A few sit inside and talk, everybody else listens. A chair can be asked for on the phone; one comes free when somebody leaves.
screen-bowl-open = an open chair
screen-bowl-asks = { $asking ->
    [one] Somebody asks for a chair.
   *[other] { $asking } people ask for a chair.
}
screen-bowl-how = Whoever sits inside talks; the others listen. On your phone you can ask for a chair or leave yours.

screen-deck = Scenes: { $deck }

screen-dealt = The cards are dealt: each phone has one that somebody else wrote.
screen-reply = a reply to a card

# A circle to breathe with. Nobody has to.
screen-pacer-before = We begin in a moment.
screen-pacer-in = in
screen-pacer-out = out
screen-pacer-over = Back to your own breath.
screen-pacer-how = A circle widens for { $in } seconds and narrows for { $out } seconds, { $cycles } times. Breathe with it, or in your own way.
screen-pacer-cycle = { $cycle } of { $cycles }

# Breakouts
screen-rooms-find = { $size ->
    [few] Find your partner
   *[many] Find your group
}
screen-rooms-find-how = Your phone says the same. Begin when you are together.
screen-rooms-find-apart = Your phone leads you there. Begin when you are together.
screen-rooms-can-begin = Begin when you are ready: one of you presses Go.
screen-rooms-soon = The next rooms begin in a moment.
screen-rooms-running = In the rooms
screen-rooms-ending = Come to a close
screen-rooms-ending-how = Finish what you are saying, and thank each other.
screen-rooms-ending-last = Let it fade out. In a moment we are all together again.
screen-rooms-finished = Welcome back
screen-rooms-finished-how = Take a breath before we go on.
screen-rooms-many = { $count } rooms. Your phone says with whom you are.

screen-check-in = A check-in is open on your phone, for whoever likes.
