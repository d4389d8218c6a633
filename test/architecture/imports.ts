import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** One import or re-export. Paths are those of the repository; a package is called what it is called. */
export type Import = {
  from: string
  to: string
  /** Gone when the program runs. */
  isType: boolean
}

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The parts of a page that are TypeScript. */
const scriptsOf = (page: string): string =>
  [
    /^---\n([\s\S]*?)\n---/.exec(page)?.[1],
    ...[...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]),
  ].join('\n')

const targetOf = (from: string, name: string): string => {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? join(dirname(from), name) : name
}

const isTypeImport = ({ importClause }: ts.ImportDeclaration): boolean => {
  if (!importClause || importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return importClause !== undefined
  const { name, namedBindings } = importClause
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((one) => one.isTypeOnly)
  )
}

/** What a node imports, if it imports: a statement, a call of `import()`, or a type in the words `import('…').Type`. */
const importIn = (node: ts.Node): { name: ts.Node | undefined; isType: boolean } | undefined => {
  if (ts.isImportDeclaration(node)) return { name: node.moduleSpecifier, isType: isTypeImport(node) }
  if (ts.isExportDeclaration(node)) return { name: node.moduleSpecifier, isType: node.isTypeOnly }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { name: node.argument.literal, isType: true }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { name: node.arguments[0], isType: false }
  return undefined
}

/** Every import of one file, in the order they stand there. */
export const importsIn = (from: string, text: string): Import[] => {
  const found: Import[] = []
  // Statements stand at the top; only where a word of the text says so are there others.
  const isDeep = text.includes('import(')
  const visit = (node: ts.Node): void => {
    const { name, isType } = importIn(node) ?? {}
    if (name && ts.isStringLiteralLike(name))
      found.push({ from, to: targetOf(from, name.text), isType: isType === true })
    if (isDeep) ts.forEachChild(node, visit)
  }
  const isPage = from.endsWith('.astro')
  const kind = from.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(from, isPage ? scriptsOf(text) : text, ts.ScriptTarget.Latest, false, kind)
  source.statements.forEach(visit)
  return found
}

const SOURCES = '{collections,cms,seed,site}/**/*.{ts,tsx,mjs,astro}'
const BUILT = ['**/node_modules', 'cms/.next', 'site/dist', 'site/.astro', 'cms/migrations']

/** Every import of the product; tests may import everything. */
export const readImports = (): Import[] =>
  globSync(SOURCES, { cwd: ROOT, exclude: BUILT })
    .map((file) => file.replaceAll('\\', '/'))
    .flatMap((file) => importsIn(file, readFileSync(join(ROOT, file), 'utf8')))
