# Was ein Bild der Gruppe in Worten sagt. Zu jedem Bild gehört einer dieser Sätze.

picture-band-few = wenige oder niemand
picture-band-mixed = manche
picture-band-most = die meisten oder alle

picture-option = „{ $option }“
picture-bars-counted = { $answered ->
    [one] 1 Person hat geantwortet.
   *[other] { $answered } Menschen haben geantwortet.
}
picture-bars-often = Am häufigsten gewählt: { $options }.
picture-bars-pick = Alle konnten bis zu { $pick } wählen.
picture-bars-most = Die meisten oder alle wählten { $options }.
picture-bars-mixed = Manche wählten { $options }; nichts wurde von den meisten gewählt.
picture-bars-few = Jedes davon haben wenige oder niemand gewählt.
picture-bars-blurred = In Worten gesagt, weil wenige geantwortet haben oder fast alle einig sind.

picture-scale = { $middle ->
    [low] Eher „{ $low }“
    [high] Eher „{ $high }“
   *[middle] In der Mitte
}{ $spread ->
    [close] , und nah beieinander
    [spread] , und weit verteilt
   *[none] { "" }
}.
picture-scale-counts = Von „{ $low }“ bis „{ $high }“: { $counts }.
picture-scale-few = Das haben zu wenige für ein Bild beantwortet.
picture-scale-dots = Kein Punkt hat einen Namen.
picture-scale-blurred = Der Hügel ist mit Absicht weich: er zeigt ungefähr, wo, und niemand Bestimmten.

picture-none = Kein Bild: zu wenige Antworten, oder es hätte mehr gesagt, als ein Bild der Gruppe sagen darf. Es bleibt ungeöffnet.

# Was in eine Reihenfolge, auf Stapel, in ein Quadrat, in Ringe, auf eine Linie gesetzt wurde.
picture-order-place = Platz { $place }
picture-order-first = Zusammengenommen am weitesten oben: { $options }.
picture-order-how = Ein längerer Balken steht näher am ersten Platz.
picture-order-most = Bei den meisten oder allen in der oberen Hälfte: { $options }.
picture-order-mixed = Bei manchen in der oberen Hälfte: { $options }; bei den meisten ist dort nichts.
picture-order-few = Jedes davon ist bei wenigen oder niemandem in der oberen Hälfte.

picture-sort-count = { $pile } { $count }
picture-sort-few = zu wenige haben das sortiert
picture-sort-most = die meisten oder alle: { $piles }
picture-sort-mixed = manche: { $piles }
picture-sort-spread = auf jedem ein paar
picture-sort-how = Jeder Balken ist eine Karte, geteilt danach, wohin Menschen sie gelegt haben.

picture-heat-centre = in der Mitte
picture-heat-edge = „{ $end }“, und sonst in der Mitte
picture-heat-corner = „{ $sideways }“ mit „{ $upwards }“
picture-heat-dense = Die Hälfte oder mehr sind hier: { $places }.
picture-heat-present = Manche sind hier: { $places }.
picture-heat-faint = Über das ganze Quadrat verteilt; nirgends mehr als manche.
picture-heat-soft = Mit Absicht weich: es zeigt ungefähr, wo, und niemand Bestimmten.
picture-density-dense = die Hälfte oder mehr
picture-density-present = manche

picture-rings = Ringe
picture-marks = Zeichen
picture-rings-of = { $count } von { $answered }
picture-rings-how = Es zeigt, bei wie vielen dort jemand ist, nie wie viele jede Person hat.
picture-rings-me = ich

picture-line = Von „{ $from }“ bis „{ $to }“: { $way }.
picture-line-then = , dann { "" }
picture-line-level = { $level ->
    [low] eher „{ $low }“
    [middle] in der Mitte
    [high] eher „{ $high }“
   *[open] offen
}
picture-line-soft = Die Mitte aller Linien. Keine einzelne Linie wird gezeichnet.
picture-line-open = Sie bleibt offen, wo zu wenige Linien vorbeikommen.
