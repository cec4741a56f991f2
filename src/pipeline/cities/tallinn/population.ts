import type { Dataset, Feature } from '../../dataset.ts'
import { keepFirstOfId } from '../../issues.ts'
import { boxOf } from '../../geometry/planar.ts'
import { numberOf, textOf } from '../../formats/read-geojson.ts'
import { dropRepeated } from '../../drop-repeated.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { MAP_SOURCES } from './map-sources.ts'

const FILE = 'tallinn/finest-twins-population/derived_grid500_RECONSTRUCTED.geojson'
const CELL_METRES = 500
/** The grid's corner; rounding in degrees moves the source's corners by some centimetres. */
const ORIGIN = [531160, 6596540] as const

interface Cell extends Feature {
  readonly label: string
  readonly file: string
}

/** Modelled residents of 2015 on a 500 m grid. */
export async function buildPopulation(folder: SourceFolder): Promise<Dataset> {
  const cleaned = await readClean(folder, FILE, 'MultiPolygon')
  const issues = [...cleaned.issues]
  const cells = cleaned.features.flatMap(({ geometry, properties, label }): Cell[] => {
    if (geometry.type !== 'MultiPolygon') return []
    const [west, south, east, north] = boxOf(geometry.coordinates)
    const x = snap((west + east) / 2 - CELL_METRES / 2, ORIGIN[0])
    const y = snap((south + north) / 2 - CELL_METRES / 2, ORIGIN[1])
    const ring = [
      [x, y],
      [x + CELL_METRES, y],
      [x + CELL_METRES, y + CELL_METRES],
      [x, y + CELL_METRES],
      [x, y],
    ] as const
    const id = textOf(properties['id']) ?? label
    return [
      {
        label,
        file: FILE,
        geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
        properties: {
          id: `cell-${id.padStart(4, '0')}`,
          cell_size_m: CELL_METRES,
          population: numberOf(properties['est_pop_2015']),
          population_year: 2015,
          population_kind: 'modelled',
        },
      },
    ]
  })
  const distinct = keepFirstOfId(cells, (cell) => ({ id: String(cell.properties['id']), file: FILE, label: cell.label }), issues)
  const features = dropRepeated(distinct, (cell) => cell.geometry.coordinates, issues).map(({ geometry, properties }): Feature => ({
    geometry,
    properties,
  }))
  return {
    name: 'population_grid',
    geometry: 'MultiPolygon',
    features,
    issues,
    sources: [MAP_SOURCES.syntheticPopulation2015],
    derived: {
      population:
        "Residents of the asum in 2015 spread over its cells by the residential weight of their land use, the authors' own method.",
      geometry: 'Cells reconstructed from their numbers and the asum of each; placed within about 25 m.',
    },
    provenance: {
      kind: 'modelled',
      year: '2015',
      source: 'Agriesti et al. 2022, FinEst Twins (doi:10.3390/ijgi11020148)',
      uncertainty: 'modelled within each asum; cells placed within about 25 m',
    },
  }
}

/** The nearest grid line. */
function snap(value: number, origin: number): number {
  return origin + Math.round((value - origin) / CELL_METRES) * CELL_METRES
}
