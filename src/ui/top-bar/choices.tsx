import { Check, Languages, Monitor, Moon, Sun } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { LANGUAGES, type Language } from '../../cities/city.ts'
import type { AppState } from '../../state/app-state.ts'
import { setLanguage, setTheme } from '../../state/transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useApp, useMessages, useServices } from '../context.tsx'
import { useMediaQuery, DARK_QUERY } from '../viewport.ts'
import { resolveTheme } from '../theme.ts'

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly AppState['theme'][]
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon }

/** The menu of languages; each is named in itself and marked so, to be read out rightly. */
export function LanguageMenu() {
  const { text, language } = useMessages()
  const { store } = useServices()
  return (
    <MenuTrigger>
      <IconButton label={`${text('language.label')}: ${text(`language.${language}`)}`} className="language-button">
        <Languages size={18} aria-hidden="true" />
        <span className="language-code" aria-hidden="true">{language}</span>
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[language]}
          onAction={(key) => store.getState().update((app) => setLanguage(app, key as Language))}
        >
          {LANGUAGES.map((choice) => (
            <MenuItem key={choice} id={choice} textValue={text(`language.${choice}`)} className="menu-item">
              <Check size={16} className="menu-check" aria-hidden="true" />
              <span lang={choice}>{text(`language.${choice}`)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** The menu of themes: as the device, light, dark. */
export function AppearanceMenu() {
  const { text } = useMessages()
  const { store } = useServices()
  const theme = useApp((app) => app.theme)
  const shown = resolveTheme(theme, useMediaQuery(DARK_QUERY))
  const Icon = THEME_ICONS[shown]
  return (
    <MenuTrigger>
      <IconButton label={`${text('appearance.label')}: ${text(`appearance.${theme}`)}`}>
        <Icon size={18} aria-hidden="true" />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onAction={(key) => store.getState().update((app) => setTheme(app, key as AppState['theme']))}
        >
          {THEMES.map((choice) => {
            const ChoiceIcon = THEME_ICONS[choice]
            return (
              <MenuItem key={choice} id={choice} textValue={text(`appearance.${choice}`)} className="menu-item">
                <Check size={16} className="menu-check" aria-hidden="true" />
                <ChoiceIcon size={16} aria-hidden="true" />
                <span>{text(`appearance.${choice}`)}</span>
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
