import { MEASURES } from '../../analytics/measures/index.ts'
import { CITIES } from '../../cities/index.ts'
import { CityDot } from '../common/city-dot.tsx'
import { MAPPING_TOPICS } from '../compare/explain/mapping-cards.ts'
import { MappingTopics } from '../compare/explain/mapping-topics.tsx'
import { measureName, measuresByGroup, readFormula } from '../compare/measure-texts.ts'
import { useMessages } from '../context.tsx'
import { formatYears } from '../messages/format.ts'
import { listSources } from '../time-bar/credit-lines.ts'
import type { ManifestState } from '../time-bar/use-manifests.ts'
import { AboutScenarios } from './about-scenarios.tsx'
import { AboutStatistics } from './about-statistics.tsx'

/** Every figure of a district: what it is, its formula and its source; then how the cities were made comparable. */
export function AboutMeasures({ manifests }: { manifests: ManifestState }) {
  const messages = useMessages()
  const { text, dataText, cityName } = messages
  return (
    <>
      <h3>{text('methods.title')}</h3>
      <p>{text('methods.lead')}</p>
      {measuresByGroup().map(({ group, ids }) => (
        <section key={group} className="method-group">
          <h4>{text(`compare.group.${group}`)}</h4>
          <dl className="method-list">
            {ids.map((id) => (
              <div key={id}>
                <dt>{measureName(messages, id)}</dt>
                <dd>
                  {dataText(`methods.measure.${id}`)}
                  <span className="method-formula">{readFormula(messages, MEASURES[id].formula)}</span>
                  <span className="quiet" lang="en">
                    {MEASURES[id].source}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <AboutStatistics />
      <AboutScenarios />
      <h3>{text('methods.comparable')}</h3>
      <MappingTopics topics={MAPPING_TOPICS} />
      {CITIES.map(({ id }) => {
        const manifest = manifests[id]
        if (typeof manifest === 'string') return null
        return (
          <section key={id}>
            <h4>
              <CityDot cityId={id} /> {text('methods.sources', { city: cityName(id) })}
            </h4>
            <ul className="about-points" lang="en">
              {listSources(manifest).map((source) => (
                <li key={source.key}>
                  {source.publisher}: {source.title} ({formatYears(source.year)}, {source.licence})
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
