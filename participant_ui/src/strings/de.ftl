# Jeder Satz des Telefons auf Deutsch. Schlicht und kurz: was geschieht, wer es sieht und wie lange; lädt ein, mit „du“.

product = Holdspace
looking = Die Sitzung wird gesucht
connecting = Auf dem Weg zu deinem Platz
rest = Ausruhen
help = Hilfe
pass = Passen
come-back = Zurückkommen
change = Ändern
take-back = Zurücknehmen
add-mine = Dazugeben

practice-lead = Probe: nicht anonym.
practice-more = Was du hier schreibst, kann mit dir verbunden werden. Manche der Menschen sind vielleicht simuliert.

# Hereinkommen
enter-heading = Welche Sitzung?
enter-label = Code
enter-hint = Buchstaben und Ziffern, von der gemeinsamen Leinwand oder aus deiner Einladung. Kleine Buchstaben und Leerzeichen machen nichts.
enter-go = Weiter
enter-last = Dieses Telefon hat noch einen Platz in einer Sitzung.
enter-return = Zurück zu { $code }
enter-unlike-a-code = Das sieht noch nicht nach einem Code aus. Er hat mindestens 8 Buchstaben und Ziffern, ohne O, 0, I, 1 und L.
enter-no-session = Gerade hat keine Sitzung diesen Code. Vergleich ihn mit der Leinwand, oder frag nach dem neuen.
too-many-tries = Von hier aus wurden zu viele Codes versucht. Lass ein paar Minuten vergehen und versuch es dann noch einmal.
enter-no-session-heading = Keine Sitzung hat diesen Code.
too-many-tries-heading = Zu viele Versuche von hier aus.
no-answer-heading = Noch keine Antwort.
no-answer = Das kam nicht bei uns an. Schau, ob dieses Telefon im Netz ist, und versuch es dann noch einmal.

join-name = Wie dürfen wir dich hier nennen?
join-name-hint = Ein Spitzname genügt. Niemand prüft ihn.
join-name-empty = Hier braucht es einen Namen. Irgendein Spitzname genügt.
join-name-long = Dieser Name ist zu lang. Bis zu { $most } Buchstaben passen.
join-name-unreadable = Manche Zeichen in diesem Namen lassen sich nicht zeigen. Versuch es mit Buchstaben.
join-go = Hereinkommen
join-as = Als { $name } hereinkommen
join-coming = Du kommst herein
join-no-session = Diese Sitzung ist zu Ende, oder ihr Code hat sich geändert. Frag nach dem neuen Code.
join-adults = Für Erwachsene. Das ist ein Workshop, keine Behandlung.
join-truth = Kein Konto, keine E-Mail. Ein Schlüssel auf diesem Telefon hält deinen Platz, bis die Sitzung endet.
join-truth-approval = Die Begleitung lässt eine Person nach der anderen herein.
join-truth-programme = Für die nächsten Sitzungen dieser Reihe halten vier Wörter auf diesem Telefon deinen Platz.
join-help = Wo du Hilfe findest
rules = Wie wir miteinander sind
rule-pass = Du kannst bei allem passen. Niemand fragt, warum.
rule-rest = Du kannst ausruhen und wiederkommen. Dein Platz bleibt dir.
rule-here = Was hier erzählt wird, bleibt hier: darum bitten wir einander.
rule-apart = Heute sind alle in einem eigenen Anruf dabei.
floor = Was ohne Namen gefragt wird, öffnet sich nur, wenn mindestens { $floor } Menschen antworten oder passen.
floor-practice = In einer Probe öffnet sich alles, auch wenn nur du antwortest.

door-locked = Die Tür ist gerade zu.
door-locked-do = Die Begleitung hat sie geschlossen, solange alle beisammen sind. Versuch es in einer Weile noch einmal, oder frag sie.
door-full = Der Raum ist voll.
door-full-do = Alle Plätze sind vergeben. Versuch es noch einmal, wenn jemand gegangen ist, oder frag die Begleitung.
door-ended = Diese Sitzung ist zu Ende.
door-ended-do = Ihr Code öffnet nichts mehr. Wenn du jetzt eine Sitzung erwartet hast, frag nach dem neuen Code.
door-scheduled = Noch nicht offen.
door-scheduled-do = Die Begleitung öffnet sie. Diese Seite schaut von selbst nach, solange sie offen ist.
door-starts = { $moment }, nach der Uhr dieses Telefons
door-cancelled = Diese Sitzung findet nicht statt.
door-cancelled-do = Sie wurde abgesagt. Wer dich eingeladen hat, kann dir mehr sagen. Von dir wird nichts aufbewahrt.
door-cards = Dieses Telefon hat Karten darin, die du noch zurücknehmen kannst.
door-code = { $title }, Code { $code }
door-again = Noch einmal versuchen
door-another = Anderer Code

# Was aufbewahrt wird
privacy = Was aufbewahrt wird, und bis wann
kept-name-of = Dein Name hier, wann du kamst und wann du gingst
kept-record = Steht in der Aufzeichnung dieser Sitzung, bis { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} nachdem ihre Zusammenfassung unterschrieben ist.
kept-record-end = Steht in der Aufzeichnung dieser Sitzung, bis sie endet.
kept-nothing-lead = Nach dem Ende wird nichts behalten.
kept-nothing = Was Menschen in dieser Sitzung schreiben und tun, wird gelöscht, sobald sie endet. Dass sie stattfand, bleibt: Titel, Code und Zeiten.
kept-answers-of = Antworten auf Fragen ohne Namen
kept-answers = Nur im Arbeitsspeicher, bis die Frage schließt. Dann bleiben nur die Summen, ohne wer was gegeben hat.
kept-cards-of = Karten, die du schreibst
kept-cards = Ohne deinen Namen aufbewahrt, bis die Zusammenfassung unterschrieben ist, und gelöscht spätestens { $hours } Stunden nach dem Ende der Sitzung. Bis dahin kannst du deine von diesem Telefon aus zurücknehmen.
kept-cards-end = Ohne deinen Namen aufbewahrt, bis die Sitzung endet, und dann gelöscht. Bis dahin kannst du deine von diesem Telefon aus zurücknehmen.
kept-taps-of = Tipper auf Karten und Zeilen und in Check-ins
kept-taps = Nur im Arbeitsspeicher. Nur Summen, oder Worte dafür, werden gezeigt oder aufbewahrt.
kept-phone-of = Auf diesem Telefon
kept-phone = Der Schlüssel deines Platzes und die Sprache, bis die Sitzung endet; was du schreibst, bis dieser Tab geschlossen wird; Schlüssel zu deinen eigenen Karten, bis die Karten gelöscht sind. Keine Cookies.
not-protected-of = Wovor dich das nicht schützt
not-protected = Was du schreibst und wie; Menschen, die alle anderen Karten kennen; jemand, der auf dein Telefon schaut; eine Kopie des Arbeitsspeichers, während eine Frage offen ist; und wir, wenn wir das Programm änderten.

