import type { remoteEn } from './en.ts'

/** Estonian texts of online services and the catalogue. */
export const remoteEt = {
} as const satisfies Record<keyof typeof remoteEn, string>
