"""JSON text to plain Python values and back, the same with orjson and without it."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import json
from collections import Counter
from typing import Any

from therapygoals.errors import DocumentError, Fault
from therapygoals.goals._checks import NOT_UNICODE

_orjson = importlib.import_module("orjson") if importlib.util.find_spec("orjson") else None


class Several:
    """What stands under a name that an object holds more than once: nothing that any field could take."""


class _Extreme(float):
    """A float that the standard library writes and orjson hands back."""


def mark_extreme(number: float) -> float:
    """Mark a float outside the range in which all writers agree; some write ``1e-05``, some ``1e-5`` or ``0.00001``."""
    agreed = isinstance(number, int) or number == 0.0 or 1e-4 <= abs(number) < 1e16
    return number if agreed else _Extreme(number)


def write(document: Any) -> bytes:  # noqa: ANN401  # plain values of any shape
    """Write plain values as compact UTF-8.

    Raises:
        DocumentError: A text holds half of a surrogate pair, which UTF-8 cannot.
    """
    if _orjson is not None:
        with contextlib.suppress(TypeError):  # what orjson hands back, the standard library writes or refuses
            return bytes(_orjson.dumps(document))
    try:
        return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        raise _refusal(NOT_UNICODE) from None


def read(data: bytes | str) -> Any:  # noqa: ANN401  # plain values of any shape
    """Read JSON text; a name that an object holds twice has `Several` under it.

    The standard library reads, with orjson or without: orjson drops all but the last of equal names without a word.

    Raises:
        DocumentError: It is not UTF-8 or not JSON, or nested too deeply, or has a number with thousands of digits.
    """
    try:
        text = data.decode() if isinstance(data, bytes) else data
        return json.loads(text, object_pairs_hook=_object)
    except UnicodeDecodeError as error:
        raise _refusal(f"must be UTF-8; byte {error.start} is not") from None
    except json.JSONDecodeError as error:
        raise _refusal(f"must be JSON; line {error.lineno}, column {error.colno} is not") from None
    except RecursionError:
        raise _refusal("must not be nested this deeply") from None
    except ValueError:
        raise _refusal("must not hold a number with this many digits") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        times = Counter(name for name, _ in pairs)
        found |= {name: Several() for name, count in times.items() if count > 1}
    return found


def _refusal(message: str) -> DocumentError:
    return DocumentError([Fault("$", message)])
