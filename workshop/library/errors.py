"""What can be wrong with a template.

LibraryError
├── TemplateError     the file breaks a rule: its writer has to change it
└── UnknownTemplate   there is no file of that name
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


class UnknownTemplate(LibraryError):
    """No file of that name."""
