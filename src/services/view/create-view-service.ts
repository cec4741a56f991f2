import { horizonTangents, makeCompass, skyViewFactor } from '../../analytics/solar/horizon.ts'
import { isCovered } from '../../analytics/solar/scene.ts'
import { outlineViewshed } from '../../analytics/view/outline-viewshed.ts'
import { cutSection } from '../../analytics/view/section.ts'
import { measureViewshed, VIEWSHED_DEFAULTS } from '../../analytics/view/viewshed.ts'
import type { CityId } from '../../cities/index.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { keepPromise } from '../keep-promise.ts'
import { planScene, readBuiltScene } from './built-scene.ts'
import { studySun } from './sun-study.ts'
import type { BuiltCity, SunHoursAnswer, ViewService } from './view-questions.ts'

/** Directions in which a point's horizon is looked at, and how far. */
const SKY_COMPASS = makeCompass(360)
const SKY_DISTANCE_METRES = 2000
const DEGREES_PER_RADIAN = 180 / Math.PI

/** Answers questions about views over the cities' tables; solids are read when first asked for. */
export function createViewService(sourceOf: (cityId: CityId) => LayerSource): ViewService {
  const keep = keepPromise()
  const open = async ({ cityId, planned }: BuiltCity) => {
    const source = sourceOf(cityId)
    const built = await keep(`solids ${cityId}`, () => readBuiltScene(source))
    return {
      source,
      scene: planScene(built, source, planned),
      toPlane: converterBetween(4326, source.city.epsg),
      toDegrees: converterBetween(source.city.epsg, 4326),
    }
  }
  return {
    cutSection: async (request) => {
      const { scene, toPlane } = await open(request)
      return cutSection(scene, toPlane.point(...request.from), toPlane.point(...request.to))
    },

    measureViewshed: async (request) => {
      const { scene, toPlane, toDegrees } = await open(request)
      const [x, y] = toPlane.point(...request.position)
      const { radiusMetres } = request
      const { stretches, ...seen } = measureViewshed(scene, [x, y, request.heightMetres], { ...VIEWSHED_DEFAULTS, radiusMetres })
      const { positions, ringStarts, surfaces } = outlineViewshed({ stretches, ...seen })
      const inPlane = positions.map((metres, index) => metres + (index % 2 === 0 ? x : y))
      return { ...seen, shapes: { positionsDegrees: toDegrees.batch(inPlane), ringStarts, surfaces } }
    },

    measureSkyView: async (request) => {
      const { scene, toPlane } = await open(request)
      const place = [...toPlane.point(...request.position), request.heightMetres] as const
      const covered = isCovered(scene, ...place)
      const tangents = horizonTangents(scene, place, SKY_COMPASS, SKY_DISTANCE_METRES)
      return {
        skyViewFactor: covered ? 0 : skyViewFactor(tangents),
        isCovered: covered,
        horizonDegrees: tangents.map((tangent) => Math.atan(tangent) * DEGREES_PER_RADIAN),
      }
    },

    measureSunHours: async (request, onProgress) => {
      const answers: SunHoursAnswer[] = []
      const { sites } = request
      for (const [index, site] of sites.entries()) {
        const { scene, source } = await open(site)
        answers.push(await studySun(scene, source, site, request, (share) => onProgress?.((index + share) / sites.length) ?? true))
      }
      return answers
    },
  }
}
