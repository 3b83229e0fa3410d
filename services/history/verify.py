#!/usr/bin/env python3
"""Checks an export of Relais' log, with Python's standard library alone.

    curl -sS -D headers -H "Authorization: Bearer $TOKEN" 'localhost:8085/events?raw=true' > events.ndjson
    ./verify.py [proof.json [manifest.json]] < events.ndjson

It computes each partition's digest, the counts and the log's digest from what lay in the log, and holds every
plain field of every line against it: those that the record's headers say against the headers, the others (when
the log got it, what the territory lay in, the decoded event) against their digests in the line. With a proof (the
answer of /proofs, or any that carries one) it compares as of the proof's place, and with the export's manifest
also what the lines say beside the log. A fault names the line and the field, or the partition. It prints "equal"
and exits with 0, or the faults and exits with 1. Rules: docs/decisions/0017-a-digest-is-a-chain-per-partition.md
and 0036-every-field-of-an-export-is-proven.md."""
import base64
import hashlib
import json
import re
import struct
import sys

HEADERS = {"id": "ce_id", "type": "ce_type", "aggregate": "ce_subject", "sequence": "ce_sequence",
           "time": "ce_time", "territory": "ce_territory", "partner": "ce_partner", "actor": "ce_actor",
           "correlationId": "ce_correlationid", "causationId": "ce_causationid", "archive": "ce_archive"}
NEEDED = ("id", "type", "aggregate", "sequence", "time", "territory")
FIELDS = ("epci", "departement", "region", "academie", "data", "unreadable")
LOG = ("topic", "partition", "offset", "appendedAt", "key", "repeat")


def sized(data):
    return struct.pack(">i", len(data)) + data


def texts(*values):
    return b"".join(sized(text.encode("utf-8")) for text in values)


def once(pairs):
    """A JSON object, each of whose names is there once."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a name occurs twice")
    return dict(pairs)


def canonical(value):
    """SHA-256 of the one form that JSON has here: names in order, no white space; no event has a fraction."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def record_digest(line):
    if "digest" in line["raw"]:
        # A text that not everyone may read: its digest takes its place, and the chain holds it to it.
        return bytes.fromhex(line["raw"]["digest"])
    said = [line["log"].get("key", "")]
    for header in sorted(line["raw"]["headers"].items()):
        said += header
    return hashlib.sha256(texts(*said) + sized(base64.b64decode(line["raw"]["value"]))).digest()


def line_digest(record, fields):
    said = b"".join(texts(name, digest) for name, digest in sorted(fields.items()))
    return hashlib.sha256(record + said).digest()


def instant(text):
    """The same for all ways to write an instant in UTC."""
    match = re.fullmatch(r"(\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z", text)
    return (match[1], (match[2] or "").ljust(9, "0")) if match else (text, "")


def said_by_headers(headers):
    """The plain fields of a record; none if it is no event."""
    found = {name: headers[header] for name, header in HEADERS.items() if header in headers}
    if any(name not in found for name in NEEDED) or not re.fullmatch(r"[+-]?\d+", found["sequence"]):
        return {}
    found["sequence"] = int(found["sequence"])
    found["time"] = instant(found["time"])
    found["archive"] = found.get("archive", "").lower() == "true"
    return found


def faults_of(line, record):
    """What of a line is not what its record, or its digests, say: names of fields."""
    fields, shown = line["raw"]["fields"], {name: line[name] for name in FIELDS if name in line}
    if "digest" in line["raw"]:
        # Without headers to hold them against, all plain fields have digests.
        shown = {name: value for name, value in line.items() if name not in ("log", "raw")}
        shown.update((name, line["log"][name]) for name in ("key",) if name in line["log"])
    else:
        told, due = dict(line), said_by_headers(line["raw"]["headers"])
        if "time" in told:
            told["time"] = instant(told["time"])
        for name in HEADERS:
            if told.get(name) != due.get(name) or type(told.get(name)) is not type(due.get(name)):
                yield name
    shown["appendedAt"] = line["log"]["appendedAt"]
    for name in sorted(set(fields) | set(shown) | {"record"}):
        digest = record.hex() if name == "record" else canonical(shown[name]) if name in shown else None
        if fields.get(name) != digest:
            yield {"record": "raw or log.key", "appendedAt": "log.appendedAt", "key": "log.key"}.get(name, name)
    known = {"log", "raw", *HEADERS, *FIELDS, *(["textHidden"] if "digest" in line["raw"] else [])}
    yield from sorted(set(line) - known)
    yield from sorted("log." + name for name in set(line["log"]) - set(LOG))


