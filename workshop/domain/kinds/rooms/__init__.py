"""Breakouts, one kind in a folder: `state` reads them, `forming` proposes and announces them, `course` takes them from Go to the end,
`people`, `moves` and `mending` say who goes where, `board` leads and stops them; `steps`, `scenes`, `play` and `cards` are what is done in
them, `draw` who meets whom, `views` what is seen.
"""
