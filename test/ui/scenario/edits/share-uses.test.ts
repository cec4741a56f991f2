import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUILDING_USES } from '../../../../src/schema/datasets.ts'
import { setShare, type UseShares } from '../../../../src/ui/scenario/edits/share-uses.ts'

test('the others keep their proportions and fill the rest', () => {
  expect(setShare({ apartments: 0.8, office: 0.1, retail: 0.1 }, 'office', 0.5)).toEqual({ apartments: 0.445, office: 0.5, retail: 0.055 })
  expect(setShare({ apartments: 0.8, office: 0.2 }, 'public', 0.5)).toEqual({ apartments: 0.4, office: 0.1, public: 0.5 })
  expect(setShare({ apartments: 0.8, office: 0.2 }, 'office', 0)).toEqual({ apartments: 1 })
})

test('the only use cannot give any of its share away', () => {
  expect(setShare({ apartments: 1 }, 'apartments', 0.5)).toEqual({ apartments: 1 })
})

test('the sum stays 1 over any changes', () => {
  const change = fc.tuple(fc.constantFrom(...BUILDING_USES), fc.double({ min: -0.5, max: 1.5, noNaN: true }))
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const shares = changes.reduce<UseShares>((before, [use, share]) => setShare(before, use, share), { apartments: 0.7, office: 0.3 })
      const sum = Object.values(shares).reduce((total, share) => total + share, 0)
      expect(sum).toBeCloseTo(1, 9)
    }),
  )
})
