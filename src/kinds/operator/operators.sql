-- Operators, as the statements that make them without a word of one another; commutator and negator stand beside, for a statement would tell
-- both of it. $1: oids of schemas.
SELECT o.oprname,
       pg_catalog.format('CREATE OPERATOR %I.%s (FUNCTION = %I.%I', n.nspname, o.oprname, np.nspname, p.proname)
       || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || pg_catalog.format_type(o.oprleft, NULL) ELSE '' END
       || CASE WHEN o.oprright <> 0 THEN ', RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL) ELSE '' END
       || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
       || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END
       || coalesce(', RESTRICT = ' || nullif(o.oprrest::pg_catalog.oid, 0)::pg_catalog.regproc, '')
       || coalesce(', JOIN = ' || nullif(o.oprjoin::pg_catalog.oid, 0)::pg_catalog.regproc, '')
       || ')',
       o.oprnamespace,
       pg_catalog.format_type(nullif(o.oprleft, 0), NULL),
       pg_catalog.format_type(nullif(o.oprright, 0), NULL),
       nc.nspname,
       c.oprname,
       nn.nspname,
       g.oprname
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode
JOIN pg_catalog.pg_namespace np ON np.oid = p.pronamespace
LEFT JOIN pg_catalog.pg_operator c ON c.oid = o.oprcom
LEFT JOIN pg_catalog.pg_namespace nc ON nc.oid = c.oprnamespace
LEFT JOIN pg_catalog.pg_operator g ON g.oid = o.oprnegate
LEFT JOIN pg_catalog.pg_namespace nn ON nn.oid = g.oprnamespace
WHERE o.oprnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass
      AND d.objid = o.oid
      AND d.deptype = 'e')
