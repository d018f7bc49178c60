-- Aggregates, as the statements that make them. $1: oids of schemas.
SELECT p.proname,
       pg_catalog.format('CREATE AGGREGATE %I.%I(%s) (', n.nspname, p.proname,
                         CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_catalog.pg_get_function_arguments(p.oid) END)
       || pg_catalog.concat_ws(', ',
            'sfunc = ' || a.aggtransfn::pg_catalog.oid::pg_catalog.regproc,
            'stype = ' || pg_catalog.format_type(a.aggtranstype, NULL),
            'sspace = ' || nullif(a.aggtransspace, 0),
            'finalfunc = ' || nullif(a.aggfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            CASE WHEN a.aggfinalextra THEN 'finalfunc_extra' END,
            'combinefunc = ' || nullif(a.aggcombinefn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'serialfunc = ' || nullif(a.aggserialfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'deserialfunc = ' || nullif(a.aggdeserialfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'initcond = ' || pg_catalog.quote_literal(a.agginitval),
            'msfunc = ' || nullif(a.aggmtransfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'minvfunc = ' || nullif(a.aggminvtransfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'mstype = ' || CASE WHEN a.aggmtranstype <> 0 THEN pg_catalog.format_type(a.aggmtranstype, NULL) END,
            'mfinalfunc = ' || nullif(a.aggmfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'minitcond = ' || pg_catalog.quote_literal(a.aggminitval),
            CASE p.proparallel WHEN 's' THEN 'parallel = safe' WHEN 'r' THEN 'parallel = restricted' END)
       || ')'
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_aggregate a ON a.aggfnoid = p.oid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.pronamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      AND d.objid = p.oid
      AND d.deptype = 'e')
