-- Which server and database this is, and the snapshot that is read.
SELECT pg_catalog.current_setting('server_version_num'),
       pg_catalog.current_setting('server_version'),
       pg_catalog.version(),
       pg_catalog.current_database(),
       pg_catalog.txid_current_snapshot()
