import { CITIES } from '../../cities/index.ts'
import { CityDot } from '../common/city-dot.tsx'
import { Quantity } from '../common/quantity.tsx'
import { useMessages } from '../context.tsx'
import { isMessageKey } from '../messages/index.ts'
import type { ManifestState } from '../time-bar/use-manifests.ts'
import { AboutMeasures } from './about-measures.tsx'

/** How the figures come about, and how far the height estimate is off on heights that were held back. */
export function AboutMethods({ manifests }: { manifests: ManifestState }) {
  const { text, cityName } = useMessages()
  return (
    <>
      <h3>{text('about.methods.heightTitle')}</h3>
      <p>{text('about.methods.height')}</p>
      <h4>{text('about.methods.qualityTitle')}</h4>
      <p>{text('about.methods.quality')}</p>
      <div className="quality-list">
        {CITIES.map(({ id }) => {
          const manifest = manifests[id]
          if (typeof manifest === 'string') return null
          return (
            <section key={id}>
              <h5>
                <CityDot cityId={id} />
                {cityName(id)}
              </h5>
              <QualityFigures quality={manifest.quality} />
            </section>
          )
        })}
      </div>
      <h3>{text('about.methods.heatTitle')}</h3>
      <p>{text('about.methods.heat')}</p>
      <h3>{text('about.methods.populationTitle')}</h3>
      <p>{text('about.methods.population')}</p>
      <h3>{text('about.methods.comparingTitle')}</h3>
      <p>{text('about.methods.comparing')}</p>
      <AboutMeasures manifests={manifests} />
    </>
  )
}

/** The figures that have a name to be shown by; lengths in metres, the rest counts. */
function QualityFigures({ quality }: { quality: Readonly<Record<string, number>> }) {
  const { dataText, text } = useMessages()
  const figures = Object.entries(quality).filter(([name]) => isMessageKey(`quality.${name}`))
  if (figures.length === 0) return <p className="quiet">{text('cardPanel.noData')}</p>
  return (
    <dl className="quality-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{dataText(`quality.${name}`)}</dt>
          <dd>
            <Quantity value={value} unitKey={name.endsWith('_m') ? 'unit.metres' : null} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
