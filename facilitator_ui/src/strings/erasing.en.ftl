# What is stored now, erasing in front of the group, and where it stands what “without names” means. Console, shared screen and desk say the same.

stored-console = What is stored now
stored-console-how = Numbers stand on this page alone: phones, the shared screen and the desk are told whether there is something.
stored-close = Close
without-link = What “without names” means here

erase-now = Erase now, with everybody watching
erase-now-how = Phones and the shared screen show how it was before and how it is then, and a signed line to keep.
erase-title = Erase this session now?
erase-goes = What goes: cards, notes, lines, drafts of themes, names, and the record of what happened when.
erase-stays = What stays: that it took place, with its title, code and times. There will be no summary, because none is signed.
erase-stays-summary = What stays: that it took place, with its title, code and times, and the published summary.
erase-for-good = This cannot be taken back. Whoever wants to watch opens “What is stored now” on the phone first.
erase-no = Leave it as it is
erase-yes = Erase it now
erase-doing = Erasing.
erase-waits = Somebody is reading the database, so its files wait. It goes on by itself while this page is open, and on every start of the server.

no-trace-title = The session is over, and nothing of it is kept.
no-trace-how = It was made without trace: there is no summary to write.
erased-title = This session is erased.

screen-stored-before = Whoever leads can erase it now. Your phone shows this too, with a line to keep.
