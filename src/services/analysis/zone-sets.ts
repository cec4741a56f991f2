import type { Zones } from '../../analytics/measures/types.ts'
import { cleanArea } from '../../analytics/zones/clean-area.ts'
import { makeHexagons } from '../../analytics/zones/hexagon-grid.ts'
import { measureSharedAreas } from '../../analytics/zones/measure-ground.ts'
import { LANGUAGES, type Language } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import { boxOfPoints } from '../../geo/boxes.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { DistrictTable } from '../../layers/districts/district-table.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { zonesOfDistricts } from '../../layers/measures/place-groups.ts'
import { selectFeatures } from '../../geo/select-features.ts'
import type { ZoneRow, ZoneSet } from './analysis-service.ts'

/** A hexagon with less land than this, m², is left out: it is sea. */
const LEAST_LAND_SQUARE_METRES = 1

/** The zones of one city that a set asks for. */
export interface CityZones {
  readonly rows: readonly ZoneRow[]
  readonly zones: Zones
  /** Where they are districts. */
  readonly districts: DistrictTable | null
  /** Where the zones together are one row: the shape of that row. */
  readonly whole?: PackedGeometry
}

/** The cities of a set, in its order. */
export function citiesOf(set: ZoneSet): readonly CityId[] {
  return set.kind === 'area' ? [set.cityId] : set.cityIds
}

/** Makes the zones of one city. Rejects with a sentence where a drawn area is none. */
export async function makeZones(set: ZoneSet, source: LayerSource): Promise<CityZones> {
  switch (set.kind) {
    case 'districts':
      return makeDistrictZones(source, await source.districts(set.level))
    case 'city':
      return makeCityZone(source)
    case 'hexagons':
      return makeHexagonZones(source, set.areaSquareMetres)
    case 'area':
      return makeAreaZone(set, source)
  }
}

function makeDistrictZones({ city }: LayerSource, districts: DistrictTable): CityZones {
  return {
    rows: districts.ids.map((id, row) => ({
      cityId: city.id,
      id,
      names: namesFrom((language) => districts.names[language][row] ?? null),
      parentId: districts.parentIds[row] ?? null,
    })),
    zones: zonesOfDistricts(districts),
    districts,
  }
}

/** The coarse districts, of which one row is made: its sums are then those of its districts. */
async function makeCityZone(source: LayerSource): Promise<CityZones> {
  const [districts, land] = await Promise.all([source.districts('coarse'), source.geometry('land')])
  const { id, names } = source.city
  return {
    ...makeDistrictZones(source, districts),
    rows: [{ cityId: id, id: 'city', names, parentId: null }],
    whole: { ...land, featureStarts: Uint32Array.of(0, land.ringStarts.length - 1) },
  }
}

async function makeHexagonZones(source: LayerSource, areaSquareMetres: number): Promise<CityZones> {
  const land = await source.geometry('land')
  const box = boxOfPoints(land.positions)
  if (box === null) throw new Error(`${source.city.id} has no land to lay hexagons on`)
  const all = makeHexagons(box, areaSquareMetres)
  const areas = measureSharedAreas(all.geometry, land)
  const kept = all.ids.flatMap((_, hexagon) => ((areas[hexagon] as number) >= LEAST_LAND_SQUARE_METRES ? [hexagon] : []))
  return {
    rows: kept.map((hexagon) => ({
      cityId: source.city.id,
      id: all.ids[hexagon] as string,
      names: namesFrom(() => null),
      parentId: null,
    })),
    zones: {
      geometry: selectFeatures(all.geometry, kept),
      populations: null,
      landSquareMetres: Float64Array.from(kept, (hexagon) => areas[hexagon] as number),
    },
    districts: null,
  }
}

function makeAreaZone(set: ZoneSet & { readonly kind: 'area' }, { city }: LayerSource): CityZones {
  const convert = converterBetween(4326, city.epsg)
  const geometry = cleanArea(
    set.polygonsDegrees.map((rings) =>
      rings.map((ring) =>
        ring.map(([longitude, latitude]) => {
          if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) throw new Error('Expected corners in longitude and latitude')
          return convert.point(longitude, latitude)
        }),
      ),
    ),
  )
  return {
    rows: [{ cityId: city.id, id: 'area', names: namesFrom(() => set.name), parentId: null }],
    zones: { geometry, populations: null },
    districts: null,
  }
}

function namesFrom(nameIn: (language: Language) => string | null): Readonly<Record<Language, string | null>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, nameIn(language)])) as Record<Language, string | null>
}
