"""What every test gets."""

from hypothesis import settings

# Two shared cores make single examples slow at times; slowness is measured where it matters, by the families' budgets.
settings.register_profile("holdspace", deadline=None, print_blob=True)
settings.load_profile("holdspace")
