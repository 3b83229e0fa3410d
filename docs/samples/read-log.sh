#!/usr/bin/env bash
# Reads a topic of Relais' log from its beginning to where it ends now with kcat: partition, offset, key and headers,
# one event a line. The headers say what, where, when and whose; what happened in detail is in the value, which is Avro.
#
#     ./read-log.sh kcat.conf relais.experiences
#
# kcat.conf holds settings of librdkafka, one a line: bootstrap.servers=..., security.protocol=SASL_SSL, ...
# A kcat that was built with Avro (kcat -V tells) decodes values, too: -s value=avro -r http://registry:8080/apis/ccompat/v7
set -euo pipefail
if (($# != 2)); then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
kcat -F "$1" -C -t "$2" -o beginning -e -q -f '%p\t%o\t%k\t%h\n'
