# Writing the summary after the end, signing it, and reading it later. Console and desk say the same.

closing-title = The summary
closing-lead = This is all that will ever be read about this session outside of it. Read it through before you sign.
closing-loading = The summary is being put together.
closing-again = Try again
closing-themes = What the cards spoke of
closing-themes-how = Up to five themes for each wall, in your own words. No names, no quotes, nothing that fits one person only.
closing-nameable = These may be named as a theme
closing-not-nameable = { $others ->
    [one] 1 other card is not to be named: its author has not agreed.
   *[other] { $others } other cards are not to be named: their authors have not agreed.
}
closing-none-nameable = { $others ->
    [one] The card of this wall is not to be named: its author has not agreed.
   *[other] None of the { $others } cards of this wall is to be named: their authors have not agreed.
}
closing-theme = Theme { $number }
closing-letters = { $left ->
    [0] no letters left
    [one] 1 letter left
   *[other] { $left } letters left
}
closing-letters-over = { $over ->
    [one] 1 letter too many
   *[other] { $over } letters too many
}
closing-wall = Cards
closing-themes-save = Put them into the preview
closing-themes-none = No themes are written yet. Without them the cards leave nothing in the summary.
closing-themes-kept = The preview has these themes.
closing-themes-changed = Not in the preview yet.
closing-no-walls = No wall had enough cards for themes. There is nothing to write here.
closing-preview = Exactly this will be published
closing-practice = Practice session: its summary says so too.
closing-sign = Sign
closing-sign-how = Signing publishes what stands here and erases the cards.
closing-sign-title = Sign and publish this summary?
closing-sign-cards = All cards of this session are erased with it, at once and for good.
closing-sign-stays = What stands in the preview stays, for the organization to read and print.
closing-sign-until = Unsigned, the cards are erased on { $when }; then only the numbers are published.
closing-sign-names = Once more: no names, no quotes, nothing that fits one person only.
closing-sign-no = Go back and read
closing-sign-yes = Sign it
closing-signing = Signing.
closing-signed = Signed on { $when }. The cards are erased.
closing-unsigned = Nobody signed it in time, so only the numbers were published. The cards are erased.
closing-print = Print
closing-published = Session summary

summary-of = { $organization }, { $when }
summary-people = { $range } people, { $minutes ->
    [0] a few minutes
   *[other] about { $minutes } minutes
}
summary-minutes = { $minutes ->
    [0] A few minutes
   *[other] About { $minutes } minutes
}
summary-truth-lead = Words instead of counts, and no sentence that anybody wrote.
summary-truth = It was put together once, at the closing. It cannot be filtered or opened further.
summary-small = We were fewer than five. So only the title and the minutes are kept: a picture of so few would show who is who.
summary-upper = In the upper half of people’s order
summary-rings = How many have somebody there
summary-marks = How many have somebody with this sign
summary-heat-ends = From left to right: “{ $left }” to “{ $right }”. From below: “{ $below }” to “{ $above }”.
summary-themes = What the cards spoke of, in the words of who led
summary-cards = { $range } cards
summary-activity-empty = Nothing of it is published.
summary-left-out = Left out, and why
summary-nothing-left-out = Nothing was left out.
summary-left-of = { $activity }: { $stage }
summary-left-below-floor = Fewer than five people answered, or the words would have been as good as a number. Which of these it was is not said, because that would tell as much.
summary-left-not-played = It was not played in this session.
summary-left-not-asked = It was not asked without names: skipped, let go unopened, or talked about aloud.
summary-left-never-published = It was for the room only. No picture of it leaves the room.
summary-left-no-themes = No themes were written for it. Cards themselves are never published.
summary-left-small-session = Fewer than five people were there.
summary-middle = { $middle ->
    [low] rather { $low }
    [high] rather { $high }
   *[middle] in the middle
}{ $spread ->
    [close] , close together
    [spread] , spread out
   *[none] { "" }
}

problem-link-ended = This link has ended. Open the newest link again.
problem-unknown-session = This session is not there any more.
problem-unknown-agenda = This agenda is not there any more. Choose another one.
problem-unknown-activity = This activity is not there any more.
problem-unknown-programme = This programme is not here any more.
problem-unknown-member = This place or this person is not here any more.
problem-meeting-link-wrong = A link begins with https:// and has {"{"}room{"}"} in it exactly once, after the address of the service.
problem-only-practice = This agenda is for practice only. Choose another one for a real session.
problem-tender-not-approved = A tender activity in it is not approved. Look at it under “Tender activities” first; in practice it can be played without.
problem-help-page-missing = A real session needs a help page first. Write it under “Help page”, then open the session.
problem-wrong-state = The session has moved on in the meantime. Here is how it stands now.
problem-theme-empty = A theme is empty. Write it, or leave its line out.
problem-theme-too-long = A theme is longer than 60 letters.
problem-too-many-themes = Five themes are the most for one wall.
problem-care-open = Somebody asked for a person and has no answer yet. Answer them on the console, or hand it over, then end the session.
problem-not-understood = The server did not understand this. Load the page again and try once more.
problem-busy = The server could not do this now. Nothing has changed; try again in a moment.
problem-no-line = The server cannot be reached. Nothing has changed; try again.
