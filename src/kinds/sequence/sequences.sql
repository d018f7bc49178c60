-- Sequences. $1: oids of schemas.
SELECT c.oid,
       c.relnamespace,
       c.relname,
       t.typname,
       s.seqstart,
       s.seqincrement,
       s.seqmin,
       s.seqmax,
       s.seqcache,
       s.seqcycle
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
JOIN pg_catalog.pg_type t ON t.oid = s.seqtypid
WHERE c.relkind = 'S'
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND c.oid NOT IN (
    SELECT d.objid
    FROM pg_catalog.pg_depend d
    WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
      AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.deptype = 'e')
