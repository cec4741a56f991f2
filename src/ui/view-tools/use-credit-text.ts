import { listCreditLines } from '../time-bar/credit-lines.ts'
import { useManifests } from '../time-bar/use-manifests.ts'

/** Whose data a picture of the cities shows, in one line: each holder once. */
export function useCreditText(): string {
  const manifests = useManifests()
  const lines = Object.values(manifests).flatMap((manifest) =>
    typeof manifest === 'string' ? [] : listCreditLines(manifest).map(({ credit, licence }) => `${credit}, ${licence}`),
  )
  return [...new Set(lines)].join(' · ')
}
