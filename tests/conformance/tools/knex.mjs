import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL, migrations: { directory: process.argv[2] } });
await db.migrate.latest();
await db.destroy();
