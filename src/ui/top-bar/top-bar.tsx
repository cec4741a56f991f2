import { CircleHelp } from 'lucide-react'
import { IconButton } from '../common/icon-button.tsx'
import { CompareButton } from '../compare/compare-button.tsx'
import { useMessages } from '../context.tsx'
import { ScenarioButton } from '../scenario/scenario-button.tsx'
import { ViewToolsButton } from '../view-tools/view-tools-button.tsx'
import { AppearanceMenu, LanguageMenu } from './choices.tsx'
import { SearchBox } from './search-box.tsx'
import { ShareButton } from './share-button.tsx'
import { WordMark } from './word-mark.tsx'

/** The slim bar on top: name, search, compare, scenario, language, appearance, share, help. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { text } = useMessages()
  return (
    <header className="top-bar">
      <WordMark />
      <SearchBox />
      <div className="top-bar-actions">
        <CompareButton />
        <ScenarioButton />
        <ViewToolsButton />
        <LanguageMenu />
        <AppearanceMenu />
        <ShareButton />
        <IconButton label={text('help.label')} onPress={onHelp}>
          <CircleHelp size={18} aria-hidden="true" />
        </IconButton>
      </div>
    </header>
  )
}
