# What is stored about a session, and what was erased. Phones, the console, the shared screen and the desk say the same.

stored = What is stored about this session now
stored-short = What is stored now
stored-read = Read from the database on { $when }.
stored-again = Read it again
stored-loading = The database is being asked.
stored-failed = The database could not be asked just now. Nothing is known from this page until it could.
stored-of-session = This session
stored-of-programme = Its programme
stored-of-organization = The organization
stored-elsewhere = Outside of the database

stored-kind-cards = Cards
stored-kind-notes = Notes by the facilitators
stored-kind-lines = Lines for agreements
stored-kind-themes = Drafts of themes
stored-kind-care = Who asked for a person
stored-kind-names = Names that people gave themselves
stored-kind-seats = Proof of places, for phones that come back
stored-kind-apart = Wishes not to share a room, sealed
stored-kind-record = The record: what happened when, without words
stored-kind-nodes = Which servers carry the session
stored-kind-summary = The published summary
stored-kind-links = Proof of the links to console and screen
stored-kind-session = That it took place: title, code, times, terms
stored-kind-programme = Title of the programme
stored-kind-places = Names, and proof of the four words
stored-kind-met = Who met in a room, and sealed wishes not to
stored-kind-carried = Agreements for the next session
stored-kind-organization = Its name and its help page
stored-kind-desk-links = Proof of the links to its desk
stored-kind-tickets = Used tickets of consoles and screens
stored-kind-approvals = Its decisions about tender activities

stored-some = stored
stored-none = nothing
stored-untold = if any
stored-before = before: { $what }
stored-after = now: { $what }

stored-reads-everybody = Everybody in the session can read it.
stored-reads-leads-first = Whoever leads reads it first, the group what was let through.
stored-reads-leads = Whoever leads can read it.
stored-reads-organizers = The organizers can read it.
stored-reads-server = The servers alone read it.

stored-until-end = Goes when the session ends.
stored-until-summary = Goes when the summary is signed, at the latest { $hours } hours after the end.
stored-until-signed = Goes when the summary is signed.
stored-until-lines = Kept lines go with the record, others with the cards.
stored-until-record = Goes { $days ->
    [one] 1 day
   *[other] { $days } days
} after the summary is signed.
stored-until-links = Stays until the organizers make new links, or erase the session with its summary.
stored-until-programme = Goes when the organizers erase the programme.
stored-until-organizers = Stays until the organizers erase it.
stored-until-tickets = Goes by itself within about an hour.
stored-until-stays = Stays.
stored-until-latest = At the latest on { $when }.

stored-memory-of = In the server’s memory
stored-memory = Answers while their question is open, and taps on cards and lines. They leave it when that part closes.
stored-redis-of = In Redis, between servers
stored-redis = Messages pass through, and are not kept. Answers pass sealed.
stored-where-sqlite = The database is one file on this server, with its own log beside it. Erasing empties both.
stored-where-postgresql = The database is PostgreSQL. Its own log keeps what was erased for some time, and cannot be erased from here.
stored-copies = Copies that somebody made, such as backups or photos, are not reached from here.
stored-hidden = While the session runs, this page shows everybody the same and has no numbers: otherwise it would tell that somebody asked for help or took a card back.
stored-unnumbered = This page has no numbers: how many cards there are would tell how many passed.

stored-erasing-lead = Being erased.
stored-erasing = The rows are gone, the files are still being emptied. This page says it when that is done.
stored-erased-lead = Erased on { $when }.
stored-erased = Nothing that anybody wrote in this session is left in the database.
stored-erased-summary = Of all that was written in this session, its published summary is left in the database.
stored-erased-programme = What belongs to the programme stays with it.
stored-line = The signed line
stored-line-proves = It shows that this server said so, and that no letter was changed since. It cannot show that nobody made a copy before.
stored-line-show = Show the line
stored-line-save = Save this line
stored-line-saved = Your browser has the file.
stored-line-check = Check a saved line
stored-file = Session “{ $title }” of { $day }
stored-file-check = Check it at { $address }

check-heading = Check a saved line
check-lead = When a session is erased, its pages show a line that this server has signed. Put it here, or all of the file that has it.
check-field = The line
check-truth-lead = It is only compared.
check-truth = This server looks at it and keeps nothing of it.
check-go = Check it
check-signed = This server signed it, and no letter was changed.
check-other-key = It is whole, but signed with another key: by another server, or by this one before its secret was changed.
check-not-signed = There is no line here as a server signed it. Something is missing, or was changed.
check-failed = That did not reach us. Try it again in a while.
check-says = Session “{ $title }”, code { $code }, ended on { $day }: erased on { $when }.