# Eine Reihe: mehrere Sitzungen, und ein Platz, der dazwischen bleibt
programme-of = Sitzung { $number } von { $of }: { $title }
programme-session = Sitzung { $number } von { $of }
programme-since = Seit dem letzten Mal
programme-since-free = Eine Einladung, keine Hausaufgabe. Was auch daraus geworden ist, du bist willkommen.
programme-until = Bis zum nächsten Mal
programme-after = Von hier an
programme-until-free = Versuch es, wenn es zu dir passt. Niemand prüft es.
place = Dein Platz in der Reihe
place-here = Dieses Telefon hat deinen Platz von vorher.
place-wipe-here = Von diesem Telefon löschen
place-by-words = Ich habe vier Wörter
place-words = Deine vier Wörter
place-lead = Sie bringen dich beim nächsten Mal an diesen Platz zurück:
place-no-account = Die Wörter sind kein Konto: Wer sie hat, hat den Platz. Schreib sie auf, oder lass sie auf diesem Telefon. Sie sind englisch.
place-save = In einer Datei ablegen
place-wipe = Von diesem Telefon löschen
place-wiped = Die vier Wörter sind von diesem Telefon gelöscht. Wenn du sie anderswo hast, bringen sie dich weiter zurück. Sonst kann dir die Begleitung deinen Platz wiedergeben.
place-field = Die Wörter, in ihrer Reihenfolge
place-hint = Kleine oder große Buchstaben, Leerzeichen oder Striche: alles geht.
place-not-listed = { $count ->
    [one] { $words } gehört nicht zu unseren Wörtern. Schau es dir noch einmal an.
   *[other] { $words } gehören nicht zu unseren Wörtern. Schau sie dir noch einmal an.
}
place-count = { $count ->
    [one] Das ist 1 Wort; es braucht { $of }.
   *[other] Das sind { $count } Wörter; es braucht { $of }.
}
place-unknown = Diese vier Wörter kennen wir hier nicht. Schau noch einmal nach, oder komm ohne sie herein; die Begleitung kann dir deinen Platz wiedergeben.
place-without = Ohne sie hereinkommen
kept-programme-of = Dein Platz in der Reihe
kept-programme = Dein Name, was aus deinen vier Wörtern abgeleitet ist, und welche Plätze sich in einem Raum getroffen haben: aufbewahrt, bis die Veranstaltenden die Reihe löschen. Die Wörter selbst werden nie gesendet.
kept-phone-programme = Die vier Wörter bleiben, bis du sie löschst.
remains-words = Auch deine vier Wörter, bis du sie löschst.
save-holds-words = Auch deine vier Wörter stehen darin.

# Warten, bis jemand öffnet
waiting-heading = Du stehst an der Tür, { $name }.
waiting-then = Die Begleitung lässt die Menschen herein. Diese Seite geht von selbst weiter.
waiting-lock = Du kannst dein Telefon sperren. Es bringt dich an diesen Platz zurück.

# Du
you = Dein Name
you-heading = Die Gruppe sieht dich als { $name }.
you-name = Ein anderer Name
you-hint = Ein Spitzname ist gut. Der Name von vorher wird nicht aufbewahrt.
you-change = Meinen Namen ändern
you-rooms = In kleinen Räumen
you-rooms-what = Wenn du mit jemandem lieber nicht in einem Raum sein möchtest, kannst du es hier sagen. Es wird niemandem gezeigt.
language = Sprache
language-what = Nur auf diesem Telefon. Was Menschen schreiben, bleibt in ihren Worten.
you-stored-what = Aus der Datenbank gelesen, in dem Moment, in dem du hinschaust.

agreements = Vereinbarungen
agreements-heading = Woran wir uns halten
agreements-none = Die Gruppe hat noch keine Vereinbarung behalten.

# Ankommen, Lesen
lobby-heading = Du bist da, { $name }.
lobby-begin = Die Begleitung fängt an. Diese Seite geht von selbst weiter.
lobby-lock = Du kannst dein Telefon sperren. Es bringt dich an diesen Platz zurück.
lobby-welcome = Aufgeregt sein ist in Ordnung. Du bist willkommen, so wie du kommst.
people-here = { $people ->
    [one] 1 Person ist da
   *[other] { $people } Menschen sind da
}
guide-steps = Teil { $step } von { $of }.

pause-left = noch
pause-time = Pause, noch { $left }
pause-then = Die Begleitung fängt wieder an. Du kannst dein Telefon weglegen.

# Reihum
circle-before-round = Es geht reihum. Wenn es anfängt, liest du hier, wer spricht und wer danach kommt.
circle-before-open = Wer mag, spricht. Es gibt keine Reihenfolge.
circle-open = Wer mag, spricht. Es gibt keine Reihenfolge, und zuhören heißt dabei sein.
circle-over-heading = Die Runde ist vollständig.
circle-over = Danke fürs Zuhören. Diese Seite geht von selbst weiter.
turn-now-heading = Du bist an der Reihe.
turn-now = Sag so viel oder so wenig, wie du magst. Später setzt dich ans Ende der Runde.
turn-done = Fertig
turn-later = Später
turn-next-heading = Du kommst als Nächstes.
turn-next-after = Du kommst als Nächstes, nach { $name }.
turn-next = Noch ist nichts von dir gebraucht.
turn-between = Gleich ist die nächste Person an der Reihe.
turn-speaks = { $name } ist an der Reihe.
turn-waits = Du kommst noch dran. Bis dahin hörst du zu.
turn-had = Du warst schon dran. Jetzt hörst du zu.
turn-listen = In dieser Runde hörst du zu.
turn-then = Danach: { $name }.
turn-count = { $done } von { $of } waren dran.
turn-sleep = Dein Telefon kann schlafen. Dein Platz in der Runde bleibt dir.

# Vereinbarungen
line-support = Unterstützen
line-question = Ich habe eine Frage
line-supported = { $people ->
    [one] Von 1 Person unterstützt
   *[other] Von { $people } Menschen unterstützt
}
line-questioned = Dazu gibt es eine Frage
line-kept = Das behalten wir
line-none = Hier steht noch keine Zeile.
line-yours = Deine Zeile
line-propose = Eine Zeile vorschlagen
line-go = Vorschlagen
line-sending = Deine Zeile ist unterwegs. Sie ist noch auf diesem Telefon und geht hinaus, sobald es eine Leitung zur Sitzung gibt.
line-held = Deine Zeile ist gehalten, bis die Begleitung Zeilen einsammelt.
line-still-held = Deine Zeile von vorher ist gehalten, bis du eine andere vorschlägst.
line-still-with = Deine Zeile von vorher bleibt bei der Begleitung. Das hier ist eine weitere.
line-with = Deine Zeile ist bei der Begleitung; ihr wird nicht gesagt, von wem sie ist.
line-another = Noch eine vorschlagen
line-collecting = Die Zeilen werden eingesammelt.
truth-line = Die Begleitung liest sie vor der Gruppe; eine, die bleibt, steht { $until }, jede andere wird gelöscht { $gone }.
truth-practice-line = Deine Zeile kann mit dir verbunden werden, und eine, die bleibt, steht { $until }. Schreib hier nichts Echtes.
truth-taps = Unterstützung erscheint als Summe, sobald { $floor } Menschen getippt haben, bei Fragen nur, ob es eine gibt; einzelne Tipper sind nur im Arbeitsspeicher, Summen bleiben { $until }.
truth-practice-taps = Tipper können mit dir verbunden werden, und Summen erscheinen von einer Person an; sie bleiben { $until }.
truth-resonance = Eine Summe erscheint, sobald { $floor } Menschen getippt haben; einzelne Tipper sind nur im Arbeitsspeicher, Summen bleiben { $until }.

# Wer es sehen kann, wann, und bis wann: unter jeder Eingabe
until-days = bis { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} nach der Unterschrift unter die Zusammenfassung
until-ended = bis die Sitzung endet
gone-hours = spätestens { $hours ->
    [one] 1 Stunde
   *[other] { $hours } Stunden
} nach dem Ende
gone-ended = wenn die Sitzung endet
until-erased = bis zum Löschen
truth-code-lead = Er findet nur die Sitzung.
truth-code = Er ist niemandes Name, niemand erfährt, dass du nachgesehen hast, und er endet mit der Sitzung.
truth-words-lead = Die Wörter selbst werden nie gesendet.
truth-words = Was daraus entsteht, bringt deinen Platz zurück; das bewahrt nur die Reihe auf, bis die Veranstaltenden sie löschen.
truth-name-lead = Die Gruppe sieht diesen Namen.
truth-name = Er steht in der Aufzeichnung { $until }.
truth-known = Menschen, die dich kennen, können trotzdem erkennen, was du schreibst und wie.
truth-reply = Wenn mindestens { $floor } Menschen schreiben oder passen, liest die Begleitung sie nach dem Schreiben und zeigt sie vielleicht, auch wer die Karte schrieb, kann sie dann lesen; gelöscht wird sie { $gone }.
truth-other-words-lead = Wird noch einmal gelesen, bevor sie gezeigt wird.
truth-other-words = Die Karte verlässt die Wand sofort, und die Worte von vorher sind gelöscht. Die Begleitung liest die neuen, und sie gehen nur zusammen mit der ganzen Wand hinaus.
truth-line-programme = Die Begleitung liest sie vor der Gruppe; eine, die bleibt, geht durch die ganze Reihe mit, jede andere wird gelöscht { $gone }.
truth-taps-lead = Wer getippt hat, wird niemandem gezeigt.
truth-turn-lead = Alle sehen, wer dran ist.
truth-turn = „Fertig“ und „Passen“ sehen für alle gleich aus; die Reihenfolge steht in der Aufzeichnung { $until }.
truth-chair-lead = Alle sehen, wer in der Mitte sitzt.
truth-chair = Sie sehen auch, wie viele anfragen und wer als Nächstes kommt; wer einen Stuhl hatte, steht in der Aufzeichnung { $until }.
truth-care-lead = Nur die Begleitung liest das.
truth-care = Sie sieht deinen Namen und dass du gern hättest, dass jemand zu dir kommt; gelöscht wird es, wenn die Sitzung endet.
truth-rest-lead = Die Begleitung sieht eine Zahl, keinen Namen.
truth-rest-rooms-lead = In kleinen Räumen lässt sich erschließen, wer ruht.
truth-rest = Wann jemand ruht und zurückkommt, steht in der Aufzeichnung { $until }.

