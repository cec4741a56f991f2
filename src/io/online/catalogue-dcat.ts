import type { Catalogue, CatalogueEntry, CatalogueText } from '../../schema/catalogue.ts'

type Node = Readonly<Record<string, unknown>>

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** Addresses of licences; DCAT-AP wants a licence by its address. */
const LICENCES: Readonly<Record<string, string>> = {
  'CC BY 4.0': 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0',
  'CC BY-SA 4.0': 'http://publications.europa.eu/resource/authority/licence/CC_BYSA_4_0',
}

/** Standards of the services, by the addresses that the OGC gives them. */
const STANDARDS: Readonly<Partial<Record<CatalogueEntry['kind'], string>>> = {
  'ogc-features': 'http://www.opengis.net/spec/ogcapi-features-1/1.0',
  'wfs': 'http://www.opengis.net/def/serviceType/ogc/wfs',
  'wms': 'http://www.opengis.net/def/serviceType/ogc/wms',
  'wcs': 'http://www.opengis.net/def/serviceType/ogc/wcs',
  '3dtiles': 'http://www.opengis.net/doc/CS/3dtiles/1.1',
  'i3s': 'http://www.opengis.net/doc/CS/I3S/1.3',
}

/** What is a file to be taken whole is a dataset with a distribution, not a service. */
const FILES: readonly CatalogueEntry['kind'][] = ['download', 'gtfs']

/**
 * The catalogue as DCAT-AP 3.0 in JSON-LD: each entry is a dataset, and the service that gives it or the
 * file that holds it. Nodes are named under `urn:kaksik:`, since nobody publishes these descriptions at
 * an address.
 */
export function catalogueToDcat(catalogue: Catalogue): Node {
  const services = catalogue.entries.filter(({ kind }) => !FILES.includes(kind))
  return {
    '@context': CONTEXT,
    '@id': 'urn:kaksik:catalogue',
    '@type': 'dcat:Catalog',
    'dct:title': inLanguages(catalogue.title),
    'dct:description': inLanguages(catalogue.description),
    'dct:publisher': agent(catalogue.publisher),
    'dct:issued': { '@type': 'xsd:date', '@value': catalogue.issued },
    'dct:language': ['ENG', 'FIN', 'EST', 'SWE'].map((code) => ({
      '@id': `http://publications.europa.eu/resource/authority/language/${code}`,
    })),
    'dcat:dataset': catalogue.entries.map(toDataset),
    'dcat:service': services.map(toService),
  }
}

function toDataset(entry: CatalogueEntry): Node {
  const access: Node = FILES.includes(entry.kind)
    ? {
        '@type': 'dcat:Distribution',
        'dcat:accessURL': { '@id': iri(entry.url) },
        'dcat:downloadURL': { '@id': iri(entry.url) },
        ...licence(entry),
      }
    : {
        '@type': 'dcat:Distribution',
        'dcat:accessURL': { '@id': iri(entry.url) },
        'dcat:accessService': { '@id': `urn:kaksik:service:${entry.id}` },
        ...licence(entry),
      }
  return {
    '@id': `urn:kaksik:dataset:${entry.id}`,
    '@type': 'dcat:Dataset',
    'dct:title': inLanguages(entry.title),
    'dct:description': inLanguages(entry.goodFor),
    'dct:publisher': agent(entry.publisher),
    ...(entry.layer === null ? {} : { 'dct:identifier': entry.layer }),
    ...(entry.crs.length === 0 ? {} : { 'dct:conformsTo': entry.crs.map(crs) }),
    'dcat:distribution': access,
  }
}

function toService(entry: CatalogueEntry): Node {
  const standard = STANDARDS[entry.kind]
  const conforms = [...(standard === undefined ? [] : [{ '@id': standard, '@type': 'dct:Standard' }]), ...entry.crs.map(crs)]
  return {
    '@id': `urn:kaksik:service:${entry.id}`,
    '@type': 'dcat:DataService',
    'dct:title': inLanguages(entry.title),
    'dct:description': inLanguages(entry.goodFor),
    'dct:publisher': agent(entry.publisher),
    'dcat:endpointURL': { '@id': iri(entry.url) },
    'dcat:servesDataset': { '@id': `urn:kaksik:dataset:${entry.id}` },
    ...(conforms.length === 0 ? {} : { 'dct:conformsTo': conforms }),
    ...licence(entry),
  }
}

/** A licence that is not stated is left out: there is no address for what nobody said. */
function licence({ licence: name }: CatalogueEntry): Node {
  const address = name === null ? undefined : LICENCES[name]
  return address === undefined ? {} : { 'dct:license': { '@id': address, '@type': 'dct:LicenseDocument' } }
}

function crs(code: number): Node {
  return { '@id': `http://www.opengis.net/def/crs/EPSG/0/${code}`, '@type': 'dct:Standard' }
}

function agent(name: string): Node {
  return { '@type': 'foaf:Agent', 'foaf:name': name }
}

function inLanguages(texts: CatalogueText): Node[] {
  return Object.entries(texts).map(([language, value]) => ({ '@language': language, '@value': value }))
}

/** Braces of a tile template are no part of an address. */
function iri(url: string): string {
  return url.replace(/[{}]/g, encodeURIComponent)
}
