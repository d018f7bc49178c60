// What Prisma's engine needs of a database: a driver adapter over node-postgres. Every value goes as text or number, as the
// engine's own queries of the catalog read them.
export const columnTypes = {
  int: 0, bigint: 1, real: 2, double: 3, numeric: 4, boolean: 5, character: 6, text: 7, list: 64 + 7, // driver-adapter-utils: ColumnTypeEnum
};

const typeOfOid = {
  16: columnTypes.boolean, 18: columnTypes.character, 20: columnTypes.bigint, 21: columnTypes.int, 23: columnTypes.int, 26: columnTypes.bigint,
  700: columnTypes.real, 701: columnTypes.double, 1700: columnTypes.numeric, 1003: columnTypes.list, 1009: columnTypes.list, 1002: columnTypes.list,
};

const parsers = {
  16: text => text === 't', 21: Number, 23: Number, 700: Number, 701: Number,
};

function connection(pg, client) {
  const query = async ({ sql, args }) => {
    const result = await client.query({
      text: sql, values: args, rowMode: 'array',
      types: { getTypeParser: oid => parsers[oid] ?? (typeOfOid[oid] === columnTypes.list ? pg.types.getTypeParser(1009) : text => text) },
    });
    return Array.isArray(result) ? result.at(-1) : result;
  };
  const said = error => ({
    kind: 'postgres', code: error.code ?? 'N/A', severity: error.severity ?? 'N/A', message: error.message, detail: error.detail,
    column: error.column, hint: error.hint, originalCode: error.code, originalMessage: error.message,
  });
  const asEngineError = async work => {
    try { return await work(); } catch (error) {
      const { DriverAdapterError } = await import(connection.utils);
      throw new DriverAdapterError(said(error));
    }
  };
  return {
    provider: 'postgres', adapterName: 'conformance',
    queryRaw: asked => asEngineError(async () => {
      const { fields, rows } = await query(asked);
      return { columnNames: fields.map(f => f.name), columnTypes: fields.map(f => typeOfOid[f.dataTypeID] ?? columnTypes.text), rows };
    }),
    executeRaw: asked => asEngineError(async () => (await query(asked)).rowCount ?? 0),
    executeScript: script => asEngineError(async () => { await client.query(script); }),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => {},  // close() does it: the engine leaves some of them open
  };
}

/// A factory of connections, as the engine wants them. `shadow` is a database that may be emptied, or null.
export function connections(pg, utils, host, database, shadow) {
  connection.utils = utils;
  const open = [];
  const connect = async name => {
    const client = new pg.Client({ host, user: 'postgres', database: name });
    await client.connect();
    open.push(client);
    return connection(pg, client);
  };
  return {
    provider: 'postgres', adapterName: 'conformance',
    connect: () => connect(database),
    connectToShadowDb: () => connect(shadow),
    close: () => Promise.all(open.map(client => client.end())),
  };
}