# Ein Check-in: neben allem, was gerade ist
checkin = Check-in
checkin-said = Ein Check-in ist offen, oben auf dieser Seite. Er ist freiwillig.
checkin-heading = Wie geht es dir gerade?
checkin-open = Antworten
checkin-not-now = Jetzt nicht
checkin-done = So ist es
feel-mood = Meine Stimmung
feel-mood-low = schwer
feel-mood-high = leicht
feel-energy = Meine Kraft
feel-energy-low = leer
feel-energy-high = reichlich
feel-ease = Hier in der Gruppe
feel-ease-low = auf der Hut
feel-ease-high = gelassen
checkin-care = Ich hätte gern jemanden bei mir
checkin-care-truth = Nur dafür liest die Begleitung deinen Namen. Was du tippst, bleibt ohne Namen.
truth-checkin = Nur die Begleitung sieht, wie es der Gruppe geht: in Worten, ab { $floor } Menschen, nie wer, und die Worte bleiben { $until }. Du kannst jedes davon offen lassen.
truth-practice-checkin = Was du antippst, kann mit dir verbunden werden; die Worte dafür bleiben { $until }.

# Fragen
choose-up-to = { $pick ->
    [one] Wähle eines.
   *[other] Wähle bis zu { $pick }.
}
chosen = { $chosen } gewählt
chosen-full = { $chosen } gewählt, mehr passt nicht dazu
not-answered = nicht beantwortet
leave-open = „{ $ask }“ offen lassen
stop = { $step } von { $of }
stop-end = { $step } von { $of }, { $end }
your-card = Deine Karte: { $prompt }
saved-here = Auf diesem Telefon gespeichert
letters-left = noch { $left }
too-many = { $over } zu viel
missing-choice = Wähle zuerst eines, oder passe.
missing-multi = Wähle zuerst mindestens eines, oder passe.
missing-scale = Tipp zuerst mindestens eine Linie an, oder passe.
missing-text = Schreib zuerst etwas, oder passe.

truth-tally-lead = Ohne deinen Namen gezählt.
truth-tally = Wenn mindestens { $floor } Menschen antworten oder passen, sieht die Gruppe vielleicht ein Bild von allen, und niemand eine einzelne Antwort; nur die Summen bleiben, { $until }.
truth-tally-kept = Wenn mindestens { $floor } Menschen antworten oder passen, sieht allein die Begleitung ein Bild von allen, und niemand eine einzelne Antwort; nur die Summen bleiben, { $until }.
truth-card-lead = Aufbewahrt ohne deinen Namen, Ort, Gerät oder Zeit.
truth-card = Wenn mindestens { $floor } Menschen schreiben oder passen, liest die Begleitung sie nach dem Schreiben und zeigt sie vielleicht; gelöscht wird sie { $gone }.
truth-practice-lead = Probe: nicht anonym.
truth-practice = Deine Antwort kann gezeigt werden, auch wenn sie die einzige ist; die Summen bleiben { $until }.
truth-practice-card = Deine Karte kann gezeigt werden, auch wenn sie die einzige ist, und wird gelöscht { $gone }. Schreib hier nichts Echtes.

answer-sending = Deine Antwort ist unterwegs.
answer-held = Deine Antwort ist gehalten.
answer-held-then = Wenn hier geschlossen wird, zählt sie zusammen mit allen anderen.
card-sending = Deine Karte ist unterwegs.
card-held = Deine Karte ist gehalten.
card-held-then = Wenn das Schreiben schließt, wird sie mit allen anderen Karten gemischt. Dann liest sie die Begleitung, ohne dass ihr gesagt wird, von wem sie ist.
sending-kept = Es ist noch auf diesem Telefon und geht hinaus, sobald es eine Leitung gibt.
pass-sending = Dein Passen ist unterwegs.
passed-heading = Du hast gepasst.
passed = Das ist eine ganze Antwort. Du kannst sie noch ändern, bis hier geschlossen wird.
change-refused = Deine Antwort von vorher gilt weiter.
open-about = { $minutes ->
    [one] Noch etwa 1 Minute offen.
   *[other] Noch etwa { $minutes } Minuten offen.
}
open-still = Noch offen. Die Begleitung schließt es.

closing-heading = Das schließt gerade.
closing-with = Die Antworten von allen werden eingesammelt. Was du gegeben hast, geht mit, wenn es rechtzeitig bei uns war; du liest hier, ob es so war.
closing-without = Die Antworten werden eingesammelt. Hier gibt es nichts zu tun.
short-heading = Zu wenige Menschen dafür, ohne Namen.
short = Weniger als { $floor } Menschen haben geantwortet oder gepasst, also wurde nichts geöffnet. Die Begleitung kann mehr Zeit geben, laut fragen oder es ungeöffnet lassen.
short-yours = Was du gegeben hast, ist noch gehalten, und niemand hat es gesehen.
discarded-heading = Ungeöffnet losgelassen.
discarded = Was hier geantwortet wurde, ist fort. Niemand hat es gelesen.
spoken-heading = Danach fragen wir laut.
spoken = Was hier geantwortet wurde, ist ungelesen fort. Du sagst so viel oder so wenig, wie du magst, oder passt.
begun = Was du hier angefangen hattest, wurde nicht gegeben. Es ist noch auf diesem Telefon.
pass-stands = Dein Passen gilt.
tally-closed-heading = Das ist geschlossen.
tally-closed = Wenn das Bild gezeigt wird, kommt es auf die gemeinsame Leinwand und hierher.
tally-closed-kept = Dieses wird der Gruppe nicht gezeigt.
picture-heading = Hier ist die ganze Gruppe.
became-included = Deine Antwort war dabei.
became-lost = Deine Antwort war nicht dabei: sie ging unterwegs verloren, bevor geschlossen wurde.
became-lost-card = Deine war nicht dabei: sie ging unterwegs verloren, bevor geschlossen wurde. Niemand hat sie gelesen, und deine Worte sind noch hier, hinter dem Kartenzeichen oben.
became-refused = Deine Antwort war nicht dabei.
became-unconfirmed = Wir können nicht sagen, ob deine Antwort bei uns war, bevor geschlossen wurde.
earlier-lost = Was du auf eine frühere Frage gegeben hast, war nicht dabei: es ging unterwegs verloren, bevor sie schloss.
earlier-lost-card = Die Karte, die du vorher geschrieben hast, war nicht dabei: sie ging unterwegs verloren, bevor das Schreiben schloss. Niemand hat sie gelesen, und deine Worte sind noch hier, hinter dem Kartenzeichen oben.
earlier-unconfirmed = Wir können nicht sagen, ob das, was du auf eine frühere Frage gegeben hast, bei uns war, bevor sie schloss.
earlier-line = Die Zeile, die du vorgeschlagen hast, wurde nicht eingesammelt, bevor die Gruppe weiterging. Niemand hat sie gelesen.
earlier-noted = Gelesen

