import { ArrowLeftRight, ArrowUpDown, Check, Columns2, Link2, Link2Off, Rows2, Square } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { CITIES, type CityId } from '../../cities/index.ts'
import type { AppState } from '../../state/app-state.ts'
import { setLayout, swap, toggleLinked } from '../../state/transitions.ts'
import { shownCityIds } from '../../state/shown-cities.ts'
import { IconButton, IconToggle } from '../common/icon-button.tsx'
import { useApp, useMessages, useServices, useSession } from '../context.tsx'
import { accentOf } from '../theme.ts'

/** The line between the views: the names meet there, the link sits on it, with swap and layout. */
export function Seam({ isStacked }: { isStacked: boolean }) {
  const { text, cityName } = useMessages()
  const { store } = useServices()
  const layout = useApp((app) => app.layout)
  const swapped = useApp((app) => app.swapped)
  const linked = useApp((app) => app.linked)
  const update = store.getState().update
  const shown = shownCityIds(layout, swapped)
  const SwapIcon = isStacked ? ArrowUpDown : ArrowLeftRight

  return (
    <div className="seam" data-single={shown.length === 1} role="group" aria-label={text('seam.label')}>
      {shown.length > 1 ? <div className="seam-line" aria-hidden="true" /> : null}
      <div className="seam-plate">
        <CityName cityId={shown[0]} name={cityName(shown[0])} />
        <div className="seam-controls">
          {shown.length > 1 ? (
            <IconButton label={text('seam.swap')} onPress={() => update(swap)}>
              <SwapIcon size={18} aria-hidden="true" />
            </IconButton>
          ) : null}
          {shown.length > 1 ? (
            <IconToggle
              className="link-button"
              label={text('seam.link')}
              hint={text(linked ? 'seam.linked' : 'seam.unlinked')}
              isSelected={linked}
              onChange={() => update((app) => toggleLinked(app, shown[0]))}
            >
              {linked ? <Link2 size={20} aria-hidden="true" /> : <Link2Off size={20} aria-hidden="true" />}
            </IconToggle>
          ) : null}
          <LayoutMenu layout={layout} isStacked={isStacked} onChoose={(choice) => update((app) => setLayout(app, choice))} />
        </div>
        {shown[1] === undefined ? null : <CityName cityId={shown[1]} name={cityName(shown[1])} />}
      </div>
    </div>
  )
}

/** The city's name, and while its view loads how far that is. */
function CityName({ cityId, name }: { cityId: CityId; name: string }) {
  const { share } = useMessages()
  const progress = useSession((session) => session.progress[cityId])
  return (
    <p className="seam-name" style={accentOf(cityId)}>
      {name}
      {progress.status === 'loading' ? <span className="seam-progress" aria-hidden="true">{share(progress.share)}</span> : null}
    </p>
  )
}

interface LayoutMenuProps {
  readonly layout: AppState['layout']
  readonly isStacked: boolean
  readonly onChoose: (layout: AppState['layout']) => void
}

function LayoutMenu({ layout, isStacked, onChoose }: LayoutMenuProps) {
  const { text, cityName } = useMessages()
  const BothIcon = isStacked ? Rows2 : Columns2
  const choices = ['both', ...CITIES.map((city) => city.id)] as const
  const nameOf = (choice: AppState['layout']) =>
    choice === 'both' ? text('seam.both') : text('seam.only', { city: cityName(choice) })
  return (
    <MenuTrigger>
      <IconButton label={`${text('seam.layout')}: ${nameOf(layout)}`}>
        {layout === 'both' ? <BothIcon size={18} aria-hidden="true" /> : <Square size={18} aria-hidden="true" />}
      </IconButton>
      <Popover className="popover" placement="bottom">
        <Menu
          className="menu"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[layout]}
          onAction={(key) => onChoose(key as AppState['layout'])}
        >
          {choices.map((choice) => (
            <MenuItem key={choice} id={choice} textValue={nameOf(choice)} className="menu-item">
              <Check size={16} className="menu-check" aria-hidden="true" />
              <span>{nameOf(choice)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
