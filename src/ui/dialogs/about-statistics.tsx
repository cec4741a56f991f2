import { DRAWS_DEFAULT, PERMUTATIONS_DEFAULT } from '../../report/options.ts'
import { useMessages } from '../context.tsx'

/** How districts are held against each other: each way with its rule and the papers that it follows. */
export function AboutStatistics() {
  const { text, number } = useMessages()
  const ways: readonly { readonly name: string; readonly how: readonly string[]; readonly papers: string | null }[] = [
    { name: text('compare.scores'), how: [text('methods.statistics.scores')], papers: null },
    { name: text('compare.tab.matches'), how: [text('compare.matches.how')], papers: null },
    {
      name: text('compare.tab.clusters'),
      how: [text('methods.statistics.clusters', { permutations: number(PERMUTATIONS_DEFAULT) })],
      papers:
        'Moran, Biometrika 37 (1950); Anselin, Geographical Analysis 27 (1995); Getis and Ord, Geographical Analysis 24 (1992); Benjamini and Hochberg, JRSS B 57 (1995)',
    },
    { name: text('compare.tab.grid'), how: [text('compare.grid.why')], papers: 'Openshaw, The Modifiable Areal Unit Problem (1984)' },
    {
      name: text('compare.tab.ranks'),
      how: [text('compare.ranks.how', { draws: number(DRAWS_DEFAULT) }), text('methods.statistics.ranks')],
      papers: null,
    },
  ]
  return (
    <>
      <h3>{text('methods.statistics')}</h3>
      <dl className="method-list">
        {ways.map(({ name, how, papers }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {how.join(' ')}
              {papers === null ? null : (
                <span className="quiet" lang="en">
                  {papers}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