wall-closed-heading = Das Schreiben ist geschlossen.
wall-closed = Die Begleitung liest die Karten, bevor eine davon gezeigt wird.
wall-heading = Was Menschen geschrieben haben
cards-mixed = { $count ->
    [one] 1 Karte.
   *[other] { $count } Karten, gemischt.
}
card-waiting = Deine Karte ist unter denen, die die Begleitung liest.
card-not-here = Deine Karte ist nicht unter denen, die bisher gezeigt werden.
card-own = Deine. Nur dein Telefon merkt sie an.

card-resonates = Könnte meine sein
card-resonance = { $people ->
    [one] das sagt 1
   *[other] das sagen { $people }
}
card-featured = Auf der gemeinsamen Leinwand
topic-addiction = Sucht
topic-family = Familie
topic-illness = Kranksein
topic-loss = Verlust
topic-other = etwas anderes
topic-self-harm = Selbstverletzung
topic-separation = Trennung
topic-sexuality = Sexualität
topic-violence = Gewalt
veil-touches = Berührt { $topics }.
veil-heavy = Kann schwer sein.
veil-closed = Zu, bis du sie öffnest.
veil-open = Öffnen
veil-close = Wieder schließen
muted-about = Eine Karte über { $topics }.
muted-heavy = Eine Karte, die schwer sein kann.
muted-why = Zugedeckt, weil du es wolltest.

# Neben der eigenen Karte
aside = Neben deiner Karte
aside-cover = Zuerst zudecken
aside-cover-what = Andere sehen nur, was sie berührt, bis sie sie öffnen.
aside-covered = Zuerst zugedeckt: { $topics }
aside-covered-heavy = Zuerst zugedeckt
aside-note = In wenigen eigenen Worten
aside-note-long = Die Worte auf der Decke sind zu lang.
aside-name = Darf als Thema genannt werden
aside-name-no = Die Begleitung ist gebeten, sie nicht zu nennen.
aside-name-yes = Die Begleitung darf in der Zusammenfassung sagen, worum es geht.
aside-named = Sie darf als Thema genannt werden.
aside-not-named = Die Begleitung ist gebeten, sie nicht als Thema zu nennen.

# Zugedeckte Karten auf diesem Telefon
veils = Zugedeckte Karten auf diesem Telefon
veils-heading = Wie zugedeckte Karten hier beginnen
veils-what = Ein Thema kann zugedeckt bleiben oder ohne Schleier erscheinen. Eine einzelne Karte öffnet und schließt sich weiter mit einem Tippen.
veils-closed = Erst zu
veils-covered = Nicht öffnen
veils-open = Offen zeigen
veils-truth = Es ist am Ende fort.
you-veils = Zugedeckte Karten

# Meine Karten
cards = Meine Karten
cards-heading = Deine eigenen Karten
cards-none = Dieses Telefon hat keine Karte in dieser Sitzung.
cards-returned = Zu einer Karte von dir gibt es eine Nachricht.
cards-truth = Deine Worte gehen, wenn die Sitzung endet, außer du speicherst sie. Eine Karte lässt sich von hier zurücknehmen, bis sie gelöscht ist, { $gone }.
card-shared = Mit der Gruppe geteilt.
card-returned = Mit einer Nachricht an dich zurückgegeben. Die Gruppe hat sie hier nicht gelesen.
card-rewritten = Deine anderen Worte warten. Die Begleitung liest sie, und sie gehen nur zusammen mit der ganzen Wand hinaus.
card-not-shown = Soweit dieses Telefon sah, wurde sie der Gruppe nicht gezeigt.
card-left-out = Nicht dabei: sie kam nicht mit, als das Schreiben schloss. Niemand hat sie gelesen, und deine Worte sind noch hier.
card-withdrawn = Zurückgenommen und gelöscht.
card-unknown = Gegeben. Diese Seite war nicht offen, um zu sehen, was daraus wurde.
card-note-lead = Eine Nachricht von der Begleitung, die nicht weiß, dass du das geschrieben hast:
card-note-then = Finde andere Worte, nimm sie zurück, oder lass sie, wie sie ist: dann hat nur die Begleitung sie gelesen.
card-rewrite = Andere Worte finden
card-words = Andere Worte für diese Karte
card-send-words = Diese Worte geben
card-as-it-is = So lassen
card-nameable = Sie darf genannt werden
card-not-nameable = Bitte nicht nennen
card-under-way = Unterwegs, nach einer kurzen zufälligen Pause.
missing-words = Schreib zuerst etwas.

# Was ich schrieb
written = Was ich schrieb
written-heading = Was du heute geschrieben hast
written-none = Auf diesem Telefon ist nichts, was du geschrieben hast.
written-where = Dieses Zeichen oben führt zu dem, was du geschrieben hast.
written-keep = Behalten oder löschen
written-wipe = Löschen, was ich schrieb
written-wipe-ask = Von diesem Telefon löschen?
written-wipe-what = Deine Worte, deine Seiten und was du gerade begonnen hast, gehen sofort von diesem Telefon. Niemand kann sie hierher zurückholen.
written-wipe-cards = { $cards ->
    [one] Auch der Schlüssel zu deiner Karte geht. Die Karte selbst bleibt, wo sie ist, und du kannst sie dann nicht mehr zurücknehmen, ändern oder eine Nachricht zu ihr lesen.
   *[other] Auch die Schlüssel zu deinen { $cards } Karten gehen. Die Karten selbst bleiben, wo sie sind, und du kannst sie dann nicht mehr zurücknehmen, ändern oder Nachrichten dazu lesen.
}
written-wipe-not = Behalten
written-wiped = Es ist von diesem Telefon gelöscht.

# Bevor eine lange Karte geht
leaving-heading = Deine Karte geht gleich los.
leaving-in = { $seconds ->
    [one] Geht in 1 Sekunde
   *[other] Geht in { $seconds } Sekunden
}
leaving-then = Bis dahin hat sie niemand. Auch danach kannst du sie ändern oder zurücknehmen, bis das Schreiben schließt.
leaving-before = Bis dahin ist deine Karte von vorher gehalten. Auch danach kannst du diese ändern oder zurücknehmen, bis das Schreiben schließt.
leaving-now = Jetzt senden

