/**
 * Sums of values by group. A group is a whole number from 0; -1 belongs to none. A NaN value is
 * left out of the sum and of the count of known values.
 *
 * @returns `sums`, `known` (values summed) and `members` (entries of the group, NaN included)
 */
export function sumByGroup(
  values: ArrayLike<number>,
  groups: ArrayLike<number>,
  groupCount: number,
): { readonly sums: Float64Array; readonly known: Uint32Array; readonly members: Uint32Array } {
  if (values.length !== groups.length) {
    throw new Error(`Expected as many groups as values, found ${groups.length} and ${values.length}`)
  }
  const sums = new Float64Array(groupCount)
  const known = new Uint32Array(groupCount)
  const members = new Uint32Array(groupCount)
  for (let index = 0; index < values.length; index++) {
    const group = groups[index] as number
    if (group < 0) continue
    members[group] = (members[group] as number) + 1
    const value = values[index] as number
    if (Number.isNaN(value)) continue
    sums[group] = (sums[group] as number) + value
    known[group] = (known[group] as number) + 1
  }
  return { sums, known, members }
}
