import { parseSync, Visitor } from 'vite'

export interface ModuleImport {
  readonly specifier: string
  /** No value crosses: `import type`, `export type`, or every entry marked `type`. */
  readonly typeOnly: boolean
}

/** What the checks need to know of one source file. */
export interface ModuleFacts {
  /** Path from the repository root, with slashes. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly ModuleImport[]
  readonly hasDefaultExport: boolean
  /** Texts in code: string literals, templates, JSX text, identifiers. Comments are not code. */
  readonly texts: readonly string[]
  /** Names called as functions or constructed. */
  readonly calls: readonly string[]
}

/** Facts of one TypeScript file. Throws where it does not parse. */
export function readModule(path: string, source: string): ModuleFacts {
  const { program, module, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message ?? ''}`)
  const imports: ModuleImport[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest !== null) imports.push({ specifier: moduleRequest.value, typeOnly: isType })
    }
  }
  const texts: string[] = []
  const calls: string[] = []
  new Visitor({
    ImportExpression: ({ source: from }) => {
      if (from.type === 'Literal' && typeof from.value === 'string') imports.push({ specifier: from.value, typeOnly: false })
    },
    TSImportType: ({ source: from }) => {
      if (typeof from.value === 'string') imports.push({ specifier: from.value, typeOnly: true })
    },
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.push(value)
    },
    TemplateElement: ({ value }) => texts.push(value.raw),
    JSXText: ({ value }) => texts.push(value),
    Identifier: ({ name }) => texts.push(name),
    CallExpression: ({ callee }) => {
      if (callee.type === 'Identifier') calls.push(callee.name)
    },
    NewExpression: ({ callee, arguments: parameters }) => {
      if (callee.type !== 'Identifier') return
      calls.push(callee.name)
      // new URL('./worker.ts', import.meta.url) is how a worker is imported.
      const [first, second] = parameters
      const isModuleUrl = callee.name === 'URL' && second?.type === 'MemberExpression' && second.object.type === 'MetaProperty'
      if (isModuleUrl && first?.type === 'Literal' && typeof first.value === 'string') {
        imports.push({ specifier: first.value, typeOnly: false })
      }
    },
  }).visit(program)
  const hasDefaultExport = module.staticExports.some(({ entries }) =>
    entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
  )
  return { path, lines: source.split('\n').length - (source.endsWith('\n') ? 1 : 0), imports, hasDefaultExport, texts, calls }
}