# Kleine Räume
rooms-before-heading = Als Nächstes kommen kleine Räume.
rooms-before = Hier liest du, mit wem du zusammen bist. Du kannst jederzeit stattdessen ausruhen.
rooms-next-heading = In der nächsten Runde kommst du dazu.
rooms-next = Du bist jetzt schon willkommen. Die anderen sind bereits in Räumen; bis dahin gibt es nichts zu tun.
rooms-last-heading = Du kommst dazu, wenn die Räume vorbei sind.
rooms-last = Du bist jetzt schon willkommen. Die anderen sind bereits in Räumen; bis sie zurück sind, gibt es nichts zu tun.
rooms-sit-out-heading = Du setzt dieses Mal aus.
rooms-sit-out = Von dir wird nichts erwartet. Du kannst hier jederzeit anders wählen.
rooms-none-heading = Du hast dieses Mal keinen Raum.
rooms-none = Die Auslosung hat keinen Platz für dich gefunden. Die Begleitung sieht, dass du keinen hast; du kannst mit ihr reden oder ausruhen.
rooms-unmet = Was du dir dazu gewünscht hast, mit wem du zusammen bist, ließ sich dieses Mal nicht erfüllen. Darum hast du jetzt keinen Raum. Die Begleitung sieht, dass du keinen hast; warum, erfährt sonst niemand.
rooms-unmet-yet-heading = Noch ließen sich keine Räume bilden.
rooms-unmet-yet = Was du dir dazu gewünscht hast, mit wem du zusammen bist, lässt sich mit denen, die jetzt mitmachen, nicht erfüllen. Die Begleitung sieht, dass es keine Räume gibt; warum, erfährt sonst niemand.
rooms-unmet-over = Es gibt keine weiteren Räume: Was du dir dazu gewünscht hast, mit wem du zusammen bist, ließ sich mit denen, die mitmachen, nicht erfüllen. Warum, erfährt sonst niemand.
rooms-then-next = In der nächsten Runde kommst du dazu, wenn es geht.
rooms-then-all = Alle sehen sich wieder, wenn die Räume vorbei sind.
rooms-over-heading = Die Räume sind zu.
rooms-over = Komm zurück zur ganzen Gruppe.
room-with = { $others ->
    [one] Du bist zusammen mit { $names }.
   *[other] Ihr seid drei oder mehr: du und { $names }.
}
room-observes = { $count ->
    [one] { $names } beobachtet.
   *[other] { $names } beobachten.
}
room-you-observe = Du beobachtest: du schaust und hörst zu. Sag nur etwas, wenn ein Schritt dir gehört oder du gefragt wirst.
room-not-found = { $count ->
    [one] { $names } war nicht zu finden und kann zurückkommen.
   *[other] { $names } waren nicht zu finden und können zurückkommen.
}
room-alone-heading = Gerade ist niemand sonst in deinem Raum.
room-alone = Wer als Nächstes kommt, kommt zu dir. Die Begleitung sieht, dass du allein bist.
room-formed = Findet euch erst einmal.
room-gathering = Findet euch. Es beginnt für alle zur selben Zeit.
room-number = Raum { $number }
room-round = Runde { $round } von { $rounds }
room-known = Dein Raum steht fest.
room-yours = Dein Raum
room-to-yours = Zu deinem Raum
room-starts = bis es beginnt
room-starts-in = { $left }, bis es beginnt
room-go = Los
room-go-soon = bis ihr beginnen könnt
room-go-in = { $left }, bis ihr beginnen könnt
room-go-what = { $others ->
    [one] Wenn ihr beide so weit seid, tippt eine oder einer von euch auf Los. Die Uhr wartet auf euch.
   *[other] Wenn ihr alle so weit seid, tippt eine oder einer von euch auf Los. Die Uhr wartet auf euch.
}
room-meet = Zu eurem Treffen
room-meet-where = Es öffnet sich neben dieser Seite und führt zum Videodienst deiner Organisation, { $host }. Was dieser Dienst sieht und behält, liegt bei ihm.
stop-word = Stoppwort: „Stopp“. Alle können es sagen oder auf Pause tippen, jederzeit, ohne Grund.
room-pause = Pause
room-go-on = Weiter
room-call = Begleitung rufen
room-call-back = Nicht mehr nötig
room-stop-here = Aufhören und ausruhen
room-called = Die Begleitung ist gerufen.
room-note = Von der Begleitung, an euren Raum:
paused-heading = { $people ->
    [one] Pause.
    [2] Pause für euch beide.
   *[other] Pause für euch alle.
}
paused = Niemand braucht zu sagen, warum.
paused-then = Macht weiter, wenn ihr alle mögt, ruft die Begleitung, oder hört hier auf.
paused-left = Die Uhr steht still bei { $left }.
called-heading = Die Begleitung ist gerufen.
called = Eure Uhr steht still.
knock = Es klopft
knock-ask = Jemand von der Begleitung würde euch gern besuchen.
knock-in = Herein
knock-not-now = Jetzt nicht
knock-coming = Jemand von der Begleitung ist auf dem Weg zu euch.
knock-later = Ihr habt gesagt: jetzt nicht. Die Begleitung weiß es.
ending-soon = In einer Minute geht das hier zu Ende.
ending-then-all = Danach sehen sich alle wieder.
ending-then-round = Danach folgt noch eine Runde.
ending-now = Kommt zusammen zum Ende; sprecht den Satz noch aus.
ending-role = Wenn du magst, steig aus der Rolle aus: „Ich bin { $name }, die Rolle { $role } lege ich ab.“
missing = { $others ->
    [one] Mein Gegenüber ist nicht da
   *[other] Jemand ist nicht da
}
missing-who = Wer ist nicht da?
missing-ask = Ist { $name } nicht da?
missing-then-alone = Wenn nicht, kommst du in einen anderen Raum, der dich aufnimmt; sonst kommt zu dir, wer als Nächstes kommt. Kein Durchgang geht verloren.
missing-then-others = Wenn nicht, macht ihr anderen weiter. Kein Durchgang geht verloren.
missing-back = { $name } wird gefragt und kann zurückkommen.
missing-here = Doch, ist da
missing-not-here = Nicht da
quiet-ask = Ist { $name } nicht bei dir?
quiet-why = Von diesem Telefon kam eine Weile kein Zeichen.
away-heading = Die anderen in deinem Raum konnten dich nicht finden.
away = Das kommt vor: ein Telefon schläft, eine Leitung bricht ab.
away-here = Ich bin da
away-then-back = Du kommst zurück in deinen Raum, wenn er dich noch aufnimmt, sonst in einen anderen.
away-then-other = Du kommst in einen Raum, der dich aufnimmt.
choice = In den nächsten Räumen
choice-next = Nächste Räume: { $choice }
choice-now = Für die nächsten Räume: { $choice }
choice-take-part = Mitmachen
choice-take-part-is = Du hast einen Raum und kommst dran wie alle.
choice-observe = Beobachten
choice-observe-is = Du bist in einem Raum und schaust zu; die anderen dort wissen es.
choice-sit-out = Dieses Mal aussetzen
choice-sit-out-is = Du hast keinen Raum, und von dir wird nichts erwartet.
choice-sit-out-now = Du verlässt diesen Raum sofort und hast keinen, bis du anders wählst.
choice-stay = Hierbleiben
choice-leave = Diesen Raum verlassen
choice-truth = Die Begleitung sieht, wie viele was gewählt haben, und sobald sie Räume vorschlägt, mit Namen, wer beobachtet und wer in keinem ist; wenn die Räume bekannt sind, sehen alle, wer wo ist, so lässt sich erschließen, wer aussetzt. Es bleibt in der Aufzeichnung { $until }.
choice-holds = Deine Wahl gilt, bis du sie änderst.
apart = Lieber nicht mit jemandem
apart-where = Räume
apart-heading = Mit wem möchtest du lieber nicht in einem Raum sein?
apart-what = Setz bei einem Namen einen Haken, oder bei keinem. Es zählt, wenn Räume gebildet werden, und ändert nichts an dem Raum, in dem du jetzt bist.
apart-coming = Wer ist da?
apart-nobody = Noch ist niemand sonst da.
apart-near = In deinem Raum
apart-others = Auch da
apart-here = Jetzt da
apart-again = Noch einmal schauen
apart-count = { $people ->
    [one] Außer dir ist 1 Mensch da.
   *[other] Außer dir sind { $people } Menschen da.
}
apart-set = Du kommst nicht in einen Raum mit { $name }.
apart-gone = Du kannst wieder in einen Raum mit { $name } kommen.
apart-truth-lead = Wird niemandem gezeigt, auch der Begleitung nicht.
apart-truth = Es wird versiegelt aufbewahrt und nur geöffnet, um Räume zu bilden; wo es sich nicht erfüllen lässt, hast du keinen Raum, und nur du erfährst, warum.
apart-for-session = Es gilt für diese Sitzung.
apart-for-programme = Es gilt für die ganze Reihe.
solo = In der Zwischenzeit, wenn du magst
solo-think = Lies den Satz langsam. Was würdest du sagen, wenn du eine Minute hättest?
solo-write = Schreib drei Wörter auf ein Papier, die dazugehören. Sie sind nur für dich.
solo-rest = Schau dich im Raum um oder aus einem Fenster. Das genügt.
solo-other = Etwas anderes
debrief = Nach dem Rollenspiel
debrief-number = { $number } von { $of }, nur für dich
debrief-back = Wie ist es, zurück zu sein?
debrief-lighter = leichter
debrief-as-before = wie vorher
debrief-still-in = noch ein wenig darin
debrief-cannot-tell = das weiß ich noch nicht
debrief-keep = Was würdest du behalten?
debrief-said = etwas, das ich gesagt habe
debrief-heard = etwas, das ich gehört habe
debrief-felt = wie es sich angefühlt hat
debrief-nothing = jetzt gerade nichts
debrief-need = Was brauchst du jetzt?
debrief-breath = einen Atemzug
debrief-somebody = jemanden zum Reden
debrief-alone = etwas Zeit allein
debrief-go-on = dass es weitergeht
debrief-skip = Jetzt nicht
debrief-skipped = Ausgelassen. Davon wird nichts behalten.
debrief-yours = Für dich zum Behalten
debrief-wipe = Löschen
debrief-truth-lead = Bleibt auf diesem Telefon.
debrief-truth = Es wird nie gesendet. Bis die Sitzung endet, findest du es bei deinen eigenen Seiten.
role-you = Du: { $role }.
role-other = { $name }: { $role }.
step-you = Das ist deine Zeit.
step-other = Das ist die Zeit von { $names }.
step-all = Das ist für euch alle.
turn-of = Durchgang { $turn } von { $of }
step-of = Schritt { $step } von { $of }
step-next = Danach: { $step }
step-last = Das ist der letzte Schritt.
time-left = { $step }, noch { $left }
clock-stands = Die Uhr steht still.
room-finished-heading = Diese Runde ist vorbei.
room-finished-last-heading = Euer Raum ist fertig.
room-finished = Wenn du magst, bedank dich bei { $names }.
room-finished-all = Komm dann zurück, wenn du so weit bist; alle sehen sich wieder.
room-finished-next = Es folgt noch eine Runde. Hier liest du, mit wem du zusammen bist.

