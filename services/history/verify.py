#!/usr/bin/env python3
"""Recomputes the digest of Relais' log from an export of it, with Python's standard library alone.

    curl -sS -H "Authorization: Bearer $TOKEN" 'localhost:8085/events?raw=true' | ./verify.py [proof.json]

It prints each partition's digest, the count and the log's digest; with a proof (the answer of /proofs,
or any that carries one) as of the proof's place, and then "equal" or what differs. It exits with 1 if
anything differs or a record is missing. Rules: docs/decisions/0017-a-digest-is-a-chain-per-partition.md."""
import base64
import hashlib
import json
import struct
import sys


def sized(data):
    return struct.pack(">i", len(data)) + data


def event_digest(line):
    if "digest" in line["raw"]:
        # A text that was withdrawn or moderated: its digest takes its place, and the chain holds it to it.
        return bytes.fromhex(line["raw"]["digest"])
    texts = [line["log"].get("key", "")]
    for header in sorted(line["raw"]["headers"].items()):
        texts += header
    texts = b"".join(sized(text.encode("utf-8")) for text in texts)
    return hashlib.sha256(texts + sized(base64.b64decode(line["raw"]["value"]))).digest()


def main(proof):
    word = base64.urlsafe_b64decode(proof.get("upTo", "") + "===").decode()
    ends = {lane: int(end) for lane, end in (part.split("=") for part in word.split(",") if part)}
    events, nexts, chains, faults = 0, {}, {}, []
    for line in map(json.loads, sys.stdin.buffer):
        place, offset = (line["log"]["topic"], line["log"]["partition"]), line["log"]["offset"]
        if proof and offset >= ends.get("%s:%d" % place, 0):
            continue
        if offset != nexts.get(place, 0):
            faults.append("%s:%d has offset %d where %d is due" % (*place, offset, nexts.get(place, 0)))
        chains[place] = hashlib.sha256(chains.get(place, bytes(32)) + event_digest(line)).digest()
        nexts[place], events = offset + 1, events + 1
    log, found = hashlib.sha256(), {}
    for place, lane in sorted((place, "%s:%d" % place) for place in chains):
        log.update(sized(lane.encode()) + struct.pack(">q", nexts[place]) + chains[place])
        found[lane] = {"next": nexts[place], "digest": chains[place].hex()}
        print(lane, nexts[place], chains[place].hex())
    print("events %d\ndigest %s" % (events, log.hexdigest()))
    claims = [{"partition": lane, "next": end} for lane, end in ends.items()]
    for claim in proof.get("partitions", claims):
        told = found.get(claim["partition"], {"next": 0})
        if any(claim.get(name, value) != value for name, value in told.items()):
            faults.append("%s: expected %s, found %s" % (claim["partition"], claim, told))
    if proof and (proof["events"], proof["digest"]) != (events, log.hexdigest()):
        faults.append("log: expected %d events and %s" % (proof["events"], proof["digest"]))
    for fault in faults or (["equal"] if proof else []):
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    given = json.load(open(sys.argv[1], encoding="utf-8")) if sys.argv[1:] else {}
    main(given.get("proof", given))
