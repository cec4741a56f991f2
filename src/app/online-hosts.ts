export const ONLINE_HOSTS = { baseMap: [], model: [] }
