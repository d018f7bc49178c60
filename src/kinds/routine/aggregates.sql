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
            'finalfunc_modify = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' WHEN 'w' THEN 'read_write' END,
            'combinefunc = ' || nullif(a.aggcombinefn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'serialfunc = ' || nullif(a.aggserialfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'deserialfunc = ' || nullif(a.aggdeserialfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'initcond = ' || pg_catalog.quote_literal(a.agginitval),
            'msfunc = ' || nullif(a.aggmtransfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'minvfunc = ' || nullif(a.aggminvtransfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            'mstype = ' || CASE WHEN a.aggmtranstype <> 0 THEN pg_catalog.format_type(a.aggmtranstype, NULL) END,
            'msspace = ' || nullif(a.aggmtransspace, 0),
            'mfinalfunc = ' || nullif(a.aggmfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc,
            CASE WHEN a.aggmfinalextra THEN 'mfinalfunc_extra' END,
            'mfinalfunc_modify = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' WHEN 'w' THEN 'read_write' END,
            'minitcond = ' || pg_catalog.quote_literal(a.aggminitval),
            'sortop = OPERATOR(pg_catalog.' || o.oprname || ')',
            CASE WHEN a.aggkind = 'h' THEN 'hypothetical' END,
            CASE p.proparallel WHEN 's' THEN 'parallel = safe' WHEN 'r' THEN 'parallel = restricted' END)
       || ')'
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_aggregate a ON a.aggfnoid = p.oid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
LEFT JOIN pg_catalog.pg_operator o ON o.oid = a.aggsortop
WHERE p.pronamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      AND d.objid = p.oid
      AND d.deptype = 'e')
