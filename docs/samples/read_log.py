#!/usr/bin/env python3
"""Reads a topic of Relais' log from its beginning to where it ends now, and prints each event once, as JSON.

    ./read_log.py client.json http://registry:8080/apis/ccompat/v7 relais.experiences

client.json holds settings of librdkafka: {"bootstrap.servers": "…", "security.protocol": "SASL_SSL", …}.
From Debian: python3-confluent-kafka, python3-avro; elsewhere: pip install confluent-kafka avro."""
import functools
import io
import json
import struct
import sys
import urllib.request

import avro.io
import avro.schema
from confluent_kafka import OFFSET_BEGINNING, Consumer, TopicPartition


def main(client, registry, topic):
    @functools.cache
    def reader(schema_id):
        with urllib.request.urlopen("%s/schemas/ids/%d" % (registry, schema_id), timeout=30) as answer:
            return avro.io.DatumReader(avro.schema.parse(json.load(answer)["schema"]))

    def decoded(value):
        magic, schema_id = struct.unpack(">bI", value[:5])
        if magic != 0:
            raise ValueError("not in the Confluent wire format")
        return reader(schema_id).read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))

    with open(client, encoding="utf-8") as settings:
        # A group is demanded and never joined: partitions are assigned, no offset is committed.
        consumer = Consumer({"group.id": "unused", "enable.auto.commit": False, **json.load(settings)})
    partitions = [TopicPartition(topic, number, OFFSET_BEGINNING)
                  for number in consumer.list_topics(topic, 30).topics[topic].partitions]
    ends = {each.partition: consumer.get_watermark_offsets(each, 30)[1] for each in partitions}
    due = {number for number, end in ends.items() if end > 0}
    consumer.assign(partitions)
    seen = set()
    while due:
        record = consumer.poll(30)
        if record is None:
            sys.exit("Nothing came for 30 s before the end of partitions %s" % sorted(due))
        if record.error():
            sys.exit(str(record.error()))
        if record.offset() + 1 >= ends[record.partition()]:
            due.discard(record.partition())
        headers = {name: value.decode() for name, value in record.headers() or []}
        # A record without this header is no event; one whose id was seen is a repeat.
        if headers.get("ce_id") and headers["ce_id"] not in seen:
            seen.add(headers["ce_id"])
            print(json.dumps({"key": record.key().decode(), **headers, "data": decoded(record.value())},
                             ensure_ascii=False, default=str))
    consumer.close()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
