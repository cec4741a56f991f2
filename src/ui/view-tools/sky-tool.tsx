import { CityDot } from '../common/city-dot.tsx'
import { useMessages } from '../context.tsx'
import { chartColours, useTheme } from '../compare/use-theme.ts'
import { AnswerState } from './answer-state.tsx'
import { FigureList } from './figure-list.tsx'
import { LimitsNote } from './limits-note.tsx'
import { PlaceBar, usePlaces } from './place-bar.tsx'
import { useCityAnswers } from './use-city-answers.ts'

const SIZE = 260
const RIM = SIZE / 2 - 16

/** How much of the sky is seen from a place, in both cities. */
export function SkyTool() {
  const { text, number, cityName, cityNames } = useMessages()
  const places = usePlaces('sky')
  const answer = useCityAnswers('sky', places, 1, (service, { places: [position], heightMetres, ...city }) =>
    service.measureSkyView({ ...city, position: position ?? [0, 0], heightMetres }),
  )
  const colours = chartColours(useTheme())
  return (
    <>
      <PlaceBar tool="sky" how="sky.how" />
      <AnswerState answer={answer}>
        {(cities) => (
          <>
            {cities.map(({ cityId, answer: { skyViewFactor, isCovered, horizonDegrees } }) => (
              <section key={cityId}>
                <h3 className="view-city">
                  <CityDot cityId={cityId} /> {cityName(cityId)}
                </h3>
                {isCovered ? (
                  <p>{text('sky.covered')}</p>
                ) : (
                  <FigureList
                    rows={[
                      { label: text('sky.factor'), value: number(skyViewFactor, 2) },
                      { label: text('sky.horizon'), value: `${number(mean(horizonDegrees), 1)}°` },
                    ]}
                  />
                )}
              </section>
            ))}
            <svg
              className="sky-chart"
              viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`}
              width={SIZE}
              height={SIZE}
              role="img"
              aria-label={`${text('sky.chart')}: ${cityNames}`}
            >
              {[0, 30, 60].map((degrees) => (
                <circle key={degrees} r={radiusOf(degrees)} fill="none" stroke={colours.quiet} strokeWidth={0.75} />
              ))}
              <path d={`M0 ${-RIM}v-8`} stroke={colours.ink} strokeWidth={2} />
              {cities.map(({ cityId, answer: { horizonDegrees } }) => (
                <path
                  key={cityId}
                  d={outline(horizonDegrees)}
                  fill={colours.accent(cityId)}
                  fillOpacity={0.12}
                  stroke={colours.accent(cityId)}
                  strokeWidth={1.75}
                />
              ))}
            </svg>
          </>
        )}
      </AnswerState>
      <LimitsNote of="sky.limits" isOfCity />
    </>
  )
}

/** The zenith in the middle, the level horizon at the rim. */
function radiusOf(horizonDegrees: number): number {
  return RIM * (1 - horizonDegrees / 90)
}

function outline(horizonDegrees: ArrayLike<number>): string {
  const points = Array.from(horizonDegrees, (degrees, direction) => {
    const radians = (direction * 2 * Math.PI) / horizonDegrees.length
    return `${(Math.sin(radians) * radiusOf(degrees)).toFixed(1)} ${(-Math.cos(radians) * radiusOf(degrees)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
}
