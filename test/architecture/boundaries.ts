import type { Import } from './imports.ts'

/**
 * What a file is to the others. Of collections, `rules` only think (no database, no disk, no network), `records` are what a
 * noun consists of, `services` are what is done with it; `contracts` are those files of the kernel that only think.
 */
export type Part =
  'values' | 'contracts' | 'kernel' | 'rules' | 'records' | 'services' | 'cms' | 'seed' | 'site' | 'test'

const PURE = ['values', 'contracts', 'rules']
const COLLECTIONS = [...PURE, 'kernel', 'records', 'services']
const PURE_PACKAGES = ['zod', 'ical-generator', 'timezones-ical-library']

/**
 * Who may import whom: parts and packages, `node:*` standing for all that begin so. What is not said here is not allowed.
 * `types` may be imported beside, if nothing is left of them when the program runs.
 */
const ALLOWED: Record<Part, { imports: readonly string[]; types?: readonly string[] }> = {
  values: { imports: ['values', ...PURE_PACKAGES] },
  contracts: { imports: ['values', 'contracts', ...PURE_PACKAGES], types: ['payload'] },
  kernel: { imports: ['values', 'contracts', 'kernel', 'node:*', 'jose', 'payload'] },
  rules: { imports: [...PURE, ...PURE_PACKAGES], types: ['kernel', 'records', 'payload'] },
  records: { imports: [...PURE, 'kernel', 'records', 'node:*', 'payload', 'payload/*', 'otpauth', 'tlds', 'zod'] },
  services: {
    imports: [
      ...COLLECTIONS,
      'node:*',
      'payload',
      '@payloadcms/richtext-lexical/*',
      'jose',
      'minisearch',
      'music-metadata',
      'pdfkit',
      'sharp',
      'zod',
    ],
  },
  site: {
    imports: [
      ...PURE,
      'site',
      'node:*',
      'astro',
      'astro/*',
      'astro:*',
      '@astrojs/node',
      '@dagrejs/dagre',
      '@fontsource*',
      'zod',
    ],
    types: COLLECTIONS,
  },
  cms: { imports: [...COLLECTIONS, 'cms', '*'] },
  seed: { imports: [...COLLECTIONS, 'cms', 'seed', 'node:*', 'payload', '@payloadcms/richtext-lexical', 'sharp'] },
  test: { imports: [...COLLECTIONS, 'cms', 'seed', 'site', 'test', '*'] },
}

/** Allowed beside, one import each, with the reason. */
export const EXCEPTIONS: readonly { from: string; to: string; because: string }[] = [
  {
    from: 'cms/server/main.ts',
    to: 'seed/index.ts',
    because: 'The command that starts everything hands the demo content to what prepares an empty database.',
  },
]

/** Files of these names only think, so they are held to it; the others of a noun are what their imports make them. */
const PURE_NAME = /^collections\/\w+\/(policy|states|schema|view|sentences|words|filter)\.ts$/
const WRITING_NAME = /^collections\/\w+\/(config|hooks|actions|queries)\.ts$/
const SERVICES = /^collections\/(\w+\/service|catalog|context|pdf|services|staff)\/|^collections\/index\.ts$/

const areaOf = (file: string): string | undefined => /^(collections|cms|seed|site|test)(?=\/)/.exec(file)?.[0]

const allows = (names: readonly string[], name: string): boolean =>
  names.some((allowed) => (allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed))

/**
 * Tells the part of a file; undefined for a package. A file that is not held to thinking only thinks if it names no other
 * package, not even a type of the database, and all it needs to run thinks only.
 */
export const partsOf = (imports: readonly Import[]): ((file: string) => Part | undefined) => {
  const needs = Map.groupBy(imports, ({ from }) => from)
  const known = new Map<string, boolean>()
  const needsPureOnly = (file: string): boolean =>
    (needs.get(file) ?? []).every(({ to, isType }) =>
      areaOf(to) === undefined ? allows(PURE_PACKAGES, to) : isType || isPure(to),
    )
  const isPure = (file: string): boolean => {
    if (!file.startsWith('collections/') || WRITING_NAME.test(file) || SERVICES.test(file)) return false
    if (!known.has(file)) known.set(file, PURE_NAME.test(file) || needsPureOnly(file))
    return known.get(file)!
  }
  return (file) => {
    const area = areaOf(file)
    if (area !== 'collections') return area as Part | undefined
    if (file.startsWith('collections/values/')) return 'values'
    if (file.startsWith('collections/kernel/')) return isPure(file) ? 'contracts' : 'kernel'
    if (isPure(file)) return 'rules'
    return SERVICES.test(file) ? 'services' : 'records'
  }
}

/** The imports nobody allowed, one readable line each. */
export const violationsIn = (imports: readonly Import[]): string[] => {
  const partOf = partsOf(imports)
  const isException = ({ from, to }: Import) => EXCEPTIONS.some((one) => one.from === from && one.to === to)
  return imports.flatMap((one) => {
    const { from, to, isType } = one
    const part = partOf(from)!
    const { imports: allowed, types = [] } = ALLOWED[part]
    const target = partOf(to) ?? to
    const isPackage = partOf(to) === undefined
    const names = (isType ? [...allowed, ...types] : allowed).filter((name) => isPackage || !name.includes('*'))
    return allows(names, target) || isException(one)
      ? []
      : [`${from} (${part}) imports ${to}${isPackage ? '' : ` (${target})`}`]
  })
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'))

/** Folders that import each other in a circle, the folders of each circle in alphabetical order. Types count. */
export const circlesIn = (imports: readonly Import[]): string[][] => {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    if (areaOf(from) === 'test' || areaOf(to) === undefined || folderOf(from) === folderOf(to)) continue
    next.set(folderOf(from), (next.get(folderOf(from)) ?? new Set()).add(folderOf(to)))
  }
  const reached = (start: string): Set<string> => {
    const seen = new Set<string>()
    const open = [start]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const to of next.get(at) ?? []) if (!seen.has(to)) open.push(...(seen.add(to), [to]))
    return seen
  }
  const reaches = new Map([...next.keys()].map((folder) => [folder, reached(folder)] as const))
  const circles = [...reaches].flatMap(([folder, to]) =>
    to.has(folder)
      ? [
          [...to]
            .filter((other) => reaches.get(other)?.has(folder))
            .sort()
            .join(' '),
        ]
      : [],
  )
  return [...new Set(circles)].map((circle) => circle.split(' '))
}
