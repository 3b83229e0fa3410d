#!/bin/bash
# mongod as the one member of a replica set whose members know each other by a key. The image's own
# entry makes the first user, then runs this as the user of the database.
set -euo pipefail
umask 077
printf '%s' "$MONGODB_KEY" >/tmp/replica-set.key
chown mongodb:mongodb /tmp/replica-set.key
unset MONGODB_KEY
exec docker-entrypoint.sh mongod --replSet relais --keyFile /tmp/replica-set.key --bind_ip_all
