#!/usr/bin/env python3
"""Computes the digest of Relais' log from an export of it, independently of Relais.

    curl -sS -H "Authorization: Bearer $TOKEN" 'localhost:8085/events?raw=true&format=ndjson' | ./verify.py

It needs nothing but Python's standard library, and prints the count, the digest of each partition
and that of the log, to be compared with what /proofs says of the same place. It fails if a record
is missing. The rules are in docs/decisions/0017-a-digest-is-a-chain-per-partition.md.
"""

import base64
import hashlib
import json
import struct
import sys


def sized(data):
    return struct.pack(">i", len(data)) + data


def text(value):
    return sized(value.encode("utf-8"))


def event_digest(line):
    sha = hashlib.sha256(text(line["log"].get("key", "")))
    for name, value in sorted(line["raw"]["headers"].items()):
        sha.update(text(name) + text(value))
    sha.update(sized(base64.b64decode(line["raw"]["value"])))
    return sha.digest()


def main():
    count, chains, ends = 0, {}, {}
    for raw in sys.stdin.buffer:
        line = json.loads(raw)
        lane, offset = (line["log"]["topic"], line["log"]["partition"]), line["log"]["offset"]
        if offset != ends.get(lane, 0):
            sys.exit("%s:%d lacks offsets %d to %d" % (*lane, ends.get(lane, 0), offset - 1))
        before = chains.get(lane, bytes(32))
        chains[lane] = hashlib.sha256(before + event_digest(line)).digest()
        ends[lane] = offset + 1
        count += 1
    log = hashlib.sha256()
    for lane in sorted(chains):
        log.update(text("%s:%d" % lane) + struct.pack(">q", ends[lane]) + chains[lane])
        print("%s:%d" % lane, ends[lane], chains[lane].hex())
    print("events", count)
    print("digest", log.hexdigest())


if __name__ == "__main__":
    main()
