// The real Prisma Client, asked by lines of JSON:  tsx ask.ts SOCKET_FOLDER
// {"database": "name", "query": "p.channel.findMany()"} → {"code": "P2021", "sqlstate": "42P01", "message": "…"}, or {"value": …}
import readline from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';

const socket = process.argv[2];

/// The server's SQLSTATE, wherever the client has put it.
function sqlstateOf(error: any): string | undefined {
  const cause = error?.meta?.driverAdapterError?.cause ?? error?.cause;
  return cause?.originalCode ?? cause?.code ?? /\b[0-9A-Z]{5}\b(?=[^A-Z]*$)/.exec(error?.meta?.code ?? '')?.[0];
}

async function ask(database: string, query: string) {
  const adapter = new PrismaPg({ host: socket, user: 'postgres', database });
  const client = new PrismaClient({ adapter, errorFormat: 'minimal' });
  try {
    const value = await new Function('p', `return (async () => (${query}))()`)(client);
    return { value: JSON.parse(JSON.stringify(value ?? null, (_, v) => (typeof v === 'bigint' ? String(v) : v))) };
  } catch (error: any) {
    return { code: error.code ?? error.name, sqlstate: sqlstateOf(error), message: String(error.message).trim() };
  } finally {
    await client.$disconnect();
  }
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { database, query } = JSON.parse(line);
  process.stdout.write(JSON.stringify(await ask(database, query)) + '\n');
}
process.exit(0);
