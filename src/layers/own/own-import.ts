import type { CityId } from '../../cities/index.ts'
import type { EpsgCode } from '../../geo/crs.ts'
import type { OwnIssue } from './own-layer.ts'

/** How the numbers of a source are to be read. */
export interface CrsChoice {
  readonly epsg: EpsgCode
  /** North before east, or latitude before longitude. */
  readonly isSwapped: boolean
}

/** One way to read a file's coordinates, and where its features would lie. */
export interface CrsOption extends CrsChoice {
  /** Share of the features looked at that lie near a city, 0-1. */
  readonly nearShare: number
  /** West, south, east, north in degrees; null where the numbers lie nowhere on Earth. */
  readonly boxDegrees: readonly [number, number, number, number] | null
  /** From the middle of the features to the centre of the city that is nearest. */
  readonly nearest: { readonly cityId: CityId; readonly metres: number } | null
}

/** Asked where a file does not say what its coordinates are. */
export interface CrsQuestion {
  readonly options: readonly CrsOption[]
  /** The option that fits best, or null where none does. */
  readonly guess: CrsChoice | null
  /** What the file says instead: nothing, or a CRS that is not known here. */
  readonly declared: string | null
  /** The first coordinates as they stand in the file. */
  readonly sample: readonly [number, number]
}

/** A file on its way to becoming a layer. */
export interface OwnImport {
  readonly fileName: string
  readonly phase: 'reading' | 'asking' | 'placing'
  /** Share that has been read, 0-1. */
  readonly share: number
  readonly question: CrsQuestion | null
}

/** A file that came to nothing, kept until the reader has read why. */
export interface FailedImport {
  readonly fileName: string
  readonly issues: readonly OwnIssue[]
}