def main(proof, manifest):
    word = base64.urlsafe_b64decode(proof.get("upTo", "") + "===").decode()
    ends = {lane: int(end) for lane, end in (part.split("=") for part in word.split(",") if part)}
    records, repeats, seen, last, faults = 0, 0, set(), (), []
    nexts, chains, shown = {}, {}, {}
    for number, text in enumerate(sys.stdin.buffer, 1):
        try:
            line = json.loads(text, object_pairs_hook=once)
            log, place = line["log"], (line["log"]["topic"], line["log"]["partition"])
            record, offset = record_digest(line), log["offset"]
            faults += ["line %d, %s" % (number, name) for name in faults_of(line, record)]
            order = (instant(log["appendedAt"]), *place, offset)
            if last and order <= last:
                faults.append("line %d, log.appendedAt: not after the line before" % number)
            lane, repeat = "%s:%d" % place, line.get("id") in seen
            if log.get("repeat", False) is not repeat:
                faults.append("line %d, log.repeat" % number)
            digest = line_digest(record, line["raw"]["fields"])
        except (ValueError, KeyError, TypeError, AttributeError) as unreadable:
            faults.append("line %d: %s: %s" % (number, type(unreadable).__name__, unreadable))
            continue
        last = order
        seen.update([line["id"]] if "id" in line else [])
        lines, due, chain = shown.get(lane, (0, 0, bytes(32)))
        if offset != due:
            faults.append("line %d, log.offset: %d where %d is due in %s" % (number, offset, due, lane))
        shown[lane] = (lines + 1, offset + 1, hashlib.sha256(chain + digest).digest())
        if proof and offset >= ends.get(lane, 0):
            continue
        chains[place] = hashlib.sha256(chains.get(place, bytes(32)) + record).digest()
        nexts[place], records, repeats = offset + 1, records + 1, repeats + repeat
    log, found = hashlib.sha256(), {}
    for place, lane in sorted((place, "%s:%d" % place) for place in chains):
        log.update(texts(lane) + struct.pack(">q", nexts[place]) + chains[place])
        found[lane] = {"next": nexts[place], "digest": chains[place].hex()}
        print(lane, nexts[place], chains[place].hex())
    print("records %d\nevents %d\nrepeats %d\ndigest %s" % (records, records - repeats, repeats, log.hexdigest()))
    claims = [{"partition": lane, "next": end} for lane, end in ends.items()]
    for claim in proof.get("partitions", claims):
        told = found.get(claim["partition"], {"next": 0})
        if any(claim.get(name, value) != value for name, value in told.items()):
            faults.append("%s: expected %s, found %s" % (claim["partition"], claim, told))
    counts = {"records": records, "events": records - repeats, "repeats": repeats, "digest": log.hexdigest()}
    for name, value in counts.items():
        if proof.get(name, value) != value:
            faults.append("log, %s: expected %s, found %s" % (name, proof[name], value))
    for claim in manifest.get("partitions", []):
        lines, end, chain = shown.pop(claim["partition"], (0, 0, bytes(32)))
        if (lines, end, chain.hex()) != (claim["lines"], claim["next"], claim["digest"]):
            faults.append("%s: its lines are not those of the manifest" % claim["partition"])
    faults += ["%s: not in the manifest" % lane for lane in shown if manifest]
    for fault in faults or (["equal"] if proof or manifest else []):
        print(fault)
    sys.exit(1 if faults else 0)


def figures(answer):
    """The answer's own digest of its figures has to be that of its figures."""
    proof = answer["proof"]
    said = {"digest": proof["digest"], "question": proof["question"],
            "figures": {name: value for name, value in answer.items() if name != "proof"}}
    if canonical(said) != proof["figures"]:
        print("figures: not those that the proof is of")
        sys.exit(1)
    return proof


if __name__ == "__main__":
    given = [json.load(open(name, encoding="utf-8"), object_pairs_hook=once) for name in sys.argv[1:3]]
    claimed = given[0] if given else {}
    if "proof" in claimed:
        claimed = figures(claimed) if "figures" in claimed["proof"] else claimed["proof"]
    main(claimed, given[1] if given[1:] else {})
