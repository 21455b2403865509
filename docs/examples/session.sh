#!/usr/bin/env bash
# The session/info call of EnOS, as EnOS Session Inspector makes it.
# Where an environment wants calls signed by an application, its headers are missing.
: "${ENOS_TOKEN:?Put the session ID there first: read -rs ENOS_TOKEN; export ENOS_TOKEN}" &&
  printf 'Authorization: Bearer %s\n' "$ENOS_TOKEN" |
  curl --silent --show-error --include --globoff --request POST \
    --header @- \
    --header 'Accept: application/json' \
    --header 'Content-Type: application/json' \
    --header 'Content-Length: 0' \
    --url https://apim-production.example.com/enos-iam-service/v2.0/session/info
