"""Lets the reference list every word of a closed set, also where the word says enough by itself."""

import griffe


class EnumWords(griffe.Extension):
    """Gives each undocumented member of an enum its own word as docstring."""

    def on_class(self, *, cls: griffe.Class, **_: object) -> None:
        """Fill the gaps of one class once its members are known."""
        if not any(str(base).endswith("Enum") for base in cls.bases):
            return
        for name, member in cls.attributes.items():
            if member.docstring is None and not name.startswith("_"):
                member.docstring = griffe.Docstring(f"The word `{member.value}`.", parent=member)