# Ausruhen, gehen, innehalten
resting-heading = Du ruhst dich aus.
resting = Dein Platz bleibt dir. Komm zurück, wann du magst.
resting-instead = Wenn du magst, in der Zwischenzeit
leave-quietly = Leise gehen
leave-heading = Diese Sitzung verlassen?
leave-what = Die Gruppe sieht eine Person weniger, die Begleitung sieht, dass du gegangen bist. Niemand fragt, warum. Du kannst zurückkommen, solange die Sitzung dauert.
leave-stay = Bleiben
leave-go = Gehen
left-heading = Du bist gegangen.
left-do = Du kannst diese Seite schließen. Wenn du magst, komm zurück, solange die Sitzung dauert.
declined-heading = Du wurdest nicht hereingelassen.
declined-do = Die Begleitung kann dich dieses Mal nicht aufnehmen. Wenn du denkst, das ist ein Versehen, sprich mit ihr. Die Hilfeseite ist noch hier.
marked-left-heading = Du bist als gegangen vermerkt.
marked-left-do = Die Begleitung hat deinen Teil vorerst beendet oder dachte, du wärst gegangen. Du kannst zurückkommen oder mit ihr sprechen.
calm-heading = Wir halten hier einen Moment inne.
calm = Spür deine Füße. Schau dich im Raum um. Nichts wird von dir gebraucht.
calm-unattended-heading = Wir warten auf die Begleitung.
calm-unattended-do = Nichts ist verloren. Bleibt einen Moment beieinander.
calm-unattended = Es geht weiter, wenn sie da ist. Die Uhren stehen still, und was du geschrieben hast, ist auf diesem Telefon aufbewahrt.
calm-clocks = Die Uhren stehen still. Was du geschrieben hast, ist auf diesem Telefon aufbewahrt.

# Ein Mensch
care = Ein Mensch für dich
care-ask = Jemanden rufen
care-told = Jemand weiß Bescheid.
care-then = Die Begleitung sieht deinen Namen und kommt zu dir, so bald es geht. Du kannst bleiben, ausruhen oder das zurücknehmen.
care-answered = Jemand hat dir geantwortet.
care-handed-over = Jemand anderes wurde gebeten, für dich da zu sein.
care-taken-back = Du hast deinen Wunsch nach einem Menschen zurückgenommen.
also-here = Auch hier
note-lead = Von der Begleitung:
help-offered = Die Hilfeseite ist immer hier, und du kannst jederzeit jemanden rufen.
help-offered-see = Hilfe ansehen
help-offered-away = Weglegen

# Hilfe
help-heading = Wo du Hilfe findest
help-back = Zurück
help-none = Noch ist keine Hilfeseite auf diesem Telefon angekommen. Wende dich an die Begleitung.
help-offline = Dieser Text bleibt hier, solange die Seite offen ist, auch ohne Netz.

# Die Leitung
reconnecting-lead = Die Verbindung kommt wieder.
reconnecting = Deine Worte sind auf diesem Telefon, und dein Platz bleibt dir. Du kannst weiterschreiben.
line-back = Wieder verbunden.
wish-waits = Das geht hinaus, sobald es eine Leitung gibt.

ended-heading = Die Sitzung ist zu Ende.
ended-thanks = Danke, dass du da warst, { $name }.
ended = Die Begleitung hat die Sitzung geschlossen.
ended-gone = Dein Schlüssel und was du geschrieben hast sind nicht mehr auf diesem Telefon.
remains = Auf diesem Telefon
remains-left = Der Schlüssel deines Platzes, damit du zurückkommen kannst, und in diesem Tab, was du geschrieben hast.
remains-declined = Der Schlüssel, mit dem dieses Telefon an die Tür kam.
remains-cards = { $cards ->
    [one] Ein Schlüssel zu deiner Karte bleibt, damit du sie zurücknehmen kannst, bis sie gelöscht ist: wenn die Zusammenfassung unterschrieben ist, spätestens { $hours } Stunden nach dem Ende.
   *[other] Schlüssel zu deinen { $cards } Karten bleiben, damit du sie zurücknehmen kannst, bis sie gelöscht sind: wenn die Zusammenfassung unterschrieben ist, spätestens { $hours } Stunden nach dem Ende.
}
remains-cards-end = { $cards ->
    [one] Ein Schlüssel zu deiner Karte bleibt, damit du sie zurücknehmen kannst, bis sie mit dem Ende der Sitzung gelöscht wird.
   *[other] Schlüssel zu deinen { $cards } Karten bleiben, damit du sie zurücknehmen kannst, bis sie mit dem Ende der Sitzung gelöscht werden.
}
remains-cards-gone = { $cards ->
    [one] Mit dem Ende der Sitzung wird deine Karte gelöscht.
   *[other] Mit dem Ende der Sitzung werden deine { $cards } Karten gelöscht.
}
wipe = Jetzt löschen
closed-forgotten = Dieses Telefon hat keinen Schlüssel zur Sitzung.
closed-forgotten-do = Dieser Browser hat ihn vergessen, oder er wurde hier gelöscht. Du kannst noch einmal zur Tür gehen, als jemand Neues.
ended-help = Wenn etwas in dir nachklingt
closed-elsewhere = Du bist an einem anderen Ort weitergegangen.
closed-elsewhere-do = Dein Platz ist jetzt dort offen. Er kann nur an einem Ort sein. Was du hier geschrieben hast, bleibt in diesem Tab.
closed-unproved = Dieses Telefon hat gerade keinen Platz in der Sitzung.
closed-unproved-do = Wenn du schon hier warst, wurde dein Teil vielleicht beendet, oder dieser Browser hat seinen Schlüssel vergessen. Du kannst noch einmal zur Tür gehen oder mit der Begleitung sprechen.
closed-version = Diese Seite ist älter als die Sitzung.
closed-version-do = Lade sie neu. Was du geschrieben hast, ist auf diesem Telefon aufbewahrt.
closed-not-understood = Etwas zwischen dieser Seite und der Sitzung passte nicht zusammen.
closed-not-understood-do = Lade sie neu. Was du geschrieben hast, ist auf diesem Telefon aufbewahrt.
closed-ended = Die Sitzung ist zu Ende.
closed-ended-do = Die Begleitung hat sie geschlossen.
offer-again = Hier weitermachen
offer-door = Zur Tür gehen
offer-reload = Neu laden

