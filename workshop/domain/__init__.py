"""The pure core: no I/O, no clock, no randomness, no asyncio. Time, dice and outside facts are arguments."""
