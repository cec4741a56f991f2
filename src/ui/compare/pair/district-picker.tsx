import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { normaliseText } from '../../../services/search/normalise-text.ts'
import type { DistrictRef } from '../../../state/comparison.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import { zoneKey, zoneName, zoneSearchText } from '../zone-rows.ts'

interface DistrictPickerProps {
  readonly label: string
  readonly table: MeasureTable
  readonly row: number
  readonly onChange: (district: DistrictRef) => void
}

/** One district out of all, found by typing any part of its name in any language. */
export function DistrictPicker({ label, table, row, onChange }: DistrictPickerProps) {
  const { text, language, cityName } = useMessages()
  const { groups, searchTexts } = useMemo(() => listDistricts(table, language), [table, language])
  const chosen = table.rows[row]
  return (
    <ComboBox
      className="choice-field district-picker"
      selectedKey={chosen === undefined ? null : zoneKey(chosen)}
      onSelectionChange={(key) => {
        const found = table.rows.find((candidate) => zoneKey(candidate) === key)
        if (found !== undefined) onChange({ cityId: found.cityId, id: found.id })
      }}
      defaultFilter={(name, typed) => (searchTexts.get(name) ?? '').includes(normaliseText(typed))}
      menuTrigger="input"
    >
      <Label className="field-label">{label}</Label>
      <div className="choice-button">
        {chosen === undefined ? null : <CityDot cityId={chosen.cityId} />}
        <Input className="choice-input" onFocus={(event) => event.currentTarget.select()} />
        <Button className="choice-open" aria-label={text('compare.openList')}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover district-popover" offset={4}>
        <ListBox className="menu" items={groups} renderEmptyState={() => <p className="search-remark">{text('compare.noDistrict')}</p>}>
          {(group) => (
            <ListBoxSection id={group.cityId}>
              <Header className="search-city">
                <CityDot cityId={group.cityId} />
                {cityName(group.cityId)}
              </Header>
              <Collection items={group.items}>
                {(item) => (
                  <ListBoxItem id={item.key} textValue={item.name} className="menu-item">
                    {item.name}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function listDistricts(table: MeasureTable, language: Parameters<typeof zoneName>[1]) {
  const searchTexts = new Map<string, string>()
  const byCity = new Map<CityId, { key: string; name: string }[]>()
  const collator = new Intl.Collator(language)
  for (const row of table.rows) {
    const name = zoneName(row, language)
    // Two districts of one name are both found by the words of either.
    searchTexts.set(name, normaliseText(`${searchTexts.get(name) ?? ''} ${name} ${zoneSearchText(row)}`))
    byCity.set(row.cityId, [...(byCity.get(row.cityId) ?? []), { key: zoneKey(row), name }])
  }
  const groups = CITY_IDS.flatMap((cityId) => {
    const items = byCity.get(cityId)
    return items === undefined ? [] : [{ id: cityId, cityId, items: items.toSorted((a, b) => collator.compare(a.name, b.name)) }]
  })
  return { groups, searchTexts }
}
