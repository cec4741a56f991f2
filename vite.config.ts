import { createHash } from 'node:crypto'
import { cpSync, createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { join, normalize, resolve, sep } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { makeFirstPaintPage } from './src/app/first-paint/first-paint-page.ts'
import { writePolicy } from './src/app/write-policy.ts'
import { CITY_IDS } from './src/cities/index.ts'
import { isPublished, PUBLISHED_FOLDERS } from './src/pipeline/serve/list-published.ts'
import { mediaTypeOf } from './src/pipeline/serve/media-types.ts'
import { HEADERS_FILE } from './src/pipeline/serve/open-site.ts'

const ROOT = import.meta.dirname
const CESIUM_BUILD = resolve(ROOT, 'node_modules/cesium/Build/Cesium')

/** Parts of the engine that are served and shipped as they are, by the first part of their address. */
const STATIC_FOLDERS: Readonly<Record<string, string>> = {
  'cesium/Workers': join(CESIUM_BUILD, 'Workers'),
  // The decoders that the cities' own (online) models ask for.
  'cesium/ThirdParty/draco_decoder.wasm': join(CESIUM_BUILD, 'ThirdParty/draco_decoder.wasm'),
  'cesium/ThirdParty/basis_transcoder.wasm': join(CESIUM_BUILD, 'ThirdParty/basis_transcoder.wasm'),
}

/**
 * Hosts of the sources in tilesets/registry.json. Nothing is asked of them until the user
 * switches an online source on; everything else comes from our own origin.
 */
function readOnlineHosts(): string {
  const file = resolve(ROOT, 'tilesets/registry.json')
  if (!existsSync(file)) return ''
  const registry = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { kind: string; url: string }[]>
  const streams = Object.values(registry)
    .flat()
    .filter((source) => source.kind !== 'citygml')
  return [...new Set(streams.map((source) => new URL(source.url).origin))].sort().join(' ')
}

/**
 * The first script of the page, as text: it writes the narrow half of the policy (see write-policy.ts).
 * Storage may be closed to a page, e.g. in a frame of another site: then nobody more is allowed.
 */
function policyScript(isDevelopment: boolean): string {
  const online = readOnlineHosts()
  const connect = `'self' data: blob: ${online}${isDevelopment ? ' ws:' : ''}`
  const read = "(() => { try { return sessionStorage.getItem('kaksik.hosts') } catch { return null } })()"
  return `(${writePolicy.toString()})(document, ${read}, ${JSON.stringify(connect)}, ${JSON.stringify(`'self' data: blob: ${online}`)})`
}

/**
 * The policy is two, and a browser holds a page to both. This one stands in the page (and in the header
 * of `npm start`) and never changes; whom the page may reach it leaves to the second, which the first
 * script writes, since only that one knows the hosts that the user switched on. `unsafe-inline` is for
 * styles only: React and the engine set style attributes.
 */
function contentSecurityPolicy(isDevelopment: boolean): string {
  const hashes = [policyScript(isDevelopment), FIRST_PAINT.script]
    .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
    .join(' ')
  return [
    "default-src 'self'",
    // The decoders of the online models are WebAssembly. The development server inlines its client, and
    // a hash would switch that off.
    `script-src 'self' 'wasm-unsafe-eval' ${isDevelopment ? "'unsafe-inline'" : hashes}`,
    "worker-src 'self' blob:",
    'img-src * data: blob:',
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `connect-src * data: blob:${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ')
}

/** What is no page (a worker's script above all) needs nobody but our own origin and the known hosts. */
function workerSecurityPolicy(): string {
  return `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self' data: blob: ${readOnlineHosts()}`
}

/** What is seen before the app: its frame, from the page itself. */
const FIRST_PAINT = await makeFirstPaintPage()

/** Style of the first paint: the app's own tokens and seam, and a few lines. */
function readFirstStyle(): string {
  const files = ['src/ui/styles/tokens.css', 'src/ui/styles/base.css', 'src/ui/styles/seam.css', 'src/app/first-paint/first-paint.css']
  const css = files
    .map((file) => readFileSync(resolve(ROOT, file), 'utf8'))
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
  return FIRST_PAINT.accents + css
}

/** Puts the first paint into the page. */
function firstPaintPlugin(): Plugin {
  return {
    name: 'first-paint',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace('%TITLE%', FIRST_PAINT.title)
          .replace('%DESCRIPTION%', FIRST_PAINT.description)
          .replace('<!-- first style -->', () => `<style>${readFirstStyle()}</style>`)
          .replace('<!-- first frame -->', () => FIRST_PAINT.frame)
          .replace(
            '<!-- no script -->',
            () => `<noscript><div class="no-script">${FIRST_PAINT.noScript}</div></noscript><script>${FIRST_PAINT.script}</script>`,
          ),
    },
  }
}

/**
 * Takes out of the first paint's way what would delay it: the app's style sheet goes to the end of the page, where
 * it no longer keeps what stands above it from being painted. Names the files that the first paint asks for early.
 */
function firstPaintFilesPlugin(): Plugin {
  return {
    name: 'first-paint-files',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const files = Object.values(bundle ?? {})
        const texts = Object.fromEntries(
          files.flatMap((file) => {
            const language = file.type === 'chunk' ? /\/ui\/messages\/(\w+)\.ts$/.exec(file.facadeModuleId ?? '')?.[1] : undefined
            return language === undefined ? [] : [[language, `./${file.fileName}`]]
          }),
        )
        const font = files.find(({ fileName }) => /latin-wght-normal/.test(fileName))?.fileName
        const sheets = html.match(/<link rel="stylesheet"[^>]*>/g) ?? []
        return sheets
          .reduce((page, sheet) => page.replace(sheet, ''), html)
          .replace('<div id="root">', `<div id="root" data-texts='${JSON.stringify(texts)}'>`)
          .replace(
            '</head>',
            font === undefined
              ? '</head>'
              : `<style>@font-face{font-family:'Source Sans 3 Variable';font-display:swap;font-weight:200 900;src:url(./${font}) format('woff2-variations')}</style>
    <link rel="preload" as="font" type="font/woff2" crossorigin href="./${font}" /></head>`,
          )
          .replace('</body>', `${sheets.join('')}</body>`)
      },
    },
  }
}

