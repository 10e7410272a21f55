# What a facilitator may want to look at twice in somebody's words, and two facilitators who decide at the same moment.

signal-worry = may be about harm
signal-name = may be the name of somebody here
signal-phone = may be a telephone number
signal-mail = may be a mail address
signal-web = may be a web address

worry-open = What you can do
worry-title = These words may be about harm
worry-how = The underlined words are on a list. You have read the card: you decide, and nothing happens by itself.
worry-truth = There is no way to learn who wrote this. That is how it is built.
worry-hide = Hide it
worry-hide-how = Nobody but the facilitators reads it then.
worry-is-hidden = It is hidden.
worry-is-returned = It is hidden, and its writer has a note from you.
worry-write = Write to its writer
worry-write-how = A note that one phone can read. The card is hidden with it. There is a draft to change.
offer-help = Offer help to everyone
offer-help-how = One quiet line on every phone alike: the help page is there, and a person. The shared screen shows nothing.
offer-help-done = { $times ->
    [one] It stands on all phones until each puts it away.
   *[other] It was offered { $times } times, and stands on all phones until each puts it away.
}
return-worry-note = Thank you for writing this. You need not be alone with it. Under “Help” on your phone are people to turn to at any time, and you can ask for one of us there. If there is danger now, the emergency number is the quickest way.
return-kept = Your note is still here. Send it, or leave it.

# --- two facilitators at once
refused-card-waits = Another facilitator has just taken back what was decided about this card. It waits again.
refused-card-approved = Another facilitator has just shared this card. It is ready to go out.
refused-card-released = This card has just gone out. You can take it off the wall.
refused-card-hidden = Another facilitator has just hidden this card.
refused-card-returned = Another facilitator has just returned this card with a note.
refused-cards-changed = Which cards go out has just changed. Look again, then choose.
hid-approved = Another facilitator had just shared this card. You have hidden it; it has not gone out.
hid-released = This card had just gone out. You have taken it off again, on all phones.
