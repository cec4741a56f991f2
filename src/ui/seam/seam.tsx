import { ArrowLeftRight, ArrowUpDown, Check, Columns2, Link2, Link2Off, Rows2, Square } from 'lucide-react'
import type { CSSProperties } from 'react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { CITIES, type CityId } from '../../cities/index.ts'
import type { AppState } from '../../state/app-state.ts'
import { setLayout, swap, toggleLinked } from '../../state/transitions.ts'
import { shownCityIds } from '../../state/shown-cities.ts'
import { IconButton, IconToggle } from '../common/icon-button.tsx'
import { useApp, useMessages, useServices, useSession } from '../context.tsx'
import { accentOf } from '../theme.ts'

/** The lines between the views, and over them a plate: the cities' names in their order, and between them link, order and layout. */
export function Seam({ isStacked }: { isStacked: boolean }) {
  const { text } = useMessages()
  const { store } = useServices()
  const layout = useApp((app) => app.layout)
  const swapped = useApp((app) => app.swapped)
  const linked = useApp((app) => app.linked)
  const update = store.getState().update
  const shown = shownCityIds(layout, swapped)
  const half = Math.max(Math.floor(shown.length / 2), 1)
  const SwapIcon = isStacked ? ArrowUpDown : ArrowLeftRight

  return (
    <div className="seam" data-single={shown.length === 1} role="group" aria-label={text('seam.label')}>
      {shown.slice(1).map((cityId, index) => (
        <div key={cityId} className="seam-line" style={placeOfSeam(index + 1, shown.length)} aria-hidden="true" />
      ))}
      <div className="seam-plate">
        <CityNames cityIds={shown.slice(0, half)} />
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
        <CityNames cityIds={shown.slice(half)} />
      </div>
    </div>
  )
}

/** Where the seam before a view lies, as a share of the way across the views. */
function placeOfSeam(view: number, viewCount: number): CSSProperties {
  return { '--seam': `${(view / viewCount) * 100}%` } as CSSProperties
}

/** The names that stand on one side of the controls. */
function CityNames({ cityIds }: { cityIds: readonly CityId[] }) {
  const { cityName } = useMessages()
  if (cityIds.length === 0) return null
  return (
    <div className="seam-names">
      {cityIds.map((cityId) => (
        <CityName key={cityId} cityId={cityId} name={cityName(cityId)} />
      ))}
    </div>
  )
}

/** The city's name, and while its view loads how far that is. */
function CityName({ cityId, name }: { cityId: CityId; name: string }) {
  const { share } = useMessages()
  const progress = useSession((session) => session.progress[cityId])
  // A view that has not begun counts as loading: the name keeps its width from the first paint on.
  const isLoading = progress.status === 'idle' || progress.status === 'loading'
  return (
    <p className="seam-name" style={accentOf(cityId)}>
      {name}
      {isLoading ? (
        <span className="seam-progress" aria-hidden="true">
          {share(progress.share)}
        </span>
      ) : null}
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
  const AllIcon = isStacked ? Rows2 : Columns2
  const choices = ['all', ...CITIES.map((city) => city.id)] as const
  const nameOf = (choice: AppState['layout']) => (choice === 'all' ? text('seam.all') : text('seam.only', { city: cityName(choice) }))
  return (
    <MenuTrigger>
      <IconButton label={`${text('seam.layout')}: ${nameOf(layout)}`}>
        {layout === 'all' ? <AllIcon size={18} aria-hidden="true" /> : <Square size={18} aria-hidden="true" />}
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
