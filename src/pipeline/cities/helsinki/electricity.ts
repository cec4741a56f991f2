import { csvParse } from 'd3-dsv'
import { join } from 'node:path'
import type { Dataset, Feature } from '../../dataset.ts'
import { SourceError, type Effects } from '../../effects.ts'
import { numberOf } from '../../formats/read-geojson.ts'
import { HELSINKI_ELECTRICITY } from './sources.ts'

const FILE = 'helsinki/municipal-electricity/daily-2017-2019.csv'
/** The file ends with the first day of a year that is not there. */
const LAST_DAY = '2019-12-31'

/** Electricity of the city's own buildings, metered, one sum a day. */
export async function buildElectricityLoad(effects: Effects, sources: string): Promise<Dataset> {
  const path = join(sources, FILE)
  const rows = csvParse(await effects.readText(path))
  const features: Feature[] = []
  let beyond = 0
  rows.forEach((row, index) => {
    const date = row['Date'] ?? ''
    const consumption = numberOf(row['kWh'])
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || consumption === null || consumption <= 0) {
      throw new SourceError(
        path,
        `${path}, line ${index + 2}: expected a date such as 2017-01-31 and kWh above 0, found "${date}" and "${row['kWh'] ?? ''}".`,
      )
    }
    if (date > LAST_DAY) beyond++
    else {
      // A table without places: the point is not written.
      features.push({
        properties: { id: date, consumption_kwh: Math.round(consumption) },
        geometry: { type: 'Point', coordinates: [0, 0] },
      })
    }
  })
  return {
    name: 'electricity_load',
    geometry: null,
    features,
    issues: [],
    sources: [HELSINKI_ELECTRICITY],
    derived: {
      consumption_kwh:
        'sum over the properties with fewer than 100 missing days, whose gaps were interpolated, rounded to whole kWh; which properties, and their floor area, is not told',
      id: 'day of the reading',
    },
    provenance: {
      kind: 'measured',
      year: '2017-2019',
      source: HELSINKI_ELECTRICITY.title,
      uncertainty: 'one sum of the properties with fewer than 100 missing days; gaps interpolated',
    },
    leftOut: { 'first-day-of-a-year-that-is-not-there': beyond },
  }
}
