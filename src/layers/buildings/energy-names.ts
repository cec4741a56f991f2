import type { City } from '../../cities/city.ts'

/** What the energy model and its parts are called wherever their figures are shown. */
const INTENSITIES = "intensities of Helsinki's Energy and Climate Atlas; years and uses assumed where unknown"
const scaled = (city: City | undefined) =>
  city?.energyBound === undefined
    ? ''
    : `; floor area scaled to the final energy of homes and services (${city.energyBound.source}, ${city.energyBound.year})`
const factorsOf = (city: City | undefined) => [...new Set(city?.energyFigures.map(({ source }) => source))].join('; ')
export const heatModelName = (city: City | undefined) => `Model with the heat ${INTENSITIES}${scaled(city)}`
export const electricityModelName = (city: City | undefined) => `Model with the electricity ${INTENSITIES}${scaled(city)}`
export const carbonModelName = (city: City | undefined) => `Modelled heat and electricity × CO₂ factors (${factorsOf(city)})${scaled(city)}`
export const peakModelName = (city: City | undefined) =>
  `Heat losses by default U-values at a default design temperature, scaled to the modelled space heat${scaled(city)}`
export const HEAT_MODEL_UNCERTAINTY = 'a model of building types: one building may be far off'
