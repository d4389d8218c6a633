import { registerHooks, type ResolveHookSync } from 'node:module'

// The adapters of the two databases, each loaded only where it is the one that is used: neither is small.

const IN_DRIZZLE = /\/node_modules\/drizzle-orm\/.*\.js$/

/**
 * Says where a module of drizzle-orm's own lies without asking Node, which parses all 130 kB of the package's `exports` for
 * each of its 250 modules to learn that they are modules: a third of the time a start takes.
 */
const resolveWithinDrizzle: ResolveHookSync = (name, context, resolve) => {
  const { parentURL } = context
  if (!parentURL || !IN_DRIZZLE.test(parentURL) || !/^\.{1,2}\/.*\.js$/.test(name)) return resolve(name, context)
  return { url: new URL(name, parentURL).href, format: 'module', shortCircuit: true }
}

export const loadSqliteAdapter = async () => {
  const hooks = registerHooks({ resolve: resolveWithinDrizzle })
  try {
    const { sqliteAdapter } = await import('@payloadcms/db-sqlite')
    const { keepStatements } = await import('./statements.ts')
    keepStatements()
    return sqliteAdapter
  } finally {
    hooks.deregister()
  }
}

export const loadMongooseAdapter = async () => (await import('@payloadcms/db-mongodb')).mongooseAdapter
