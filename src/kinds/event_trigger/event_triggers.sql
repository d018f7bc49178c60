-- Event triggers, as the statements that make them.
SELECT e.evtname,
       pg_catalog.format('CREATE EVENT TRIGGER %I ON %I', e.evtname, e.evtevent)
       || coalesce(' WHEN TAG IN ('
                   || (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ') FROM pg_catalog.unnest(e.evttags) AS tag)
                   || ')', '')
       || pg_catalog.format(' EXECUTE FUNCTION %I.%I()', n.nspname, p.proname),
       e.evtenabled
FROM pg_catalog.pg_event_trigger e
JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass
      AND d.objid = e.oid
      AND d.deptype = 'e')
