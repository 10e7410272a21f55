"""What can be wrong with a template.

LibraryError
├── TemplateError     the file breaks a rule: its writer has to change it
└── NotPlayableYet    the file is right, and this version cannot play it
"""


class LibraryError(Exception):
    """One sentence for the person who wrote the file."""


class TemplateError(LibraryError):
    """`rule` is the number of the rule that is broken (`V-T22`), for tests and for looking it up in `rules`."""

    def __init__(self, rule: str, file: str, expected: str, *, stage: str | None = None, key: str | None = None) -> None:
        self.rule = rule
        self.file = file
        self.stage = stage
        self.key = key
        places = [f"{file}.toml"]
        if stage is not None:
            places.append(f'stage "{stage}"')
        if key is not None:
            places.append(f"key {key}")
        super().__init__(f"{', '.join(places)}: {expected} ({rule}).")


class NotPlayableYet(LibraryError):
    """`reason` completes the sentence "… cannot be played yet: "."""

    def __init__(self, file: str, reason: str) -> None:
        self.file = file
        self.reason = reason
        super().__init__(f"{file}.toml cannot be played yet: {reason}.")


class UnknownTemplate(LibraryError):
    """No file of that name."""