# Warum ein Wunsch nicht erfüllt wurde
refused-not-permitted = Das geht gerade nicht.
refused-stale-stage = Die Gruppe ist weitergegangen. Was du jetzt siehst, ist aktuell.
refused-already-asked = Das wurde schon gefragt und wird nicht noch einmal gefragt.
refused-unknown-stage = Dieser Teil steht nicht im Plan.
refused-session-ended = Die Sitzung ist zu Ende.
refused-door-locked = Die Tür ist gerade zu. Versuch es in einer Weile noch einmal, oder frag die Begleitung.
refused-session-full = Alle Plätze sind vergeben. Versuch es noch einmal, wenn jemand gegangen ist.
refused-answers-open = Die Antworten sind noch offen.
refused-unknown-card = Diese Karte ist nicht hier.
refused-stale-card = Diese Karte hat jetzt andere Worte.
refused-card-waits = Diese Karte wartet darauf, wieder gelesen zu werden.
refused-card-approved = Diese Karte wurde inzwischen freigegeben.
refused-card-released = Diese Karte ist inzwischen bei der Gruppe.
refused-card-hidden = Diese Karte wurde inzwischen verborgen.
refused-card-returned = Diese Karte wurde inzwischen zurückgegeben.
refused-cards-changed = Andere Karten sind jetzt bereit.
refused-too-few-cards = Es sind zu wenige Karten.
refused-batch-waits = Die letzten Karten warten auf die anderen.
refused-no-picture = Es gibt kein Bild.
refused-too-few-people = Es sind zu wenige Menschen.
refused-nobody-asks = Gerade bittet niemand um einen Stuhl.
refused-rooms-stand = Die Räume sind schon da.
refused-rooms-unfit = Diese Räume lassen sich so nicht bekannt geben.
refused-rooms-changed = Menschen sind gekommen oder gegangen. Schau noch einmal.
refused-rooms-announced = Die Räume wurden eben erst angesagt. In einigen Sekunden geht es los.
refused-room-unfit = Dieser Raum passt nicht. Wählt einen anderen.
refused-not-here = Du bist gegangen oder ruhst dich aus. Komm zuerst zurück und versuch es dann noch einmal.
refused-invalid-answer = Diese Antwort passt nicht zur Frage. Lade die Seite neu und antworte dann noch einmal.
refused-text-empty = Auf dieser Karte war nichts zu lesen. Schreib etwas, oder passe.
refused-text-too-long = Das ist zu lang. Nimm ein paar Wörter heraus und gib es dann dazu.
refused-text-unreadable = Manche Zeichen auf dieser Karte lassen sich nicht zeigen. Nimm sie heraus und gib sie dann dazu.
refused-intake-closed = Das war schon geschlossen, bevor deine Antwort ankam.
refused-closing-not-due = Das wird noch eingesammelt.
refused-care-open = Jemand wartet noch auf einen Menschen.
refused-not-your-turn = Die Reihe ist weitergegangen. Was du jetzt siehst, ist aktuell.
refused-line-questioned = Jemand hat eine Frage zu dieser Zeile.
refused-unknown-person = Diese Person ist nicht hier.
refused-unknown-line = Diese Zeile ist nicht mehr hier.
refused-gauge-not-due = Die Summe ist noch nicht fällig.
refused-too-many-marks = Das ist mehr, als sich hier antippen lässt.
refused-stale-check-in = Dieser Check-in ist vorbei. Davon wird nichts aufbewahrt.
refused-busy = Das kam nicht durch. Es ist noch auf diesem Telefon; versuch es noch einmal.

# Gezeichnete Eingaben
drawn-coming = Die Seite zum Zeichnen ist unterwegs. Sie kommt von selbst.
drawn-missed = Die Seite zum Zeichnen ist noch nicht auf diesem Telefon angekommen. Du kannst passen, oder es noch einmal versuchen, sobald es eine Leitung gibt.
as-picture = Als Bild
as-list = Als Liste
as-sliders = Als Regler
names-stay-lead = Namen bleiben auf diesem Telefon.
names-stay = Sie werden nie gesendet.
words-stay-lead = Worte bleiben auf diesem Telefon.
words-stay = Sie werden nie gesendet.
undo = Rückgängig
undone = Die letzte Änderung ist zurückgenommen.
leave-this-open = Offen lassen
axis = Von „{ $low }“ bis „{ $high }“
leans = { $step } von { $of } in Richtung „{ $end }“
leans-middle = in der Mitte zwischen „{ $low }“ und „{ $high }“
step-towards = { $label }: einen Schritt in Richtung „{ $end }“
point-tap = Tipp, wo du bist, oder zieh den Punkt.
point-move = Zieh den Punkt, oder tipp auf eine andere Stelle.
point-set = Beide sind gesetzt. Du kannst sie noch ändern.
point-one-more = Eines von beiden ist noch offen.
point-at = Du bist { $x }, und { $y }.
missing-point = Tipp zuerst auf eine Stelle, oder passe.

map-label = { $count ->
    [0] Eine Karte aus Ringen mit mir in der Mitte. Noch ist niemand darauf.
    [one] Eine Karte aus Ringen mit mir in der Mitte und 1 Person.
   *[other] Eine Karte aus Ringen mit mir in der Mitte und { $count } Menschen.
}
map-me = ich
map-signs = Zeichen
map-list = Menschen auf der Karte
map-nobody = Noch ist niemand auf der Karte.
map-begin = Tipp auf einen Ring, um jemanden hinzusetzen, oder füge unten jemanden hinzu.
map-move = Tipp jemanden an, um etwas zu ändern. Zieh die Person in einen anderen Ring.
map-full = Die Karte ist mit { $most } voll.
person-add = Jemanden dazusetzen
person-name = Vorname oder ein Zeichen
person-place = Als Nächstes: der Platz
person-not-now = Jetzt nicht
person-tap-place = Tipp, wo { $name } ist, oder wähl einen Ring.
person-unnamed = jemand
person-in = { $name }: { $ring }
person-marked = { $name }: { $ring }, { $mark }
person-ring = Ring von { $name }
person-mark = Zeichen von { $name }
person-chosen = { $name } ändern
person-remove = { $name } entfernen
person-removed = { $name } ist entfernt. Rückgängig bringt die Person zurück.
person-done = Fertig
person-rename = Umbenennen
person-remove-short = Entfernen
mark-none = kein Zeichen
missing-rings = Setz zuerst jemanden auf die Karte, oder passe.

line-label = { $count ->
    [0] Eine Linie von links nach rechts. Noch ist kein Punkt darauf.
    [one] Eine Linie von links nach rechts mit 1 Punkt.
   *[other] Eine Linie von links nach rechts mit { $count } Punkten.
}
line-tap = Tipp, wo etwas war. Links ist früher, rechts ist später.
line-move = Zieh einen Punkt, um ihn zu bewegen.
line-none-yet = Noch ist kein Punkt auf der Linie.
line-add = Einen Punkt setzen
line-full = Die Linie ist mit { $most } Punkten voll.
line-point = Punkt { $number }: { $at }
line-point-words = Punkt { $number }, { $words }: { $at }
line-point-at = { $x }, { $y }
line-words = Punkte auf der Linie
line-words-hint = ein paar Worte
line-words-of = Worte für Punkt { $number }
line-remove = Punkt { $number } entfernen
line-removed = Der Punkt ist entfernt. Rückgängig bringt ihn zurück.
curve-draw = Zeichne mit dem Finger von links nach rechts.
curve-on = Hier beginnt sie. Zeichne von hier aus weiter, oder von irgendwo.
curve-again = Zeichne über einen Teil, um ihn zu ändern.
curve-clear = Die Linie löschen
curve-empty = Noch gibt es keine Linie.
curve-says = Eine Linie: sie beginnt { $from } und endet { $to }.
curve-place = Stelle { $number } von { $of }
curve-height = Höhe bei „{ $place }“
missing-line = Tipp zuerst auf eine Stelle und dann auf eine weitere, oder passe.
missing-line-second = Eine Linie braucht noch einen Punkt, wo du magst.
missing-curve = Zeichne zuerst eine Linie, oder passe.
missing-curve-longer = Eine Linie braucht etwas Länge. Zeichne sie ein wenig weiter, oder passe.

