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

picture-none = Too few answers for a picture. It stays unopened.
