import { useMemo, useState } from 'react'
import { EYE_METRES } from '../../state/view-tools.ts'
import type { Polygons } from '../../layers/types.ts'
import { parseHex } from '../../layers/colour/ramps.ts'
import type { ViewshedAnswer } from '../../services/view/view-questions.ts'
import type { Session } from '../../state/store.ts'
import { CityDot } from '../common/city-dot.tsx'
import { Quantity } from '../common/quantity.tsx'
import { useZoneFills } from '../compare/zone-fill.ts'
import { useMessages } from '../context.tsx'
import { ChoiceField } from '../layers-panel/choice-field.tsx'
import { UNIT_SPACE } from '../messages/format.ts'
import { AnswerState } from './answer-state.tsx'
import { FigureList } from './figure-list.tsx'
import { LimitsNote } from './limits-note.tsx'
import { PlaceBar, usePlaces } from './place-bar.tsx'
import { useCityAnswers } from './use-city-answers.ts'

const RADII_METRES = [250, 500, 1000, 2000] as const
/** Seen ground and seen roofs, on the light and the dark map: apart for colour-blind eyes too. */
const COLOURS = { ground: '#f2a900', roof: '#7a4fb5' } as const
const ALPHA = 150

/** What eyes 1.7 m over a place see, in both cities. */
export function ViewshedTool() {
  const { text, number, share, cityName } = useMessages()
  const places = usePlaces('viewshed')
  const [radius, setRadius] = useState<number>(1000)
  const answer = useCityAnswers(`viewshed ${radius}`, places, 1, (service, { places: [position], heightMetres, ...city }) =>
    service.measureViewshed({ ...city, position: position ?? [0, 0], heightMetres: heightMetres + EYE_METRES, radiusMetres: radius }),
  )
  const { value } = answer
  useZoneFills(useMemo(() => (value === null ? null : makeFills(value)), [value]))
  return (
    <>
      <PlaceBar tool="viewshed" how="viewshed.how" />
      <ChoiceField
        label={text('viewshed.radius')}
        value={String(radius)}
        choices={RADII_METRES.map((metres) => ({ id: String(metres), text: `${number(metres)}${UNIT_SPACE}${text('unit.metres')}` }))}
        onChange={(id) => setRadius(Number(id))}
      />
      <AnswerState answer={answer}>
        {(cities) =>
          cities.map(({ cityId, answer: seen }) => (
            <section key={cityId}>
              <h3 className="view-city">
                <CityDot cityId={cityId} /> {cityName(cityId)}
              </h3>
              {seen.isInside ? (
                <p>{text('viewshed.inside')}</p>
              ) : (
                <FigureList
                  rows={[
                    {
                      label: text('viewshed.ground'),
                      value: (
                        <>
                          <Swatch colour={COLOURS.ground} />{' '}
                          <Quantity value={seen.seenGroundSquareMetres} unitKey="unit.squareMetres" decimals={0} />
                        </>
                      ),
                    },
                    {
                      label: text('viewshed.groundShare'),
                      value: share(seen.groundSquareMetres > 0 ? seen.seenGroundSquareMetres / seen.groundSquareMetres : 0),
                    },
                    {
                      label: text('viewshed.roof'),
                      value: (
                        <>
                          <Swatch colour={COLOURS.roof} />{' '}
                          <Quantity value={seen.seenRoofSquareMetres} unitKey="unit.squareMetres" decimals={0} />
                        </>
                      ),
                    },
                    {
                      label: text('viewshed.farthest'),
                      value: <Quantity value={seen.farthestMetres} unitKey="unit.metres" decimals={0} />,
                    },
                  ]}
                />
              )}
            </section>
          ))
        }
      </AnswerState>
      <LimitsNote of="viewshed.limits" isOfCity />
    </>
  )
}

function Swatch({ colour }: { colour: string }) {
  return <span className="view-swatch" style={{ background: colour }} aria-hidden="true" />
}

function makeFills(cities: readonly { readonly cityId: string; readonly answer: ViewshedAnswer }[]): Session['zoneFills'] {
  return Object.fromEntries(
    cities.map(({ cityId, answer: { shapes } }) => {
      const { positionsDegrees, ringStarts, surfaces } = shapes
      const fill: Polygons = {
        kind: 'polygons',
        ids: surfaces.map((surface, index) => `${surface} ${index}`),
        positionsDegrees,
        ringStarts,
        featureStarts: Uint32Array.from({ length: surfaces.length + 1 }, (_, feature) => feature),
        fillRgba: Uint8Array.from(surfaces.flatMap((surface) => [...parseHex(COLOURS[surface]), ALPHA])),
        noData: new Uint8Array(surfaces.length),
        strokeRgba: null,
      }
      return [cityId, fill]
    }),
  )
}
