import type { CityId } from '../../cities/index.ts'
import type { Provenance } from '../../schema/provenance.ts'
import { useMessages } from '../context.tsx'
import { CityDot } from './city-dot.tsx'

/** Kind, year and source of figures on one line; the whole of it in the title where it is cut. */
export function ProvenanceLine({ cityId, provenance }: { cityId: CityId; provenance: Provenance }) {
  const { text } = useMessages()
  const words = [text(`provenance.${provenance.kind}`), provenance.year, provenance.source].filter((part) => part !== null)
  return (
    <p className="provenance-line" title={words.join(' · ')}><CityDot cityId={cityId} /><span>{words.join(' · ')}</span></p>
  )
}
