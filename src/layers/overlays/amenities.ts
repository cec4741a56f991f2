import { featureArea } from '../../analytics/zones/planar-rings.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { AMENITY_CLASSES } from '../../schema/datasets.ts'
import { NO_PARAMS } from '../buildings/building-layer.ts'
import { paintFeatures } from '../colour/paint.ts'
import { AMENITY_COLOURS } from '../colour/palettes.ts'
import { makeCategoricalScale } from '../colour/scale.ts'
import { codeColumn, idColumn } from '../columns.ts'
import type { Categories } from '../figures.ts'
import { defineLayer, type LayerParams } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { provenanceOf } from '../provenance-of.ts'
import type { Drawable, Polygons } from '../types.ts'

interface AmenityCategories extends Categories {
  readonly ids: readonly string[]
  readonly positionsDegrees: Float64Array
  /** Land on which amenities are not known, to be hatched; null where they are known throughout. */
  readonly unknownLand: Polygons | null
}

const DIAMETER_PIXELS = 8

/** Schools, day care, health, shops, culture and sport, by kind. */
export const amenities = defineLayer<LayerParams, AmenityCategories>({
  ...NO_PARAMS,
  id: 'amenities',
  slot: 'overlay',
  labelKey: 'layer.amenities',
  load: async (source) => {
    const [table, positionsDegrees, manifest, land, landDegrees, known, knownDegrees] = await Promise.all([
      source.table('amenities'),
      source.positionsDegrees('amenities'),
      source.manifest(),
      source.geometry('land'),
      source.positionsDegrees('land'),
      source.geometry('amenity_coverage'),
      source.positionsDegrees('amenity_coverage'),
    ])
    const isPartial = areaOf(known) < areaOf(land) * WHOLE_SHARE
    return {
      ids: idColumn(table),
      positionsDegrees,
      codes: codeColumn(table, 'class', AMENITY_CLASSES),
      estimatedCount: 0,
      provenance: provenanceOf(manifest, 'amenities'),
      notes: isPartial ? ['amenitiesPartial'] : [],
      unknownLand: isPartial ? subtract(land, landDegrees, known, knownDegrees) : null,
    }
  },
  scale: (_data, _params, theme) => makeCategoricalScale(AMENITY_COLOURS, 'amenity', theme),
  draw: (data, scale, _params, theme): readonly Drawable[] => [
    ...(data.unknownLand === null ? [] : [copyOf(data.unknownLand)]),
    {
      kind: 'points',
      selects: 'amenity',
      ids: data.ids,
      positionsDegrees: data.positionsDegrees.slice(),
      rgba: paintFeatures(data, scale, theme, 255),
      diameterPixels: new Float32Array(data.codes.length).fill(DIAMETER_PIXELS),
    },
  ],
  legend: (data, scale) => makeLegend(data, scale, { layerId: 'amenities', titleKey: 'layer.amenities', unitKey: null }),
})

/** Known on this share of the land counts as known throughout: the shores of two sources differ a little. */
const WHOLE_SHARE = 0.98

function areaOf(geometry: PackedGeometry): number {
  let area = 0
  for (let feature = 0; feature + 1 < geometry.featureStarts.length; feature++) area += featureArea(geometry, feature)
  return area
}

/** One feature of both geometries' rings: what is covered lies within the land, so even-odd leaves the rest of it. */
function subtract(land: PackedGeometry, landDegrees: Float64Array, known: PackedGeometry, knownDegrees: Float64Array): Polygons {
  const points = landDegrees.length / 2
  const positionsDegrees = new Float64Array(landDegrees.length + knownDegrees.length)
  positionsDegrees.set(landDegrees)
  positionsDegrees.set(knownDegrees, landDegrees.length)
  const ringStarts = Uint32Array.from([...land.ringStarts.slice(0, -1), ...known.ringStarts.map((start) => start + points)])
  return {
    kind: 'polygons',
    ids: ['unknown-land'],
    positionsDegrees,
    ringStarts,
    featureStarts: Uint32Array.of(0, ringStarts.length - 1),
    fillRgba: new Uint8Array(4),
    noData: Uint8Array.of(1),
    strokeRgba: null,
  }
}

/** Drawables are handed to another thread: what is kept must stay. */
function copyOf(polygons: Polygons): Polygons {
  return {
    ...polygons,
    positionsDegrees: polygons.positionsDegrees.slice(),
    ringStarts: polygons.ringStarts.slice(),
    featureStarts: polygons.featureStarts.slice(),
    fillRgba: polygons.fillRgba.slice(),
    noData: polygons.noData.slice(),
  }
}
