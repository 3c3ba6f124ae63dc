/** Bytes that a server under measurement may keep of its answers. */
export const cacheBytes = 64 * 1024 * 1024
