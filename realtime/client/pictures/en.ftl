# What a picture of the group says in words. Every picture has one of these sentences as its text.

picture-band-few = few or none
picture-band-mixed = some
picture-band-most = most or all

picture-option = “{ $option }”
picture-bars-counted = { $answered ->
    [one] 1 person answered.
   *[other] { $answered } people answered.
}
picture-bars-often = Chosen most often: { $options }.
picture-bars-pick = Everybody could choose up to { $pick }.
picture-bars-most = Most or all chose { $options }.
picture-bars-mixed = Some chose { $options }; nothing was chosen by most.
picture-bars-few = Each of these was chosen by few or by nobody.
picture-bars-blurred = Told in words, because few answered or nearly all agree.

picture-scale = { $middle ->
    [low] Rather { $low }
    [high] Rather { $high }
   *[middle] In the middle
}{ $spread ->
    [close] , and close together
    [spread] , and spread out
   *[none] { "" }
}.
picture-scale-counts = From “{ $low }” to “{ $high }”: { $counts }.
picture-scale-few = Too few people answered this one for a picture.
picture-scale-dots = No dot has a name.
picture-scale-blurred = The hill is soft on purpose: it shows about where, and nobody in particular.

picture-none = No picture: too few answers, or it would have said more than a group picture may. It stays unopened.

# What was put in an order, onto piles, in a square, into rings, along a line.
picture-order-place = place { $place }
picture-order-first = Furthest up, taken together: { $options }.
picture-order-how = A longer bar stands nearer to the first place.
picture-order-most = Most or all have { $options } in the upper half.
picture-order-mixed = Some have { $options } in the upper half; nothing is there for most.
picture-order-few = Each of these is in the upper half of few or of nobody.

picture-sort-count = { $pile } { $count }
picture-sort-few = too few sorted this one
picture-sort-most = most or all: { $piles }
picture-sort-mixed = some: { $piles }
picture-sort-spread = a few on each
picture-sort-how = Each bar is one card, split by where people put it.

picture-heat-centre = in the middle
picture-heat-edge = “{ $end }”, and in the middle otherwise
picture-heat-corner = “{ $sideways }” with “{ $upwards }”
picture-heat-dense = Half or more are here: { $places }.
picture-heat-present = Some are here: { $places }.
picture-heat-faint = Spread over the whole square; nowhere more than some.
picture-heat-soft = Soft on purpose: it shows about where, and nobody in particular.
picture-density-dense = half or more
picture-density-present = some

picture-rings = Rings
picture-marks = Signs
picture-rings-of = { $count } of { $answered }
picture-rings-how = It shows how many have somebody there, never how many each has.
picture-rings-me = me

picture-line = From “{ $from }” to “{ $to }”: { $way }.
picture-line-then = , then { "" }
picture-line-level = { $level ->
    [low] rather “{ $low }”
    [middle] in the middle
    [high] rather “{ $high }”
   *[open] open
}
picture-line-soft = The middle of all lines. No single line is drawn.
picture-line-open = It stays open where too few lines pass.
