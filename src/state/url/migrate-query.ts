/** Version of the query's form. A query without one is of the newest form. */
export const URL_VERSION = '3'

type Pair = readonly [key: string, value: string]

/** Takes the pairs of one version to the next. Maps: a link may hold any word. */
const STEPS = new Map([
  ['1', renameComparison],
  ['2', joinDistrictLayers],
])
/** Whatever the version says: these words never meant anything else. */
const RENAMED_LAYOUTS: ReadonlyMap<string, string> = new Map([['both', 'all']])

/**
 * The pairs of a query in today's form, version by version. A version that is not known is left as it is,
 * and read as far as it goes.
 */
export function migrateQuery(pairs: Iterable<Pair>): readonly Pair[] {
  const all = Array.from(pairs, ([key, value]): Pair => [key, key === 'view' ? (RENAMED_LAYOUTS.get(value) ?? value) : value])
  const version = all.find(([key]) => key === 'v')?.[1] ?? URL_VERSION
  const step = STEPS.get(version)
  if (step === undefined) return all
  const next = String(Number(version) + 1)
  return migrateQuery(step(all).map(([key, value]): Pair => (key === 'v' ? [key, next] : [key, value])))
}

/** Version 1 called the comparison `cmp`, and one of its tabs `alike`. */
function renameComparison(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.map(([key, value]): Pair => {
    if (key === 'cmp') return ['compare', value === 'alike' ? 'matches' : value]
    return key.startsWith('cmp.') ? [`compare.${key.slice('cmp.'.length)}`, value] : [key, value]
  })
}

/** Version 2 had two layers of districts: by an indicator, and by heat in three ways. Both are measures of one layer now. */
const OLD_DISTRICT_LAYERS = new Map([
  [
    'district-indicator',
    {
      param: 'indicator',
      default: 'population-density',
      measures: new Map([
        ['building-height', 'mean-height'],
        ['building-share', 'gsi'],
        ['floor-ratio', 'fsi'],
      ]),
    },
  ],
  [
    'district-heat',
    {
      param: 'measure',
      default: 'heat-density',
      measures: new Map([
        ['total', 'heat-demand'],
        ['per-square-kilometre', 'heat-density'],
        ['per-resident', 'heat-per-resident'],
      ]),
    },
  ],
])

/**
 * The layer that shows keeps its parameters. Of one that does not only the assumptions of the heat model
 * remain: they hold wherever heat is shown.
 */
function joinDistrictLayers(pairs: readonly Pair[]): readonly Pair[] {
  const shown = pairs.find(([key]) => key === 'areas')?.[1] ?? ''
  const old = OLD_DISTRICT_LAYERS.get(shown)
  const params = new Map<string, string>()
  if (old !== undefined) params.set('measure', old.default)
  for (const [key, value] of pairs) {
    const layerId = key.slice('p.'.length)
    const layer = key.startsWith('p.') ? OLD_DISTRICT_LAYERS.get(layerId) : undefined
    if (layer === undefined) continue
    for (const part of value.split(';')) {
      const [name = '', text = ''] = part.split(':', 2)
      const isOwn = name === layer.param || name === 'level'
      if (isOwn && layerId !== shown) continue
      params.set(isOwn && name !== 'level' ? 'measure' : name, isOwn ? (layer.measures.get(text) ?? text) : text)
    }
  }
  const others = pairs.filter(([key]) => !(key.startsWith('p.') && OLD_DISTRICT_LAYERS.has(key.slice('p.'.length))))
  return [
    ...others.map(([key, value]): Pair => (key === 'areas' && old !== undefined ? [key, 'district-measure'] : [key, value])),
    ...(params.size === 0 ? [] : [['p.district-measure', [...params].map(([name, text]) => `${name}:${text}`).join(';')] as const]),
  ]
}
