import { epsgOfUrn } from '../../geo/crs.ts'
import { fetchOnline, type FetchLimits } from './fetch-online.ts'
import { areasTouching } from './near-areas.ts'
import { parameterOf, withParameters } from './read-address.ts'
import { readXmlAnswer } from './read-answer.ts'
import { childText, findAll, type XmlElement } from './read-xml.ts'
import { OnlineError } from './online-fault.ts'
import type { Area } from './service-types.ts'
import type { Streamed } from '../../layers/own/service-request.ts'

export interface CheckedWms {
  readonly streamed: Extract<Streamed, { kind: 'wms' }>
  readonly title: string
  /** The credit that the service asks for; empty where it names none. */
  readonly attribution: string
}

/** What a layer of the document says, with what it inherits from the layers around it. */
interface LayerFacts {
  readonly name: string
  readonly title: string
  readonly crs: ReadonlySet<string>
  readonly boxDegrees: readonly [number, number, number, number] | null
  readonly attribution: string
}

/**
 * Asks a WMS (1.3.0, OGC 06-042, or 1.1.1) what it offers, and checks that the layer is there, in a
 * CRS that can be drawn, and in one of the areas. No picture is asked for yet.
 */
export async function checkWms(
  address: URL,
  layer: string,
  areas: readonly Area[],
  signal: AbortSignal,
  limits: FetchLimits,
): Promise<CheckedWms> {
  const host = address.host
  const asked = withParameters(address, { service: 'WMS', version: '1.3.0', request: 'GetCapabilities', layers: null, layer: null })
  const root = readXmlAnswer((await fetchOnline(asked, 'text/xml, application/xml', signal, limits)).bytes, host)
  if (!/^(WMS_Capabilities|WMT_MS_Capabilities)$/.test(root.name)) {
    throw new OnlineError('unexpected', { host, expected: 'WMS_Capabilities', found: root.name.slice(0, 40) })
  }
  const version = root.attributes['version'] === '1.1.1' || root.name === 'WMT_MS_Capabilities' ? '1.1.1' : '1.3.0'
  const layers = root.children.filter(({ name }) => name === 'Capability').flatMap((capability) => listLayers(capability, null))
  const names = layers.map(({ name }) => name)
  const wanted = layer || parameterOf(address, 'layers', 'layer')
  if (wanted === null) throw new OnlineError('layer-missing', { host }, names)
  const found = layers.find(({ name }) => name === wanted)
  if (found === undefined) throw new OnlineError('layer-unknown', { host, layer: wanted.slice(0, 80) }, names)
  const crs = chooseCrs(found.crs, version)
  if (crs === null) throw new OnlineError('crs', { host, crs: [...found.crs].slice(0, 4).join(', ') || '?' })
  const near = found.boxDegrees === null ? areas : areasTouching(found.boxDegrees, areas)
  if (near.length === 0) throw new OnlineError('outside', { host, layer: wanted })
  const url = withParameters(address, {
    service: null,
    version: null,
    request: null,
    layers: null,
    layer: null,
    styles: null,
    crs: null,
    srs: null,
    format: null,
    transparent: null,
    bbox: null,
    width: null,
    height: null,
  })
  return {
    streamed: {
      kind: 'wms',
      url: url.href,
      layer: wanted,
      cities: near.map(({ cityId }) => cityId),
      version,
      crs,
      format: chooseFormat(root),
    },
    title: found.title,
    attribution: found.attribution,
  }
}

function listLayers(parent: XmlElement, above: LayerFacts | null): LayerFacts[] {
  return parent.children
    .filter(({ name }) => name === 'Layer')
    .flatMap((element) => {
      const attribution = element.children.find(({ name }) => name === 'Attribution')
      const facts: LayerFacts = {
        name: childText(element, 'Name'),
        title: childText(element, 'Title'),
        // 1.1.1 writes several into one element.
        crs: new Set([
          ...(above?.crs ?? []),
          ...element.children.filter(({ name }) => name === 'CRS' || name === 'SRS').flatMap(({ text }) => text.split(/\s+/)),
        ]),
        boxDegrees: readBox(element) ?? above?.boxDegrees ?? null,
        attribution: attribution === undefined ? (above?.attribution ?? '') : childText(attribution, 'Title'),
      }
      // A layer without a name only groups others.
      return [...(facts.name === '' ? [] : [facts]), ...listLayers(element, facts)]
    })
}

function readBox(layer: XmlElement): LayerFacts['boxDegrees'] {
  const geographic = layer.children.find(({ name }) => name === 'EX_GeographicBoundingBox')
  const old = layer.children.find(({ name }) => name === 'LatLonBoundingBox')
  const numbers =
    geographic !== undefined
      ? ['westBoundLongitude', 'southBoundLatitude', 'eastBoundLongitude', 'northBoundLatitude'].map((name) =>
          Number(childText(geographic, name) || NaN),
        )
      : old !== undefined
        ? ['minx', 'miny', 'maxx', 'maxy'].map((name) => Number(old.attributes[name] ?? NaN))
        : []
  return numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as [number, number, number, number]) : null
}

function chooseCrs(offered: ReadonlySet<string>, version: '1.1.1' | '1.3.0'): Extract<Streamed, { kind: 'wms' }>['crs'] | null {
  // The engine draws in Web Mercator, by whatever code the service has it; of the rest, only what stands east before north.
  if ([...offered].some((name) => epsgOfUrn(name) === 3857)) return 'EPSG:3857'
  if (offered.has('CRS:84')) return 'CRS:84'
  // By 1.3.0 it means latitude first, which services follow or not: CRS:84 is the one that is sure.
  return version === '1.1.1' && offered.has('EPSG:4326') ? 'EPSG:4326' : null
}

function chooseFormat(root: XmlElement): string {
  const formats = findAll(root, 'GetMap')
    .flatMap(({ children }) => children)
    .filter(({ name }) => name === 'Format')
    .map(({ text }) => text)
  return ['image/png', 'image/png8', 'image/webp', 'image/jpeg'].find((format) => formats.includes(format)) ?? 'image/png'
}
