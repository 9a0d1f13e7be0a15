/** The floors of the house, from the ground up: each room with what it is for. */
export const FLOORS: readonly { name: string; rooms: Readonly<Record<string, string>> }[];
