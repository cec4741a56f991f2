import { describe, expect, it } from 'vitest'
import {
  ASSUMED_BITS,
  HEAT_ASSUMPTION_DEFAULTS,
  HEAT_INTENSITY_DEFAULTS,
  USE_UNKNOWN_CODE,
  estimateHeatDemand,
  estimateHeatDemands,
  type HeatDemandInput,
} from '../../../src/analytics/energy/heat-demand.ts'
import { BUILDING_USES } from '../../../src/schema/datasets.ts'

describe('the intensity table', () => {
  it('holds the published total heat of every class, kWh/m² a year', () => {
    const published = {
      RKT: [130, 147, 143, 140, 136, 135, 132, 112, 82],
      OKT: [286, 228, 176, 116],
      LPR: [291, 173, 138, 65],
    }
    for (const [family, values] of Object.entries(published)) {
      const rows = HEAT_INTENSITY_DEFAULTS.filter((row) => row.family === family)
      expect(rows.map((row) => row.heatKilowattHoursPerSquareMetre)).toEqual(values)
      expect(rows.map((row) => row.archetype)).toEqual(values.map((_, index) => `${family}${index + 1}`))
    }
  })

  it('is the sum of the published space heating and hot water', () => {
    // The source gives both parts beside the total: a check that no figure was mistyped.
    const space = [93, 110, 106, 103, 99, 98, 95, 75, 45, 263, 205, 153, 93, 283, 165, 130, 57]
    const hotWater: Record<string, number> = { RKT: 37, OKT: 23, LPR: 8 }
    HEAT_INTENSITY_DEFAULTS.forEach((row, index) => {
      expect(row.heatKilowattHoursPerSquareMetre).toBe((space[index] as number) + (hotWater[row.family] as number))
    })
  })

  it('covers every year once: bands ascend and the newest is open', () => {
    for (const family of ['RKT', 'OKT', 'LPR']) {
      const years = HEAT_INTENSITY_DEFAULTS.filter((row) => row.family === family).map((row) => row.lastYear)
      expect(years.at(-1)).toBeNull()
      const bounded = years.slice(0, -1) as number[]
      expect([...bounded].sort((a, b) => a - b)).toEqual(bounded)
    }
  })
})

describe('estimateHeatDemand', () => {
  const block: HeatDemandInput = {
    use: 'apartments',
    year: 1965,
    footprintSquareMetres: 800,
    storeys: 5,
    heightMetres: 15,
  }

  it('multiplies the intensity with footprint × storeys', () => {
    expect(estimateHeatDemand(block)).toEqual({
      heatDemandKilowattHours: 140 * 4000,
      intensityKilowattHoursPerSquareMetre: 140,
      grossFloorAreaSquareMetres: 4000,
      heatedFloorAreaSquareMetres: 4000,
      archetype: 'RKT4',
      assumed: [],
    })
  })

  it('keeps a band year in its band and the next year in the next', () => {
    expect(estimateHeatDemand({ ...block, year: 1969 })?.archetype).toBe('RKT4')
    expect(estimateHeatDemand({ ...block, year: 1970 })?.archetype).toBe('RKT5')
    expect(estimateHeatDemand({ ...block, year: 2024 })?.archetype).toBe('RKT9')
    expect(estimateHeatDemand({ ...block, year: 1500 })?.archetype).toBe('RKT1')
  })

  it('takes storeys from height as everything else does: (h − 1) / 3.2 residential, h / 3.6 other, at least one', () => {
    const storeys = (use: HeatDemandInput['use'], heightMetres: number): number =>
      (estimateHeatDemand({ ...block, use, storeys: null, heightMetres })?.grossFloorAreaSquareMetres ?? NaN) / 800
    expect(storeys('apartments', 18)).toBe(5)
    expect(storeys('house', 20.2)).toBe(6)
    expect(storeys('office', 18)).toBe(5)
    expect(storeys('house', 1.2)).toBe(1)
  })

  it('says what it assumed', () => {
    const unknown = { ...block, use: null, year: null, storeys: null }
    const asOffice = { ...HEAT_ASSUMPTION_DEFAULTS, useWhenUnknown: 'office' as const }
    expect(estimateHeatDemand(unknown, asOffice)?.assumed).toEqual(['use', 'year', 'storeys'])
    expect(estimateHeatDemand(unknown, asOffice)?.archetype).toBe('LPR2')
  })

  it('models nothing for outbuildings, for uses that the table lacks and for impossible sizes', () => {
    expect(estimateHeatDemand({ ...block, use: 'industrial' })).toBeNull()
    expect(estimateHeatDemand({ ...block, use: null })).toBeNull()
    expect(estimateHeatDemand({ ...block, use: 'outbuilding' })).toBeNull()
    expect(estimateHeatDemand({ ...block, footprintSquareMetres: NaN })).toBeNull()
    expect(estimateHeatDemand({ ...block, storeys: null, heightMetres: NaN })).toBeNull()
  })

  it('follows edited assumptions', () => {
    const halved = {
      ...HEAT_ASSUMPTION_DEFAULTS,
      yearWhenUnknown: 2020,
      intensities: HEAT_INTENSITY_DEFAULTS.map((row) => ({
        ...row,
        heatKilowattHoursPerSquareMetre: row.heatKilowattHoursPerSquareMetre / 2,
      })),
    }
    expect(estimateHeatDemand({ ...block, year: null }, halved)?.heatDemandKilowattHours).toBe(41 * 4000)
  })
})

describe('estimateHeatDemands', () => {
  it('equals the single estimate for every mix of known and unknown', () => {
    const inputs: HeatDemandInput[] = []
    for (const use of [...BUILDING_USES, null]) {
      for (const year of [1890, 1976, 2015, null]) {
        for (const storeys of [3, null]) {
          for (const footprintSquareMetres of [120, NaN]) {
            inputs.push({ use, year, storeys, footprintSquareMetres, heightMetres: 10.5 })
          }
        }
      }
    }
    const batch = estimateHeatDemands({
      useCodes: Uint8Array.from(inputs, ({ use }) => (use === null ? USE_UNKNOWN_CODE : BUILDING_USES.indexOf(use))),
      years: Int16Array.from(inputs, ({ year }) => year ?? -1),
      storeys: Int16Array.from(inputs, ({ storeys }) => storeys ?? -1),
      footprintsSquareMetres: Float64Array.from(inputs, (input) => input.footprintSquareMetres),
      heightsMetres: Float64Array.from(inputs, (input) => input.heightMetres),
    })
    inputs.forEach((input, index) => {
      const single = estimateHeatDemand(input)
      expect(batch.heatDemandKilowattHours[index]).toBe(single?.heatDemandKilowattHours ?? NaN)
      expect(batch.grossFloorAreaSquareMetres[index]).toBe(single?.grossFloorAreaSquareMetres ?? NaN)
      expect(batch.intensityKilowattHoursPerSquareMetre[index]).toBe(single?.intensityKilowattHoursPerSquareMetre ?? NaN)
      const bits = (single?.assumed ?? []).reduce((sum, what) => sum | ASSUMED_BITS[what], 0)
      expect(batch.assumedBits[index]).toBe(bits)
    })
  })
})
