import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { CITIES } from '../../cities/index.ts'
import { CityDot } from '../common/city-dot.tsx'
import { useMessages, useSession } from '../context.tsx'
import { listCreditLines, listHolders, listSources } from './credit-lines.ts'
import { useManifests } from './use-manifests.ts'

/** Whose data is on screen: a short line that always shows, and the whole list behind it. */
export function Credits() {
  const { text, cityName } = useMessages()
  const manifests = useManifests()
  const entries = useSession((session) => session.online)
  const online = [...new Set(entries.filter(({ isShown, status }) => isShown && status === 'ready').map(({ request }) => request.credit))]
  const holders = [
    ...listHolders(
      Object.values(manifests)
        .filter((manifest) => typeof manifest === 'object')
        .flatMap(listSources),
    ),
    ...online,
  ]
  const short = holders.length === 0 ? text('credits.loading') : text('credits.short', { holders: holders.join('\u00a0· ') })
  return (
    <div className="credits">
      <DialogTrigger>
        <Button className="credits-button" aria-label={`${short}. ${text('credits.open')}`}>
          {short}
        </Button>
        {/* Not modal: the map whose data it credits stays within reach. */}
        <Popover className="popover credits-popover" placement="top end" isNonModal>
          <Dialog className="credits-dialog">
            <Heading slot="title" level={2} className="panel-title">
              {text('credits.title')}
            </Heading>
            {CITIES.map(({ id }) => {
              const manifest = manifests[id]
              return (
                <section key={id}>
                  <h3 className="credits-city">
                    <CityDot cityId={id} />
                    {cityName(id)}
                  </h3>
                  {typeof manifest === 'string' ? (
                    <p>{text(manifest === 'failed' ? 'about.data.failed' : 'app.loading')}</p>
                  ) : (
                    <ul>
                      {listCreditLines(manifest).map(({ credit, licence, years }) => (
                        <li key={`${credit} ${licence}`}>
                          {credit} <span className="quiet">{[years, licence].filter((part) => part !== null).join(' · ')}</span>
                        </li>
                      ))}
                    </ul>
                  )}
                </section>
              )
            })}
            {online.length === 0 ? null : (
              <section>
                <h3 className="credits-city">{text('online.credits')}</h3>
                <ul>
                  {online.map((credit) => (
                    <li key={credit}>{credit}</li>
                  ))}
                </ul>
              </section>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}
