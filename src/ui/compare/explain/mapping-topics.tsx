import { CITIES, cityById, type CityId } from '../../../cities/index.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import { useManifests } from '../../time-bar/use-manifests.ts'
import { listDataFacts, listEnergyFacts } from './data-facts.ts'
import type { MappingTopic } from './mapping-cards.ts'

/** For each topic: what was made alike, and what each city's data are, with the figures of their manifest. */
export function MappingTopics({ topics }: { topics: readonly MappingTopic[] }) {
  const { text, dataText, cityName } = useMessages()
  const manifests = useManifests()
  const describe = (topic: MappingTopic, id: CityId): string => {
    const manifest = manifests[id]
    if (typeof manifest === 'string') return text(manifest === 'failed' ? 'about.data.failed' : 'app.loading')
    return dataText(`methods.map.${topic}.${id}`, { ...listDataFacts(manifest), ...listEnergyFacts(cityById(id)) })
  }
  return (
    <>
      {topics.map((topic) => (
        <section key={topic} className="mapping-topic">
          <h3>{text(`methods.map.${topic}.title`)}</h3>
          <p>{text(`methods.map.${topic}`)}</p>
          <dl>
            {CITIES.map(({ id }) => (
              <div key={id}>
                <dt>
                  <CityDot cityId={id} />
                  {cityName(id)}
                </dt>
                <dd>{describe(topic, id)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
