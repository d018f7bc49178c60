-- Where the rows of foreign tables are. $1: oids of schemas.
SELECT f.ftrelid, s.srvname, f.ftoptions
FROM pg_catalog.pg_foreign_table f
JOIN pg_catalog.pg_class c ON c.oid = f.ftrelid
JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
WHERE c.relnamespace = ANY ($1::pg_catalog.oid[])
