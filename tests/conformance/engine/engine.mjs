// Prisma's own schema engine, asked by lines of JSON:  node engine.mjs INSTALLED_FOLDER SOCKET_FOLDER
// {"ask": "ddl", "files": [["/schema.prisma", "…"]]}                       → {"answer": "CREATE TABLE …"}
// {"ask": "lint", "files": …}                                             → {"answer": [{"start", "end", "text", "is_warning"}]}
// {"ask": "differences", "files": …, "migrations": …, "shadow": "name"}    → {"answer": "ALTER TABLE …"}
// {"ask": "deploy", "migrations": …, "database": "name"}                  → {"answer": ["names", "of those applied"]}
// An ask that the engine refuses gives {"error": "…"}.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { connections } from './connection.mjs';

const [installed, socket] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(installed), 'package.json'));
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message(message) { this.message = message; } };

// One instance for the whole process: a second one breaks the closures of the first.
async function startEngine() {
  const bindings = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = fs.readFileSync(bindings.replace(/\.js$/, '.wasm'));
  const module = await import(pathToFileURL(bindings).href);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { './schema_engine_bg.js': module });
  module.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return module.SchemaEngine;
}

const SchemaEngine = await startEngine();
const schemaReader = require('@prisma/prisma-schema-wasm');
const { bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils');
const utils = pathToFileURL(require.resolve('@prisma/driver-adapter-utils')).href;

const filters = { externalTables: [], externalEnums: [] };

// What `work` makes of an engine on these databases; an error is the adapter's own where it has one.
async function withEngine(files, database, shadow, work) {
  const opened = connections(require('pg'), utils, socket, database, shadow);
  const factory = bindMigrationAwareSqlAdapterFactory(opened);
  try {
    return await work(await SchemaEngine.new({ datamodels: files }, () => {}, factory));
  } catch (error) {
    const number = /error id[^0-9]*(\d+)/i.exec(error.message ?? '');
    const cause = number && factory.errorRegistry.consumeError(Number(number[1]));
    throw cause ? cause.error : error;
  } finally {
    await opened.close();
  }
}

function script(files, from, shadow = null) {
  const to = { tag: 'schemaDatamodel', files: files.map(([path, content]) => ({ path, content })) };
  return withEngine(files, 'postgres', shadow, async engine =>
    (await engine.diff({ from, to, shadowDatabaseUrl: null, script: true, exitCode: true, filters })).stdout);
}

const answers = {
  deploy: ({ files, migrations, database }) => withEngine(files, database, null, async engine =>
    (await engine.applyMigrations({ migrationsList: migrations, filters })).appliedMigrationNames),
  ddl: ({ files }) => script(files, { tag: 'empty' }),
  differences: ({ files, migrations, shadow }) => script(files, { tag: 'migrations', ...migrations }, shadow),
  lint: ({ files }) => JSON.parse(schemaReader.lint(JSON.stringify(files))),
  validate: ({ files }) => {
    try {
      schemaReader.validate(JSON.stringify({ prismaSchema: files, noColor: true }));
      return null;
    } catch (error) {
      try { return JSON.parse(error.message).message; } catch { return error.message; }
    }
  },
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let reply;
  try {
    reply = { answer: await answers[asked.ask](asked) };
  } catch (error) {
    reply = { error: String(error?.message ?? error) };
  }
  process.stdout.write(JSON.stringify(reply) + '\n');
}
