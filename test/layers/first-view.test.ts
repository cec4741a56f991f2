import { expect, test } from 'vitest'
import { CITY_IDS } from '../../src/cities/index.ts'
import { createDataService } from '../../src/services/create-data-service.ts'
import { makeTinyCities } from '../services/tiny-cities.ts'

test("the plain model asks nothing of the buildings' table, the largest file of all", async () => {
  const files = makeTinyCities()
  await createDataService(files).runLayer({ layerId: 'building-plain', params: {}, cities: CITY_IDS, scaleMode: 'joint', theme: 'light' })
  expect([...files.reads.keys()].filter((url) => url.endsWith('.parquet')).map((url) => url.split('/').at(-1))).toEqual(
    CITY_IDS.map(() => 'districts.parquet'),
  )
})
