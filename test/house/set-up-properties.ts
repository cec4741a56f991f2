import { configureGlobal } from 'fast-check'

/** The same cases in every run: a test that fails by luck says nothing. Another seed here looks elsewhere. */
configureGlobal({ seed: 1 })
