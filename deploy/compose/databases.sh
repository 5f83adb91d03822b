#!/bin/bash
# Run once by the PostgreSQL image on an empty volume: one database and one login role per service, no rights across.
set -euo pipefail

sql() { psql -v ON_ERROR_STOP=1 -q -U "$POSTGRES_USER" "$@"; }

for service in deals projects stockpiles notifications query; do
  variable=${service^^}_PASSWORD
  sql -d postgres -v name="$service" -v password="${!variable}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
sql -d postgres -c 'revoke connect on database postgres from public; revoke connect on database template1 from public'
