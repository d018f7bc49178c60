-- Foreign keys. Those that PostgreSQL makes for each partition have a parent and are left out. The names of the target's columns
-- are needed only where the target is not read itself. Until PostgreSQL 14, where ON DELETE SET NULL sets all columns, the column of
-- that name is the one of until_14. $1: oids of schemas.
SELECT k.conrelid,
       k.conname,
       k.conkey,
       k.confrelid,
       k.confkey,
       k.confdeltype,
       k.confupdtype,
       k.confmatchtype = 'f',
       k.condeferrable,
       k.condeferred,
       k.convalidated,
       k.set_columns,
       n.nspname,
       target.relname,
       CASE
         WHEN target.relnamespace <> ALL ($1::pg_catalog.oid[])
           OR target.relispartition
           OR target.oid IN (
             SELECT d.objid
             FROM pg_catalog.pg_depend d
             WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
               AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
               AND d.deptype = 'e')
         THEN (
           SELECT pg_catalog.array_agg(a.attname::pg_catalog.text ORDER BY key.position)
           FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS key (number, position)
           JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = key.number)
       END
FROM (SELECT NULL::pg_catalog.int2[] AS confdelsetcols) until_14
CROSS JOIN LATERAL (SELECT p.*, confdelsetcols AS set_columns FROM pg_catalog.pg_constraint p) k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_class target ON target.oid = k.confrelid
JOIN pg_catalog.pg_namespace n ON n.oid = target.relnamespace
WHERE k.contype = 'f'
  AND k.conparentid = 0
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition
