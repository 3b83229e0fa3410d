-- The digest of Relais' log, computed by DuckDB from an export, as GET /proofs tells it:
--   curl -sS "localhost:8085/events?raw=true" -H "Authorization: Bearer $TOKEN" > events.ndjson
-- The rule is decision 17: a chain of SHA-256 for each partition, and one over the ends of all chains.
CREATE OR REPLACE TEMP MACRO sized(bytes) AS unhex(printf('%08x', octet_length(bytes))) || bytes;
CREATE OR REPLACE TEMP MACRO words(text) AS sized(encode(text));
CREATE OR REPLACE TEMP MACRO joined(blobs) AS list_reduce(blobs, lambda before, each: before || each);

WITH lines AS (
  SELECT id, log.topic AS topic, log.partition AS "partition", log.offset AS "offset",
         CASE WHEN raw.digest IS NOT NULL
              -- A text that not everyone may read: its digest takes its place.
              THEN unhex(raw.digest)
              ELSE unhex(sha256(
                     words(coalesce(log.key, ''))
                     || joined(list_transform(list_sort(map_keys(raw.headers)), lambda name: words(name) || words(raw.headers[name])))
                     || sized(from_base64(raw.value))))
         END AS record
  FROM read_json('events.ndjson', format = 'newline_delimited', maximum_object_size = 33554432, columns = {
         id: 'VARCHAR',
         log: 'STRUCT(topic VARCHAR, "partition" INTEGER, "offset" BIGINT, "key" VARCHAR)',
         raw: 'STRUCT(headers MAP(VARCHAR, VARCHAR), "value" VARCHAR, digest VARCHAR)'})),
chains AS (
  SELECT topic, "partition", max("offset") + 1 AS next,
         list_reduce(
           list_prepend(unhex(repeat('00', 32)), list(record ORDER BY "offset")),
           lambda chain, record: unhex(sha256(chain || record))) AS chain
  FROM lines GROUP BY topic, "partition")
SELECT (SELECT count(*) FROM lines) AS records,
       (SELECT count(*) - count(id) + count(DISTINCT id) FROM lines) AS events,
       sha256(joined(list(words(topic || ':' || "partition") || unhex(printf('%016x', next)) || chain ORDER BY topic, "partition"))) AS digest
FROM chains;
