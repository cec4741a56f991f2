import { BUILDING_USES } from '../../../schema/datasets.ts'
import { useMessages } from '../../context.tsx'
import { NumberInput } from './number-input.tsx'
import { setShare, type UseShares } from './share-uses.ts'

/** How the floor area is shared between uses: raising one lowers the others, in proportion. */
export function UseSharesField({ shares, onChange }: { shares: UseShares; onChange: (shares: UseShares) => void }) {
  const { text } = useMessages()
  return (
    <div className="use-shares" role="group" aria-label={text('scenario.field.useShares')}>
      <p className="field-label">{text('scenario.field.useShares')}</p>
      {BUILDING_USES.filter((use) => use !== 'outbuilding').map((use) => (
        <NumberInput
          key={use}
          label={text(`use.${use}`)}
          unit={text('unit.percent')}
          value={Math.round((shares[use] ?? 0) * 1000) / 10}
          least={0}
          most={100}
          step={5}
          onChange={(percent = 0) => onChange(setShare(shares, use, percent / 100))}
        />
      ))}
    </div>
  )
}
