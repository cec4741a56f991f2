import type { CityId } from '../../../cities/index.ts'
import type { AddPark, AddStop, CloseStreet, LonLat, PlanRule, Polygon, Retrofit, Solar } from '../../../scenario/types.ts'

/** Edits as they begin: plain cases that can be seen and changed, none of them a recommendation. */

export function startRetrofit(id: string, cityIds: readonly CityId[]): Retrofit {
  return { kind: 'retrofit', id, cityIds, package: 'standard', selector: { uses: ['apartments'], fromYear: 1960, toYear: 1979 } }
}

export function startSolar(id: string, cityIds: readonly CityId[]): Solar {
  return { kind: 'solar', id, cityIds, share: 0.5, selector: { leastFootprintSquareMetres: 500 } }
}

export function startPlanRule(id: string, cityId: CityId, area: Polygon): PlanRule {
  return {
    kind: 'plan-rule',
    id,
    cityId,
    area,
    storeys: 6,
    coverageShare: 0.3,
    setbackMetres: 5,
    useShares: { apartments: 0.8, office: 0.1, retail: 0.1 },
    clears: false,
  }
}

export function startPark(id: string, cityId: CityId, area: Polygon): AddPark {
  return { kind: 'add-park', id, cityId, area }
}

export function startClosedStreet(id: string, cityId: CityId, area: Polygon): CloseStreet {
  return { kind: 'close-street', id, cityId, area }
}

export function startStop(id: string, cityId: CityId, position: LonLat): AddStop {
  return { kind: 'add-stop', id, cityId, position, departuresPerDay: 120 }
}
