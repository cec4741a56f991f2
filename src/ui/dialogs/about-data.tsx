import { CITIES } from '../../cities/index.ts'
import { CityDot } from '../common/city-dot.tsx'
import { useMessages } from '../context.tsx'
import { formatYears } from '../messages/format.ts'
import { listSources } from '../time-bar/credit-lines.ts'
import type { ManifestState } from '../time-bar/use-manifests.ts'

/** Every source of every city with its licence, year and credit. */
export function AboutData({ manifests }: { manifests: ManifestState }) {
  const { text, cityName } = useMessages()
  return (
    <>
      {CITIES.map(({ id }) => {
        const manifest = manifests[id]
        return (
          <section key={id} className="about-city">
            <h3>
              <CityDot cityId={id} />
              {text('about.data.title', { city: cityName(id) })}
            </h3>
            {typeof manifest === 'string' ? (
              <p>{text(manifest === 'failed' ? 'about.data.failed' : 'app.loading')}</p>
            ) : (
              <table className="source-table">
                <thead>
                  <tr>
                    <th scope="col">{text('about.data.source')}</th>
                    <th scope="col">{text('about.data.year')}</th>
                    <th scope="col">{text('about.data.licence')}</th>
                  </tr>
                </thead>
                <tbody>
                  {listSources(manifest).map((source) => (
                    <tr key={source.key}>
                      <td>
                        {source.title}
                        <span className="quiet">{source.credit}</span>
                      </td>
                      <td className="quantity">{formatYears(source.year)}</td>
                      <td>{source.licence}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        )
      })}
      <p className="quiet">{text('about.code')}</p>
    </>
  )
}
