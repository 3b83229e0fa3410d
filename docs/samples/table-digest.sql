-- The digest of Relais' log, computed by DuckDB from the table that Kafka Connect keeps (infra/connect), as GET /proofs
-- tells it. The rule is decision 17: a chain of SHA-256 for each partition, and one over the ends of all chains.
-- 'log' is the table's data files: CREATE VIEW log AS SELECT * FROM read_parquet('s3://…/relais/log/data/**/*.parquet', union_by_name = true, hive_partitioning = false).
CREATE OR REPLACE TEMP MACRO sized(bytes) AS unhex(printf('%08x', octet_length(bytes))) || bytes;
CREATE OR REPLACE TEMP MACRO words(text) AS sized(encode(text));
CREATE OR REPLACE TEMP MACRO joined(blobs) AS list_reduce(blobs, lambda before, each: before || each);

WITH headers AS (
  -- Every column but these is a header; a record has those that are not null.
  UNPIVOT (SELECT * EXCLUDE (value, key, logged_at) FROM log) ON COLUMNS(* EXCLUDE (topic, "partition", "offset")) INTO NAME name VALUE said),
together AS (
  SELECT topic, "partition", "offset", joined(list(words(name) || words(said) ORDER BY name)) AS headers
  FROM headers GROUP BY topic, "partition", "offset"),
records AS (
  SELECT log.topic, log."partition", log."offset", ce_id,
         unhex(sha256(words(coalesce(log.key, '')) || together.headers || sized(log.value))) AS record
  FROM log JOIN together USING (topic, "partition", "offset")),
chains AS (
  SELECT topic, "partition", max("offset") + 1 AS next,
         list_reduce(
           list_prepend(unhex(repeat('00', 32)), list(record ORDER BY "offset")),
           lambda chain, record: unhex(sha256(chain || record))) AS chain
  FROM records GROUP BY topic, "partition")
SELECT (SELECT count(*) FROM records) AS records,
       (SELECT count(DISTINCT ce_id) FROM records) AS events,
       sha256(joined(list(words(topic || ':' || "partition") || unhex(printf('%016x', next)) || chain ORDER BY topic, "partition"))) AS digest
FROM chains;
