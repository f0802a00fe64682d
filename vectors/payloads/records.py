"""Records of 62 and 56 by the official Python runtime, in the JSON of the adapter protocol."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import protobuf_json  # noqa: E402
from protobuf_json import fill, is_map, repeated, show  # noqa: E402, F401

PACKAGES = ("status62", "status56", "status_deployed")


def load():
    """Name to message class, for every record."""
    classes = protobuf_json.load("payloads/all.proto")
    split = {tuple(name.split(".")): made for name, made in classes.items()}
    return {name: made for (package, name), made in split.items() if package in PACKAGES}
