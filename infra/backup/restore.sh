#!/usr/bin/env bash
# Brings a town back from a backup folder into an EMPTY database and an empty folder, then proves that the history
# is whole. Refuses to write over anything.
set -euo pipefail
folder=${1:?usage: restore.sh BACKUP_FOLDER}
: "${DATABASE_URL:?the owner address of an empty database}" "${DATA_DIR:?an empty folder}"

cd "$folder" && sha256sum --check SHA256SUMS
tables=$(psql "$DATABASE_URL" --tuples-only --no-align --command "select count(*) from pg_tables where schemaname not in ('pg_catalog','information_schema')")
[ "$tables" = 0 ] || { echo "The database is not empty ($tables tables). Restore into an empty one." >&2; exit 1; }
[ -z "$(ls -A "$DATA_DIR" 2>/dev/null)" ] || { echo "$DATA_DIR is not empty. Restore into an empty folder." >&2; exit 1; }

# Roles that exist already are kept as they are.
psql "$DATABASE_URL" --quiet --file=roles.sql || true
pg_restore --dbname="$DATABASE_URL" --exit-on-error --single-transaction database.dump
mkdir -p "$DATA_DIR" && tar --extract --gzip --file=files.tar.gz --directory="$DATA_DIR"
cd - >/dev/null
node_modules/.bin/node apps/api/src/cli.ts journal verify