# Felder, Reihenfolge, Stapel, wie ein Satz anfangen kann
fields-card = Diese Zeilen zusammen sind deine eine Karte. Eine Zeile darf leer bleiben.
missing-fields = Schreib zuerst in eine der Zeilen, oder passe.
begin-with = Mit „{ $starter }“ anfangen
page-long = Länger, als diese Seite gedacht ist. Alles davon bleibt.
your-page = Deine Seite: { $prompt }
order-how = Noch nicht beantwortet. Zieh am Griff, oder nimm die Pfeile; der erste Platz ist oben.
order-set = Deine Reihenfolge. Du kannst sie noch ändern.
order-as-it-is = Diese Reihenfolge ist meine
order-now = { $option }: Platz { $place } von { $of }
order-up = { $option }: einen Platz hinauf
order-down = { $option }: einen Platz hinunter
missing-order = Bring sie zuerst in deine Reihenfolge, oder passe.
sort-how = Tipp auf eine Karte, dann auf ihren Stapel. Oder zieh sie am Griff. Eine Karte darf übrig bleiben.
sort-where = Stapel für { $card }
sort-out = Auf keinem Stapel
sort-now = { $card }: { $pile }
sort-pile = { $cards ->
    [0] { $pile }, noch keine Karte
    [one] { $pile }, 1 Karte
   *[other] { $pile }, { $cards } Karten
}
missing-sort = Leg zuerst mindestens eine Karte auf einen Stapel, oder passe.

# Eigene Seiten
truth-page-lead = Nur auf diesem Telefon.
truth-page = Fort, wenn die Sitzung endet, außer du speicherst sie. Die Begleitung sieht nur, wie viele fertig sind.
page-finish = Ich bin fertig
page-done = Fertig. Weitermachen nimmt das zurück.
page-passed = Du hast gepasst. Das ist eine ganze Antwort. Du kannst trotzdem schreiben.
page-over = Die Gruppe geht weiter. Was du geschrieben hast, bleibt hier.
page-go-on = Ich gehe weiter
page-step = { $step } von { $of }, von „{ $low }“ bis „{ $high }“
pages = Meine Seiten
pages-elsewhere = Seiten, die in einem anderen Tab geschrieben sind, bleiben dort.
pages-only = Deine eigenen Seiten sind nur auf diesem Telefon
pages-wipe = Meine Seiten löschen
words-wipe = Diese Worte löschen
words-wiped = Die Worte sind gelöscht. Niemand kann sie zurückholen.
pages-wiped = Deine Seiten sind gelöscht. Niemand kann sie zurückholen.
save = Speichern, was ich geschrieben habe
save-holds = { $pages ->
    [0] In einer Datei wäre keine Seite,
    [one] In einer Datei wäre 1 Seite,
   *[other] In einer Datei wären { $pages } Seiten,
} { $cards ->
    [0] keine Karte von dir
    [one] 1 Karte von dir
   *[other] { $cards } Karten von dir
} { $lines ->
    [0] und keine Vereinbarung.
    [one] und 1 Vereinbarung der Gruppe.
   *[other] und { $lines } Vereinbarungen der Gruppe.
} Namen, die du geschrieben hast, stehen darin.
save-holds-cards = { $cards ->
    [one] In einer Datei wäre 1 Karte von dir
   *[other] In einer Datei wären { $cards } Karten von dir
}{ $lines ->
    [0] .
    [one] {" "}und 1 Vereinbarung der Gruppe.
   *[other] {" "}und { $lines } Vereinbarungen der Gruppe.
}
save-where = Die Datei entsteht auf diesem Telefon und wird nirgendwohin gesendet. Wer die Dateien dieses Telefons öffnen kann, kann sie lesen.
save-done = Dein Browser hat die Datei. Meistens liegt sie bei den Downloads.
save-title = Meine Notizen
save-foot = Auf meinem Telefon gemacht. Sie braucht kein Netz, und niemand sonst hat sie.
ended-open = Dein Schlüssel ist nicht mehr auf diesem Telefon. Deine eigenen Seiten und die Worte deiner Karten stehen nur noch in dieser offenen Seite: ist sie geschlossen, sind sie fort.
ended-open-cards = Dein Schlüssel ist nicht mehr auf diesem Telefon. Die Worte deiner Karten stehen nur noch in dieser offenen Seite: ist sie geschlossen, sind sie fort.
copy-rings = Meine Karte nehmen
copy-line = Meine Linie nehmen
copy-point = Meine Stelle nehmen
copy-page = Meine Seite nehmen
copy-instead = Das ersetzt, was hier steht.
copied = Deine Seite ist übernommen. Du kannst sie hier noch ändern.
sends-rings-signs = Nur die Ringe und Zeichen gehen hinaus, keine Namen.
sends-rings = Nur die Ringe gehen hinaus, keine Zeichen und keine Namen.
sends-signs = Nur die Zeichen gehen hinaus, keine Ringe und keine Namen.
sends-count = Nur wie viele es sind geht hinaus, keine Namen.
sends-line = Nur die Stellen auf der Linie und ihre Höhen gehen hinaus, keine Worte.
sends-heights = Nur die Höhen gehen hinaus, in ihrer Reihenfolge; keine Stellen und keine Worte.
sends-places = Nur die Stellen auf der Linie gehen hinaus, keine Höhen und keine Worte.
sends-point = Nur die Stelle im Quadrat geht hinaus.

# Verteilte Karten
wall-deals = Hier hängt niemandes Karte an einer Wand. Die Begleitung liest die Karten zuerst; dann bekommt ihr je eine.
wall-dealt = Die Karten sind bereit. Ihr bekommt je eine, die jemand anderes geschrieben hat.
card-dealt = Deine Karte ist unter denen, die verteilt werden. Niemandem wird gesagt, von wem sie ist.
dealt-lead = Jemand anderes hat geschrieben:
dealt-coming-to-read = Eine Karte ist auf dem Weg zu dir.
dealt-none-to-read = Gerade ist keine Karte für dich da.
dealt-coming = Eine Karte ist zu dir unterwegs. Du kannst schon schreiben.
dealt-none = Gerade ist keine Karte für dich da. Wenn du magst, schreib, was du zu so einem Satz sagen würdest.
card-you-wrote = Du hattest geschrieben:
card-reply-to-yours = Eine Antwort auf deine

# Zusammen atmen
breath-wait = Die Begleitung fängt damit an. Bis dahin gibt es nichts zu tun.
breath-soon = Gleich
breath-in = ein
breath-out = aus
breath-over = Lass deinen Atem seinen eigenen Weg gehen.
breath-own = Dein eigener Rhythmus ist auch gut. Augen offen oder zu.

# Stühle in der Mitte
chair-listen-heading = Du hörst zu.
chair-listen = Wer in der Mitte sitzt, spricht. Zuhören heißt dabei sein.
chair-asked-heading = Du hast um einen Stuhl gebeten.
chair-asked = Ein Stuhl gehört dir, wenn einer frei wird. Du kannst das jederzeit zurücknehmen.
chair-next-heading = Du kommst als Nächstes.
chair-next = Der nächste freie Stuhl gehört dir. Du kannst das jederzeit zurücknehmen.
chair-inside-heading = Du hast einen Stuhl.
chair-inside = Sag so viel oder so wenig, wie du magst. Wann immer du magst, gib den Stuhl für jemand anderen frei.
chair-before = Es hat noch nicht angefangen. Um einen Stuhl bitten kannst du schon.
chair-ask = Um den freien Stuhl bitten
chair-unask = Zurücknehmen
chair-leave = Den Stuhl frei geben
chair-who = In der Mitte: { $names }.
chair-free = Ein Stuhl ist frei.

# Rollenkarten
role-card = Deine Karte
role-starters = Du könntest anfangen mit:
role-only-you = Nur du siehst diese Karte
role-cover = Zudecken
role-show = Zeigen
role-covered = Deine Karte ist zugedeckt.
role-open = Deine Karte ist offen.
scene-now = Szene: { $title }
scene-twist = Was dieses Mal neu ist:
scene-other = Andere Szene
scene-same = Dieselbe Szene noch einmal
