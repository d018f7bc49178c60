-- CHECK constraints of tables, those that are only inherited left out. $1: oids of schemas, $2: oids of relations that another session
-- has locked.
SELECT k.conrelid,
       k.conname,
       CASE WHEN k.conrelid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid) END,
       k.connoinherit,
       k.convalidated
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
WHERE k.contype = 'c'
  AND k.conislocal
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition
