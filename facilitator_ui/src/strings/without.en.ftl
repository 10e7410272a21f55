# "Without names": what it means here and what it does not, for whoever leads. One page, also on paper.

without-title = “Without names”: what it means here, and what it does not
without-print = Print
without-claim = What somebody writes on a card is kept without their name, their place, their device or the time. After its part has closed, nobody who holds the database, Redis, the logs and the backups can tell a card from the others of that part better than by guessing among the people who took part in it.
without-how = How that is done
without-held-lead = Held, not stored.
without-held = Until its question closes, an answer is in memory alone: on the phone and on one server.
without-mixed-lead = Mixed, then written.
without-mixed = When it closes, answers lose their place, are shuffled, and are written together: only if at least { $floor } people answered or passed, or as many as were chosen for this session.
without-read-lead = Read before it is seen.
without-read = Nothing reaches a phone or the shared screen before you let it through.
without-theirs-lead = Still theirs.
without-theirs = Whoever wrote a card takes it back from their phone until it is erased, without saying who they are. There is no way to ask whose it is, for you neither.
without-erased-lead = Erased.
without-erased = Cards go when the summary is signed, at the latest { $hours } hours after the end; the record after the days that were chosen. Without trace, all of it goes when the session ends. Everybody can look what is stored at any moment.
without-not = What it does not protect from
without-not-style = What people write and how: their words, and what only they know.
without-not-others = People who know all the other cards. With few people this is quickly so.
without-not-screen = Somebody who looks at a screen, or takes a picture of one.
without-not-memory = A copy of the server’s memory, or of the network between servers with its secret, taken while a part is open.
without-not-software = Us, or whoever runs this server, if the running program was changed.
without-not-log = PostgreSQL’s own log, where that is the database: it keeps erased words for some time. They stand there without a name too.
without-not-practice = Practice sessions: there what is written is not anonymous, and they say so on every page.
without-say = What you can say to the group
without-say-words = “Nobody is told whose card is whose, we neither. What you write and how can still be recognised by people who know you. Write only what you would not mind being recognised by.”
