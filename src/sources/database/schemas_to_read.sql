-- The schemas that are asked for ($1: their names, an empty array for all that are not PostgreSQL's own), but those that an
-- extension owns only by name.
SELECT n.oid
FROM pg_catalog.pg_namespace n
WHERE CASE
        WHEN pg_catalog.cardinality($1::pg_catalog.text[]) > 0 THEN n.nspname = ANY ($1::pg_catalog.text[])
        ELSE n.nspname NOT LIKE 'pg\_%'
         AND n.nspname <> 'information_schema'
         AND n.oid NOT IN (
           SELECT d.objid
           FROM pg_catalog.pg_depend d
           WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
             AND d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
             AND d.deptype = 'e')
      END
ORDER BY n.oid
