#!/bin/sh
# The broker and its controller as one KRaft node that lets nobody in without a password. The first
# start formats the volume. The broker knows its admin from its own settings; the admin makes the other
# users, and what each may do ("topics" in docker-compose.yml).
set -eu

data=/var/lib/kafka/data
settings=/tmp/server.properties
umask 077
login="org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\"$KAFKA_ADMIN_PASSWORD\" user_admin=\"$KAFKA_ADMIN_PASSWORD\";"

cat >"$settings" <<END
node.id=1
process.roles=broker,controller
listeners=CLIENTS://:9092,CONTROLLER://127.0.0.1:9093
advertised.listeners=CLIENTS://kafka:9092
listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
inter.broker.listener.name=CLIENTS
controller.listener.names=CONTROLLER
controller.quorum.voters=1@127.0.0.1:9093
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.mechanism.controller.protocol=PLAIN
listener.name.clients.sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
listener.name.clients.plain.sasl.jaas.config=$login
listener.name.clients.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config=$login
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:admin
allow.everyone.if.no.acl.found=false
log.dirs=$data
# The log is the shared truth: nothing expires, and no topic appears by a typing error.
log.retention.ms=-1
log.retention.bytes=-1
auto.create.topics.enable=false
num.partitions=12
# One node: one copy of everything.
default.replication.factor=1
min.insync.replicas=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=12
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
# A killed consumer is missed soon; so is, at its next start, the broker that was.
group.initial.rebalance.delay.ms=0
group.consumer.min.session.timeout.ms=3000
broker.session.timeout.ms=5000
END

# The scripts of the archive's bin/ are java with this class path, too.
run() {
  # shellcheck disable=SC2086 # Options are words.
  java $KAFKA_OPTIONS -cp '/opt/kafka/libs/*' "$@"
}

if [ ! -f "$data/meta.properties" ]; then
  run kafka.tools.StorageTool format --ignore-formatted --config "$settings" \
    --cluster-id "$(run kafka.tools.StorageTool random-uuid | tail -n 1)"
fi
# shellcheck disable=SC2086
exec java $KAFKA_OPTIONS -cp '/opt/kafka/libs/*' kafka.Kafka "$settings"
