#!/bin/sh
# First start of a service's own PostgreSQL: the service gets a role that owns its database and nothing else.
set -eu
psql --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set name="$RENDA_DATABASE" --set password="$RENDA_DATABASE_PASSWORD" <<'SQL'
create role :"name" login nosuperuser nocreatedb nocreaterole password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
revoke connect on database postgres, template1 from public;
SQL
