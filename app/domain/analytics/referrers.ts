/** Views by the host's name of the page that led there, most first; null: none was told. */
export type Referrers = { host: string | null; views: number }[];
