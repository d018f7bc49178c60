import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';

const require = createRequire(import.meta.url);
const folder = resolve(process.argv[2]);
const migrations = readdirSync(folder).sort().flatMap((name) => Object.values(require(join(folder, name))));
const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, migrations });
await source.initialize();
await source.runMigrations();
await source.destroy();
