/** English texts of online services and the catalogue; keys begin with `remote.`. */
export const remoteEn = {
} as const satisfies Record<string, string>
