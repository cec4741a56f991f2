import { createAnalysisService } from '../../../src/services/analysis/create-analysis-service.ts'
import type { AnalysisService, MeasureTable } from '../../../src/services/analysis/analysis-service.ts'
import type { CityId } from '../../../src/cities/index.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { makeTinyCities } from '../../services/tiny-cities.ts'

/** The real service over the two tiny cities, whose figures are reckoned by hand. */
function tinyService(): AnalysisService {
  return createAnalysisService(makeTinyCities())
}

/** The fine districts of both tiny cities: `west` is known throughout, `east` on half of its land. */
export function measureTiny(cityIds: readonly CityId[] = CITY_IDS): Promise<MeasureTable> {
  return tinyService().measure({ kind: 'districts', level: 'fine', cityIds })
}
