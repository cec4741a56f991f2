import { expect, test } from 'vitest'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { createAnalysisService } from '../../src/services/analysis/create-analysis-service.ts'
import { createDataService } from '../../src/services/create-data-service.ts'
import { makeTinyCities } from './tiny-cities.ts'

const [FIRST] = CITY_IDS as [CityId]
const files = makeTinyCities()
const data = createDataService(files)
const analysis = createAnalysisService(files)
/** b2 (6 m, storeys unknown) then has (6 − 1) / 2 = 2.5, rounded 3 storeys, b3 (3 m, one estimated storey) 3 / 2 = 1.5, rounded 2. */
const LOW_STOREYS = { 'residential-storey-height': 2, 'other-storey-height': 2 }

async function floorAreaOfWest(heat?: Record<string, unknown>): Promise<number> {
  const table = await analysis.measure({ kind: 'districts', level: 'fine', cityIds: CITY_IDS }, heat)
  const row = table.rows.findIndex(({ cityId, id }) => cityId === FIRST && id === 'west')
  return table.values['gross-floor-area'][row] as number
}

const valueOf = async (id: string, name: string, heat?: Record<string, unknown>) =>
  (await data.card(FIRST, 'building', id, 'en', heat as never))?.facts.find(({ labelKey }) => labelKey === `card.${name}`)?.value

test('storey heights that the user sets change floor area, heat, card and explanation at once', async () => {
  // 6 × 500, 2 × 100, 1 × 20 and 2 × 200 m² by the defaults; 3 × 100 and 2 × 20 of them by the edited heights.
  expect(await floorAreaOfWest()).toBe(3620)
  expect(await floorAreaOfWest(LOW_STOREYS)).toBe(3740)
  expect(await valueOf('b3', 'storeys')).toBe(1)
  expect(await valueOf('b3', 'storeys', LOW_STOREYS)).toBe(2)
  expect(await valueOf('b3', 'grossFloorArea', LOW_STOREYS)).toBe(40)
  expect(await valueOf('b2', 'grossFloorArea')).toBe(200)
  expect(await valueOf('b2', 'grossFloorArea', LOW_STOREYS)).toBe(300)
  // Stated storeys, and those of a class that the source gives, stay.
  expect([await valueOf('b1', 'storeys', LOW_STOREYS), await valueOf('b5', 'storeys', LOW_STOREYS)]).toEqual([6, 2])
  const told = await analysis.explain(
    { kind: 'districts', level: 'fine', cityIds: CITY_IDS },
    FIRST,
    'west',
    'gross-floor-area',
    LOW_STOREYS,
  )
  expect(told.inputs.map(({ value }) => value)).toEqual([3740])
})
