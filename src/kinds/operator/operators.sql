-- Operators, as the statements that make them. $1: oids of schemas.
SELECT o.oprname,
       pg_catalog.format('CREATE OPERATOR %I.%s (FUNCTION = %I.%I', n.nspname, o.oprname, np.nspname, p.proname)
       || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || pg_catalog.format_type(o.oprleft, NULL) ELSE '' END
       || CASE WHEN o.oprright <> 0 THEN ', RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL) ELSE '' END
       || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
       || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END
       || coalesce(', RESTRICT = ' || nullif(o.oprrest::pg_catalog.oid, 0)::pg_catalog.regproc, '')
       || coalesce(', JOIN = ' || nullif(o.oprjoin::pg_catalog.oid, 0)::pg_catalog.regproc, '')
       || ')'
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode
JOIN pg_catalog.pg_namespace np ON np.oid = p.pronamespace
WHERE o.oprnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass
      AND d.objid = o.oid
      AND d.deptype = 'e')
