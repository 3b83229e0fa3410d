#!/bin/bash
# Adds the demo accounts to the realm, as people and as programs: those that are there stay as they are.
# They are those of infra/identity, with the same public passwords.
set -euo pipefail
kcadm=/opt/keycloak/bin/kcadm.sh
config=/tmp/kcadm.config
"$kcadm" config credentials --config "$config" --server http://keycloak:8080 --realm master \
  --user admin --password "$KEYCLOAK_ADMIN_PASSWORD"
"$kcadm" create partialImport --config "$config" --target-realm relais --file /relais/demo-accounts.json
