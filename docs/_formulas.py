"""Lets the reference show formulas line by line, as they stand in the docstrings."""

import re

import griffe

_FORMULA = re.compile(r"^(?P<head>Formula:\n)(?P<lines>(?: {4}.*\n|\n(?= {4}))+)", re.MULTILINE)


class Formulas(griffe.Extension):
    """Fences what stands under ``Formula:``, so that lines stay lines and no star is read as emphasis."""

    def on_function(self, *, func: griffe.Function, **_: object) -> None:
        """Fence the formula of one function, if it has one."""
        if func.docstring is not None:
            fenced = r"\g<head>    ```text\n\g<lines>    ```\n"
            func.docstring.value = _FORMULA.sub(fenced, func.docstring.value)