/** Puts both policies into the page, so that they hold wherever the files are served from. */
function securityPolicyPlugin(): Plugin {
  return {
    name: 'security-policy',
    transformIndexHtml: {
      order: 'pre',
      handler: (_html, context) => {
        const isDevelopment = context.server !== undefined
        return [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', 'content': contentSecurityPolicy(isDevelopment) },
            injectTo: 'head-prepend',
          },
          { tag: 'script', children: policyScript(isDevelopment), injectTo: 'head-prepend' },
        ]
      },
    },
    // A policy in the page does not hold for the workers: a server that sends these headers holds them too.
    generateBundle() {
      const [page, other] = [contentSecurityPolicy(false), workerSecurityPolicy()].map((policy) => ({ 'Content-Security-Policy': policy }))
      this.emitFile({ type: 'asset', fileName: HEADERS_FILE, source: `${JSON.stringify({ page, other }, null, 2)}\n` })
    },
  }
}

/** The file of an address under one of the static folders, or null. */
function findStaticFile(path: string): string | null {
  for (const [prefix, folder] of Object.entries(STATIC_FOLDERS)) {
    if (path !== prefix && !path.startsWith(`${prefix}/`)) continue
    const file = normalize(join(folder, path.slice(prefix.length)))
    if (file !== folder && !file.startsWith(folder + sep)) return null
    return existsSync(file) && statSync(file).isFile() ? file : null
  }
  const published = resolve(ROOT, path)
  return isPublished(path, CITY_IDS) && existsSync(published) && statSync(published).isFile() ? published : null
}

