/** The browser's path, or null where none is known. */
export function findBrowser(): Promise<string | null>;
