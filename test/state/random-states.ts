import { DIRECTIONS } from '../../src/analytics/choice/rescale.ts'
import { CRITERIA_LIMITS } from '../../src/analytics/choice/site-criteria.ts'
import { LANGUAGES, type CameraPose } from '../../src/cities/city.ts'
import { MEASURE_IDS } from '../../src/analytics/measures/types.ts'
import { CITY_IDS, cityById } from '../../src/cities/index.ts'
import { AREA_LAYER_IDS, BUILDING_LAYER_IDS, OVERLAY_LAYER_IDS, type LayerId } from '../../src/layers/ids.ts'
import { LAYERS } from '../../src/layers/index.ts'
import type { ParamValue } from '../../src/layers/layer.ts'
import { SHARPNESS_CHOICES, type AppState, type Selection } from '../../src/state/app-state.ts'
import {
  COMPARISON_SIZES,
  COMPARISON_TABS,
  HEXAGON_METRES,
  NEIGHBOUR_COUNTS,
  orderMeasures,
  orderWeights,
  SCORE_KINDS,
  type Comparison,
  type DistrictRef,
} from '../../src/state/comparison.ts'
import { forEveryCity } from '../../src/state/defaults.ts'
import { CORNER_LIMITS, roundCorner, withArea, type DrawnAreas } from '../../src/state/drawing.ts'
import { chooseFrom } from '../seeded-random.ts'

type Random = () => number

/** A state that a user could have made, with poses rounded as the URL rounds them. */
export function makeRandomState(random: Random): AppState {
  const linked = random() < 0.5
  const shared = makePose(random)
  return {
    language: chooseFrom(random, LANGUAGES),
    theme: chooseFrom(random, ['system', 'light', 'dark']),
    layout: chooseFrom(random, ['all', ...CITY_IDS]),
    swapped: random() < 0.5,
    linked,
    cameras: forEveryCity(() => (linked ? shared : makePose(random))),
    buildingLayer: chooseFrom(random, BUILDING_LAYER_IDS),
    areaLayer: chooseFrom(random, AREA_LAYER_IDS),
    overlays: OVERLAY_LAYER_IDS.filter(() => random() < 0.4),
    layerParams: makeParams(random),
    scaleMode: chooseFrom(random, ['joint', 'per-city']),
    date: new Date(Date.UTC(1950, 0, 1 + Math.floor(random() * 50_000))).toISOString().slice(0, 10),
    minutes: Math.floor(random() * 1440),
    shadows: random() < 0.5,
    sharpness: chooseFrom(random, SHARPNESS_CHOICES),
    selection: random() < 0.5 ? null : makeSelection(random),
    comparison: makeComparison(random),
    onlineBaseMap: random() < 0.5,
    onlineModel: random() < 0.5,
  }
}

function makePose(random: Random): CameraPose {
  const tenths = (range: number, from: number) => Math.round((from + random() * range) * 10) / 10
  return {
    eastMetres: tenths(20_000, -10_000),
    northMetres: tenths(20_000, -10_000),
    heightMetres: tenths(20_000, 10),
    headingDegrees: Math.round(random() * 35_999) / 100,
    pitchDegrees: Math.round(-9000 + random() * 8500) / 100,
  }
}

function makeParams(random: Random): AppState['layerParams'] {
  const params: Partial<Record<LayerId, Record<string, ParamValue>>> = {}
  for (const id of Object.keys(LAYERS) as LayerId[]) {
    const layer = LAYERS[id]
    const defaults: Readonly<Record<string, ParamValue>> = layer.defaults
    for (const control of layer.controls) {
      if (random() < 0.7) continue
      const value =
        control.kind === 'choice'
          ? chooseFrom(random, control.choices).value
          : Math.min(
              control.maximum,
              Math.max(control.minimum, Math.round(control.minimum + random() * (control.maximum - control.minimum)) + 0),
            )
      if (value !== defaults[control.key]) (params[id] ??= {})[control.key] = value
    }
  }
  return params
}

/** Ids as data sets have them and as they might: with colons, spaces, marks of the URL, letters of any script. */
function makeSelection(random: Random): Selection {
  return {
    cityId: chooseFrom(random, CITY_IDS),
    kind: chooseFrom(random, ['building', 'district', 'stop', 'line', 'place']),
    id: chooseFrom(random, ['way/12', 'a:b:c', 'Õ 1&x=2', '100%', 'a+b', '#?;,', 'ключ', '🏠', 'o\'x"<b>']),
  }
}

/** Corners about a city's anchor, the first three on no line. */
function makeAreas(random: Random): DrawnAreas {
  let areas: DrawnAreas = {}
  for (const cityId of CITY_IDS) {
    if (random() < 0.5) continue
    const { longitudeDegrees, latitudeDegrees } = cityById(cityId).anchor
    const corner = (east: number, north: number) => roundCorner([longitudeDegrees + east, latitudeDegrees + north])
    const more = Array.from({ length: Math.floor(random() * (CORNER_LIMITS.most - 3)) }, () => corner(random() - 0.5, random() - 0.5))
    for (let left = 1 + Math.floor(random() * 2); left > 0; left--) {
      areas = withArea(areas, cityId, [corner(0, 0), corner(0.1 * random() + 0.01, 0), corner(0, 0.01), ...more])
    }
  }
  return areas
}

function makeComparison(random: Random): Comparison {
  const measure = () => chooseFrom(random, MEASURE_IDS)
  const district = (): DistrictRef | null =>
    random() < 0.3
      ? null
      : {
          cityId: chooseFrom(random, CITY_IDS),
          id: chooseFrom(random, ['asum-101', 'Õ 1&x=2', '100%', 'a+b', '🏠', 'o\'x"<b>']),
        }
  return {
    tab: random() < 0.5 ? null : chooseFrom(random, COMPARISON_TABS),
    size: chooseFrom(random, COMPARISON_SIZES),
    level: chooseFrom(random, ['coarse', 'fine']),
    pair: [district(), district()],
    areas: makeAreas(random),
    measures: orderMeasures(MEASURE_IDS.filter(() => random() < 0.4)),
    scores: chooseFrom(random, SCORE_KINDS),
    sort: { column: random() < 0.3 ? 'name' : measure(), isDescending: random() < 0.5 },
    axes: [measure(), measure()],
    weights: orderWeights(Object.fromEntries(MEASURE_IDS.map((id) => [id, random() < 0.5 ? 0 : random() * 3]))),
    measure: measure(),
    clusterCityId: chooseFrom(random, CITY_IDS),
    neighbours: random() < 0.4 ? 'contiguity' : chooseFrom(random, NEIGHBOUR_COUNTS),
    hexagonMetres: chooseFrom(random, HEXAGON_METRES),
    criteria: MEASURE_IDS.filter(() => random() < 0.2)
      .slice(0, CRITERIA_LIMITS.most)
      .map((measureId) => ({
        measureId,
        direction: chooseFrom(random, DIRECTIONS),
        scale: random() < 0.5 ? { kind: 'ranks' } : { kind: 'linear', low: -1 - random(), high: random() * 1e6 },
        weight: random() * 10,
        leastWeight: random(),
        mostWeight: 1 + random(),
      })),
    own:
      random() < 0.5
        ? []
        : [
            { name: "Väki (ala) 'x', %", formula: 'a == b & <c>' },
            { name: 'B', formula: '' },
          ],
  }
}
