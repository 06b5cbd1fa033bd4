#!/usr/bin/env bash
# Writes one dated folder with everything needed to bring the town back: the database, the photos, the signed heads.
# Keys are NOT in it: keep /etc/tongxin/environment apart, or the identities cannot be opened again (nor by a thief).
set -euo pipefail
: "${DATABASE_URL:?the owner address of the database}" "${DATA_DIR:?the folder with photos and heads}" "${BACKUP_DIR:?where backups go}"

stamp=$(date -u +%Y%m%dT%H%M%SZ)
target="$BACKUP_DIR/$stamp"
mkdir -p "$target.part"
pg_dump --format=custom --file="$target.part/database.dump" "$DATABASE_URL"
pg_dumpall --roles-only --no-role-passwords --dbname="$DATABASE_URL" > "$target.part/roles.sql"
tar --create --gzip --file="$target.part/files.tar.gz" --directory="$DATA_DIR" --ignore-failed-read files journal-heads.jsonl
(cd "$target.part" && sha256sum database.dump roles.sql files.tar.gz > SHA256SUMS)
# The folder gets its name only when it is whole, so that a broken backup never looks like one.
mv "$target.part" "$target"
echo "$target"
