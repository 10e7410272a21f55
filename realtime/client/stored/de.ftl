# Was über eine Sitzung gespeichert ist, und was gelöscht wurde: auf dem Telefon.

stored = Was jetzt über diese Sitzung gespeichert ist
stored-short = Was jetzt gespeichert ist
stored-read = Aus der Datenbank gelesen am { $when }.
stored-again = Noch einmal lesen
stored-loading = Die Datenbank wird gefragt.
stored-failed = Die Datenbank konnte gerade nicht gefragt werden. Bis dahin sagt diese Seite nichts.
stored-of-session = Diese Sitzung
stored-of-programme = Ihre Reihe
stored-of-organization = Die Organisation
stored-elsewhere = Außerhalb der Datenbank

stored-kind-cards = Karten
stored-kind-notes = Notizen der Begleitung
stored-kind-lines = Zeilen für Vereinbarungen
stored-kind-themes = Entwürfe von Themen
stored-kind-care = Wer um einen Menschen gebeten hat
stored-kind-names = Namen, die sich Menschen gegeben haben
stored-kind-seats = Nachweis der Plätze, für Telefone, die wiederkommen
stored-kind-apart = Wünsche, keinen Raum zu teilen, versiegelt
stored-kind-record = Die Aufzeichnung: was wann geschah, ohne Worte
stored-kind-nodes = Welche Server die Sitzung tragen
stored-kind-summary = Die veröffentlichte Zusammenfassung
stored-kind-links = Nachweis der Links für Begleitung und Leinwand
stored-kind-session = Dass sie stattfand: Titel, Code, Zeiten, Bedingungen
stored-kind-programme = Titel der Reihe
stored-kind-places = Namen, und Nachweis der vier Wörter
stored-kind-met = Wer sich in einem Raum traf, und versiegelte Wünsche dagegen
stored-kind-carried = Vereinbarungen für die nächste Sitzung
stored-kind-organization = Ihr Name und ihre Hilfeseite
stored-kind-desk-links = Nachweis der Links für ihre Verwaltung
stored-kind-tickets = Benutzte Eintritte von Begleitung und Leinwand
stored-kind-approvals = Ihre Entscheidungen über Übungen, die eine Erlaubnis brauchen

stored-some = gespeichert
stored-none = nichts
stored-untold = falls vorhanden
stored-before = vorher: { $what }
stored-after = jetzt: { $what }

stored-reads-everybody = Alle in der Sitzung können es lesen.
stored-reads-leads-first = Zuerst liest es die Begleitung, die Gruppe das, was sie weitergibt.
stored-reads-leads = Die Begleitung kann es lesen.
stored-reads-organizers = Die Veranstaltenden können es lesen.
stored-reads-server = Nur die Server lesen es.

stored-until-end = Geht, wenn die Sitzung endet.
stored-until-summary = Geht, wenn die Zusammenfassung unterschrieben wird, spätestens { $hours } Stunden nach dem Ende.
stored-until-signed = Geht, wenn die Zusammenfassung unterschrieben wird.
stored-until-lines = Behaltene Zeilen gehen mit der Aufzeichnung, andere mit den Karten.
stored-until-record = Geht { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}, nachdem die Zusammenfassung unterschrieben ist.
stored-until-links = Bleibt, bis die Veranstaltenden neue Links machen oder die Sitzung mit ihrer Zusammenfassung löschen.
stored-until-programme = Geht, wenn die Veranstaltenden die Reihe löschen.
stored-until-organizers = Bleibt, bis die Veranstaltenden es löschen.
stored-until-tickets = Geht von selbst innerhalb von etwa einer Stunde.
stored-until-stays = Bleibt.
stored-until-latest = Spätestens am { $when }.

stored-memory-of = Im Arbeitsspeicher des Servers
stored-memory = Antworten, solange ihre Frage offen ist, und Antippen von Karten und Zeilen. Sie gehen, wenn dieser Teil schließt.
stored-redis-of = In Redis, zwischen Servern
stored-redis = Nachrichten gehen hindurch und werden nicht behalten. Antworten gehen versiegelt hindurch.
stored-where-sqlite = Die Datenbank ist eine Datei auf diesem Server, mit ihrem eigenen Protokoll daneben. Das Löschen leert beide.
stored-where-postgresql = Die Datenbank ist PostgreSQL. Ihr eigenes Protokoll behält Gelöschtes noch einige Zeit und lässt sich von hier aus nicht löschen.
stored-copies = Kopien, die jemand gemacht hat, etwa Backups oder Fotos, erreichen wir von hier aus nicht.
stored-hidden = Solange die Sitzung läuft, zeigt diese Seite allen dasselbe und hat keine Zahlen: sonst würde sie verraten, dass jemand um Hilfe gebeten oder eine Karte zurückgenommen hat.
stored-unnumbered = Diese Seite hat keine Zahlen: wie viele Karten es sind, würde verraten, wie viele gepasst haben.

stored-erasing-lead = Es wird gelöscht.
stored-erasing = Die Zeilen sind weg, die Dateien werden noch geleert. Diese Seite sagt es, wenn das getan ist.
stored-erased-lead = Gelöscht am { $when }.
stored-erased = Nichts, was jemand in dieser Sitzung geschrieben hat, ist noch in der Datenbank.
stored-erased-summary = Von allem, was in dieser Sitzung geschrieben wurde, ist noch die veröffentlichte Zusammenfassung in der Datenbank.
stored-erased-programme = Was zur Reihe gehört, bleibt bei ihr.
stored-line = Die unterschriebene Zeile
stored-line-proves = Sie zeigt, dass dieser Server das gesagt hat und dass seither kein Buchstabe geändert wurde. Sie kann nicht zeigen, dass vorher niemand eine Kopie gemacht hat.
stored-line-show = Die Zeile zeigen
stored-line-save = Diese Zeile speichern
stored-line-saved = Dein Browser hat die Datei.
stored-line-check = Eine gespeicherte Zeile prüfen
stored-file = Sitzung „{ $title }“ vom { $day }
stored-file-check = Prüfen unter { $address }

check-heading = Eine gespeicherte Zeile prüfen
check-lead = Wenn eine Sitzung gelöscht wird, zeigen ihre Seiten eine Zeile, die dieser Server unterschrieben hat. Füge sie hier ein, oder die ganze Datei, in der sie steht.
check-field = Die Zeile
check-truth-lead = Es wird nur verglichen.
check-truth = Dieser Server sieht es sich an und behält nichts davon.
check-go = Prüfen
check-signed = Dieser Server hat sie unterschrieben, und kein Buchstabe wurde geändert.
check-other-key = Sie ist vollständig, aber mit einem anderen Schlüssel unterschrieben: von einem anderen Server, oder von diesem, bevor sein Geheimnis geändert wurde.
check-not-signed = Hier steht keine Zeile, wie ein Server sie unterschrieben hat. Etwas fehlt oder wurde geändert.
check-failed = Das hat uns nicht erreicht. Versuche es in einer Weile noch einmal.
check-says = Sitzung „{ $title }“, Code { $code }, beendet am { $day }: gelöscht am { $when }.
