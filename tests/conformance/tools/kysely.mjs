import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider, Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
const provider = new FileMigrationProvider({ fs, path, migrationFolder: path.resolve(process.argv[2]) });
const { error } = await new Migrator({ db, provider }).migrateToLatest();
await db.destroy();
if (error) throw error;