/** Serves the engine's parts, data and tiles in development; on build the engine's parts are copied (the rest is by `npm run build`). */
function staticFoldersPlugin(): Plugin {
  let outputFolder = resolve(ROOT, 'dist')
  return {
    name: 'static-folders',
    configResolved(config) {
      outputFolder = resolve(config.root, config.build.outDir)
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0] as string).slice(1)
        const file = findStaticFile(path)
        if (file === null) {
          const isOurs = [...Object.keys(STATIC_FOLDERS), ...PUBLISHED_FOLDERS].some((prefix) => path.startsWith(`${prefix}/`))
          // A module of the source tree may live under such a folder (registry.json is imported).
          if (!isOurs || (request.url ?? '').includes('import')) return next()
          response.statusCode = 404
          response.end(`Not found: ${path}`)
          return
        }
        if ((request.url ?? '').includes('import')) return next()
        response.setHeader('Content-Type', mediaTypeOf(file))
        response.setHeader('Content-Length', statSync(file).size)
        createReadStream(file).pipe(response)
      })
    },
    writeBundle() {
      for (const [prefix, source] of Object.entries(STATIC_FOLDERS)) {
        if (existsSync(source)) cpSync(source, join(outputFolder, prefix), { recursive: true })
      }
    },
  }
}

/** More than this is too much to wait for on a slow line: a build that exceeds it fails. */
const MOST_FIRST_VIEW_KILOBYTES = 1450

/** Prints what the first view costs: the entry, everything that it imports statically, and the workers. */
function firstViewSizePlugin(): Plugin {
  return {
    name: 'first-view-size',
    writeBundle(_options, bundle) {
      const pending = Object.values(bundle)
        .filter((part) => part.type === 'chunk' && part.isEntry)
        .map((part) => part.fileName)
      const reached = new Set<string>()
      while (pending.length > 0) {
        const fileName = pending.pop() as string
        if (reached.has(fileName)) continue
        reached.add(fileName)
        const part = bundle[fileName]
        if (part?.type === 'chunk') pending.push(...part.imports)
      }
      // Vite hands the workers over as finished assets. The others start when they are first asked for.
      const workers = Object.keys(bundle).filter((fileName) => /\b(data|map)-worker-[^/]*\.js$/.test(fileName))
      let total = 0
      for (const fileName of [...reached, ...workers]) {
        const part = bundle[fileName]
        if (part !== undefined) total += gzipSync(part.type === 'chunk' ? part.code : part.source, { level: 9 }).length
      }
      if (total > MOST_FIRST_VIEW_KILOBYTES * 1000) {
        this.error(
          `The first view takes ${(total / 1000).toFixed(0)} kB of script, gzipped; at most ${MOST_FIRST_VIEW_KILOBYTES} kB are allowed`,
        )
      }
      this.info(`first view: ${(total / 1000).toFixed(0)} kB of script, gzipped, in ${reached.size} files and ${workers.length} workers`)
    },
  }
}

export default defineConfig(({ command }) => ({
  base: './',
  plugins: [react(), firstPaintPlugin(), firstPaintFilesPlugin(), securityPolicyPlugin(), staticFoldersPlugin(), firstViewSizePlugin()],
  // Relative to the page, so that the app works in any folder of a server.
  define: { CESIUM_BASE_URL: JSON.stringify(command === 'serve' ? '/cesium/' : './cesium/') },
  resolve: {
    alias: [
      { find: /^cesium$/, replacement: resolve(ROOT, 'src/scene/cesium-for-resium.ts') },
      { find: /^@spz-loader\/core$/, replacement: resolve(ROOT, 'src/scene/left-out-of-build.ts') },
      // The engine needs the decoder alone; the package's entry brings the encoder and the simplifier.
      { find: /^meshoptimizer$/, replacement: resolve(ROOT, 'node_modules/meshoptimizer/meshopt_decoder.mjs') },
    ],
  },
  worker: { format: 'es' as const },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      // What one worker puts off until asked, another needs from its start: no mistake, so no warning.
      onLog: (level, log, handler) => {
        if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') handler(level, log)
      },
    },
  },
}))
