-- Sequences, with the column that owns each. $1: oids of schemas.
SELECT c.relnamespace,
       c.relname,
       t.typname,
       s.seqstart,
       s.seqincrement,
       s.seqmin,
       s.seqmax,
       s.seqcache,
       s.seqcycle,
       owner.refobjid,
       owner.refobjsubid
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
JOIN pg_catalog.pg_type t ON t.oid = s.seqtypid
LEFT JOIN pg_catalog.pg_depend owner
  ON owner.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
 AND owner.objid = c.oid
 AND owner.objsubid = 0
 AND owner.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
 AND owner.refobjsubid > 0
 AND owner.deptype IN ('a', 'i')
WHERE c.relkind = 'S'
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND c.oid NOT IN (
    SELECT d.objid
    FROM pg_catalog.pg_depend d
    WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
      AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.deptype = 'e')
