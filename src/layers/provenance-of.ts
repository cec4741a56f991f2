import type { DatasetName, Manifest } from '../schema/datasets.ts'
import type { Provenance } from '../schema/provenance.ts'

/** Where a data set comes from, as the manifest says; throws when the manifest does not list it. */
export function provenanceOf(manifest: Manifest, name: DatasetName): Provenance {
  const file = manifest.files[name]
  if (file === undefined) throw new Error(`The manifest of ${manifest.city} does not list the data set "${name}"`)
  return file.provenance
}

/** The same for what may show a gap: a gap still says whose it is, so a data set that is not listed is no error here. */
export function originOf(manifest: Manifest, name: DatasetName): Provenance {
  return manifest.files[name]?.provenance ?? { kind: 'default', year: null, source: `${manifest.city}: no data set "${name}"` }
}

/** The provenance of a figure that a model makes of a data set. */
export function modelledFrom(provenance: Provenance, model: string, uncertainty?: string): Provenance {
  return {
    kind: 'modelled',
    year: provenance.year,
    source: `${model}, from ${provenance.source}`,
    ...(uncertainty === undefined ? {} : { uncertainty }),
  }
}
