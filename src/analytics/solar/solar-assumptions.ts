import { valuesOf, type Assumption } from '../scenario/assumptions.ts'

export type SolarAssumptionId =
  | 'solar-usable-share'
  | 'solar-panel-power'
  | 'solar-specific-yield'
  | 'solar-orientation-share'
  | 'solar-diffuse-share'

const ASSUMED = 'Assumed: a common value of planning, not measured on these roofs'

/** What a year of panels on a roof is reckoned with; nothing of it was measured on these roofs. */
export const SOLAR_ASSUMPTIONS: readonly Assumption<SolarAssumptionId>[] = [
  // The rest is for edges, hatches, ducts and rows that would shade each other.
  { id: 'solar-usable-share', unit: 'share', default: 0.5, low: 0.4, high: 0.6, source: ASSUMED },
  { id: 'solar-panel-power', unit: 'kilowattPeaksPerSquareMetre', default: 0.2, low: 0.18, high: 0.23, source: ASSUMED },
  {
    id: 'solar-specific-yield',
    unit: 'kwhPerKilowattPeakYear',
    default: 900,
    low: 850,
    high: 950,
    source: `${ASSUMED}; the upper end is near that of a plant at Väo, 950 kW with about 950 MWh a year (Utilitas)`,
  },
  {
    id: 'solar-orientation-share',
    unit: 'share',
    // The shapes of the roofs are not in the data: panels lie flat. 45° to the south would give 20-30 % more: 1 / 1.25.
    default: 0.8,
    low: 0.77,
    high: 1,
    source: 'Panels that lie flat against such at 45° to the south, which give 20-30 % more (Motiva)',
  },
  {
    id: 'solar-diffuse-share',
    unit: 'share',
    default: 0.5,
    low: 0.4,
    high: 0.6,
    source: 'Assumed: about half of the light of so cloudy a climate',
  },
]

export type SolarAssumptions = Readonly<Record<SolarAssumptionId, number>>

export const SOLAR_DEFAULTS: SolarAssumptions = valuesOf(SOLAR_ASSUMPTIONS)
