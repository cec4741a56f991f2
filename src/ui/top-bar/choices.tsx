import { Check, Languages, Monitor, Moon, Sun } from 'lucide-react'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { LANGUAGES, type Language } from '../../cities/city.ts'
import { SHARPNESS_CHOICES, type AppState, type SharpnessChoice } from '../../state/app-state.ts'
import { setLanguage, setSharpness, setTheme } from '../../state/transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useApp, useMessages, useServices } from '../context.tsx'
import { useMediaQuery, DARK_QUERY } from '../viewport.ts'
import { resolveTheme } from '../theme.ts'

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly AppState['theme'][]
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon }

/** Both lists of the menu have a "light", and a menu's keys are those of all its sections. */
const idOf = (choice: SharpnessChoice) => `sharpness-${choice}`

/** The menu of languages; each is named in itself and marked so, to be read out rightly. */
export function LanguageMenu() {
  const { text, language } = useMessages()
  const { store } = useServices()
  return (
    <MenuTrigger>
      <IconButton label={`${text('language.label')}: ${text(`language.${language}`)}`} className="language-button">
        <Languages size={18} aria-hidden="true" />
        <span className="language-code" aria-hidden="true">
          {language}
        </span>
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

/** The menu of how things look: the theme (as the device, light, dark), and how sharp a moving picture is. */
export function AppearanceMenu() {
  const { text } = useMessages()
  const { store } = useServices()
  const theme = useApp((app) => app.theme)
  const sharpness = useApp((app) => app.sharpness)
  const shown = resolveTheme(theme, useMediaQuery(DARK_QUERY))
  const Icon = THEME_ICONS[shown]
  return (
    <MenuTrigger>
      <IconButton label={`${text('appearance.label')}: ${text(`appearance.${theme}`)}`}>
        <Icon size={18} aria-hidden="true" />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuSection
            className="menu-section"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = THEMES.find((choice) => keys !== 'all' && keys.has(choice))
              if (chosen !== undefined) store.getState().update((app) => setTheme(app, chosen))
            }}
          >
            <Header className="group-label">{text('appearance.label')}</Header>
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
          </MenuSection>
          <MenuSection
            className="menu-section"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[idOf(sharpness)]}
            onSelectionChange={(keys) => {
              const chosen = SHARPNESS_CHOICES.find((choice) => keys !== 'all' && keys.has(idOf(choice)))
              if (chosen !== undefined) store.getState().update((app) => setSharpness(app, chosen))
            }}
          >
            <Header className="group-label">{text('sharpness.label')}</Header>
            {SHARPNESS_CHOICES.map((choice) => (
              <MenuItem key={choice} id={idOf(choice)} textValue={text(`sharpness.${choice}`)} className="menu-item">
                <Check size={16} className="menu-check" aria-hidden="true" />
                <span>{text(`sharpness.${choice}`)}</span>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
