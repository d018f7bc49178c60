-- Who owns what was made in this database, as the statements that give it to its owner. $1: oids of schemas.
WITH object (class, oid, owner) AS (
  SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, c.relowner
  FROM pg_catalog.pg_class c
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
    AND NOT c.relispartition
    AND NOT EXISTS (  -- a sequence of a partition
      SELECT
      FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_class t ON t.oid = d.refobjid AND t.relispartition
      WHERE c.relkind = 'S'
        AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.objid = c.oid
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.deptype IN ('a', 'i'))
  UNION ALL
  SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid, n.nspowner
  FROM pg_catalog.pg_namespace n
  WHERE n.oid = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, p.proowner
  FROM pg_catalog.pg_proc p
  WHERE p.pronamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typowner
  FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
  WHERE t.typnamespace = ANY ($1::pg_catalog.oid[])
    AND (t.typtype IN ('d', 'e', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
  UNION ALL
  SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, o.oprowner
  FROM pg_catalog.pg_operator o
  WHERE o.oprnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, s.oid, s.stxowner
  FROM pg_catalog.pg_statistic_ext s
  WHERE s.stxnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, e.oid, e.evtowner FROM pg_catalog.pg_event_trigger e
  UNION ALL
  SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, p.pubowner FROM pg_catalog.pg_publication p
)
SELECT i.identity,
       pg_catalog.format('ALTER %s %s OWNER TO %I', CASE i.type WHEN 'statistics object' THEN 'STATISTICS' ELSE pg_catalog.upper(i.type) END,
                         i.identity, pg_catalog.pg_get_userbyid(o.owner))
FROM object o
CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class, o.oid, 0) i
WHERE NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = o.class
      AND d.objid = o.oid
      -- What a range type comes with is part of it.
      AND (d.deptype = 'e' OR (d.deptype = 'i' AND o.class = 'pg_catalog.pg_proc'::pg_catalog.regclass)))
