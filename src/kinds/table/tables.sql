-- Relations with columns: tables, views, materialised views, foreign tables. Partitions belong to their table, and what an
-- extension owns to the extension. $1: oids of schemas.
SELECT c.oid,
       c.relnamespace,
       c.relname,
       c.relkind,
       c.relpersistence = 'u',
       c.relrowsecurity,
       c.relforcerowsecurity,
       c.relreplident,
       c.reloptions || (
         SELECT pg_catalog.array_agg('toast.' || one.option)
         FROM pg_catalog.pg_class toast, pg_catalog.unnest(toast.reloptions) one (option)
         WHERE toast.oid = c.reltoastrelid),
       CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END
FROM pg_catalog.pg_class c
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT c.relispartition
  AND c.oid NOT IN (
    SELECT d.objid
    FROM pg_catalog.pg_depend d
    WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
      AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.deptype = 'e')
