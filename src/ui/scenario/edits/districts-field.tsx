import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { CITY_IDS } from '../../../cities/index.ts'
import { IconButton } from '../../common/icon-button.tsx'
import { useLoaded } from '../../common/use-loaded.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'

interface DistrictsFieldProps {
  readonly cityIds: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Districts to which a rule is narrowed: the one that is selected on the map can be added. */
export function DistrictsField({ cityIds, chosen, onChange }: DistrictsFieldProps) {
  const { text } = useMessages()
  const selection = useApp((app) => app.selection)
  const offered =
    selection?.kind === 'district' && cityIds.includes(selection.cityId) && !chosen.includes(selection.id) ? selection.id : null
  const names = useDistrictNames(offered === null ? chosen : [...chosen, offered], cityIds)
  const nameOf = (id: string): string => names[id] ?? id
  return (
    <div className="districts-field" role="group" aria-label={text('scenario.field.districts')}>
      <p className="field-label">{text('scenario.field.districts')}</p>
      {chosen.length === 0 ? (
        <p className="quiet">{text('scenario.field.districts.all')}</p>
      ) : (
        <ul className="chips">
          {chosen.map((id) => (
            <li key={id} className="chip">
              {nameOf(id)}
              <IconButton
                label={text('scenario.field.districts.remove', { name: nameOf(id) })}
                onPress={() => onChange(chosen.filter((other) => other !== id))}
              >
                <X size={14} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {offered === null ? (
        <p className="quiet">{text('scenario.field.districts.how')}</p>
      ) : (
        <Button className="button" onPress={() => onChange([...chosen, offered])}>
          {text('scenario.field.districts.add', { name: nameOf(offered) })}
        </Button>
      )}
    </div>
  )
}

/** Names of districts by id; one that is not known has none. */
function useDistrictNames(ids: readonly string[], cityIds: readonly string[]): Readonly<Record<string, string>> {
  const { data } = useServices()
  const { language } = useMessages()
  const cities = CITY_IDS.filter((cityId) => cityIds.includes(cityId))
  const loaded = useLoaded(ids.length === 0 ? null : JSON.stringify([ids, cities, language]), async () =>
    Object.fromEntries(
      (
        await Promise.all(
          ids.flatMap((id) =>
            cities.map(async (cityId) => [id, (await data.card(cityId, 'district', id, language))?.title ?? null] as const),
          ),
        )
      ).flatMap(([id, name]) => (name === null ? [] : [[id, name]])),
    ),
  )
  return (loaded.status === 'failed' ? null : loaded.value) ?? {}
}
